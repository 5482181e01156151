// Test support: a ledger as a plan prints it and as it is read back, told in the same words, so
// that one can be held against the other line by line.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "documents/plan_paper.hpp"
#include "office/cell_text.hpp"
#include "office/sample_files.hpp"
#include "plan/intake.hpp"

namespace documents::testing {

/// What a paragraph can hold of a text: no blank lines, none with spaces at its ends.
inline std::string held(std::string_view text) {
    const auto fit = office::fit_for_xml(text);
    std::string lines;
    for (std::string_view rest = fit; !rest.empty();)
        if (const auto line = base::trim(base::cut(rest, '\n')); !line.empty())
            lines += (lines.empty() ? "" : "\n") + std::string(line);
    return lines;
}

inline std::string told(const ledger::Responsibility& holders, const ledger::Deadline& deadline) {
    std::string words;
    for (const auto role : ledger::holder_roles)
        for (const auto& holder : holders)
            if (holder.role == role)
                words += " " + std::string(ledger::name_of(role)) + "=" + holder.name;
    if (deadline.empty()) return words;
    words += " by " + std::string(ledger::name_of(deadline.kind)) + " “" + deadline.text + "”";
    if (deadline.date) words += " " + base::to_text(*deadline.date);
    return words;
}

/// Measures in the order of the paper.
inline std::string told(const PlanLedger& ledger) {
    std::string words;
    for (const auto& area : ledger) {
        words += "# " + area.line.number + "|" + held(area.line.text) + "\n";
        for (const auto& problem : area.problems) {
            words += "## " + problem.line.number + "|" + held(problem.line.text) + "\n";
            for (const auto& one : problem.manifestations)
                words += "- " + one.number + "|" + held(one.text) + "\n";
            for (const auto& measure : problem.measures) {
                words += "* ";
                if (measure.serves.size() < problem.manifestations.size())
                    for (const auto at : measure.serves)
                        words += problem.manifestations[at].number + " ";
                words += measure.line.number + "|" + held(measure.line.text) +
                         told(measure.terms.holders, measure.terms.deadline) + "\n";
            }
            if (problem.measures.empty())
                words += ">" + told(problem.terms.holders, problem.terms.deadline) + "\n";
        }
    }
    return words;
}

inline std::string told(const plan::ReadMeasure& measure, const std::string& serves,
                        const ledger::Responsibility& holders, const ledger::Deadline& deadline) {
    return "* " + serves + measure.number + "|" + measure.text +
           told(measure.responsibility.empty() ? holders : measure.responsibility,
                measure.deadline.empty() ? deadline : measure.deadline) +
           "\n";
}

inline std::string told(const std::vector<plan::ReadArea>& areas) {
    std::string words;
    for (const auto& area : areas) {
        words += "# " + area.number + "|" + area.heading + "\n";
        for (const auto& problem : area.problems) {
            words += "## " + problem.number + "|" + problem.text + "\n";
            bool measured = !problem.measures.empty();
            for (const auto& one : problem.manifestations)
                words += "- " + one.number + "|" + one.text + "\n";
            for (const auto& measure : problem.measures)
                words += told(measure, "", problem.responsibility, problem.deadline);
            for (const auto& one : problem.manifestations) {
                std::string serves = one.number + " ";
                for (const auto& other : one.shares_measures_with) serves += other + " ";
                const auto& who =
                    one.responsibility.empty() ? problem.responsibility : one.responsibility;
                const auto& when = one.deadline.empty() ? problem.deadline : one.deadline;
                for (const auto& measure : one.measures) {
                    words += told(measure, serves, who, when);
                    measured = true;
                }
            }
            if (!measured) words += ">" + told(problem.responsibility, problem.deadline) + "\n";
        }
    }
    return words;
}

/// What tables keep: numbers without a full stop, and not what measures answer.
inline PlanLedger as_in_tables(PlanLedger ledger) {
    for (auto& area : ledger)
        for (auto& problem : area.problems) {
            if (problem.line.number.ends_with(".")) problem.line.number.pop_back();
            for (auto& measure : problem.measures) measure.serves.clear();
        }
    return ledger;
}

/// Written as Word and read again.
inline plan::PlanDocument read_again(const office::Paper& paper) {
    const office::sample::Folder folder;
    const auto document = office::read_document(folder.write("plan.docx", office::docx_of(paper)));
    EXPECT_TRUE(document) << document.error().code;
    return document ? plan::read_plan(*document) : plan::PlanDocument{};
}

/// The same as text that has lost its styles, a paragraph a line.
inline plan::PlanDocument read_as_text(const office::Paper& paper) {
    office::Document document;
    document.format = "docx";
    for (const auto& section : paper.sections)
        for (const auto& part : section.parts) {
            const auto* line = std::get_if<office::Paragraph>(&part);
            if (line == nullptr) continue;
            office::Block block;
            for (const auto& run : line->runs) block.text += run.text;
            block.number = document.blocks.size() + 1;
            document.blocks.push_back(std::move(block));
        }
    return plan::read_plan(document);
}

}  // namespace documents::testing
