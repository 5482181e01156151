// Test support: documents of one ledger, and what stands in a paper, to be looked for.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "documents/document_actions.hpp"
#include "ledger/notice_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "office/paper.hpp"

namespace documents::testing {

/// Runs of a paragraph joined, cells of a row with | behind each, a line each.
inline std::string text_of(const office::Paper& paper) {
    std::string text;
    for (const auto& section : paper.sections)
        for (const auto& part : section.parts) {
            if (const auto* line = std::get_if<office::Paragraph>(&part)) {
                for (const auto& run : line->runs) text += run.text;
                text += '\n';
                continue;
            }
            for (const auto& row : std::get<office::PaperTable>(part).rows) {
                for (const auto& cell : row.cells) text += cell.text + '|';
                text += '\n';
            }
        }
    return text;
}

/// The tables of a paper, in order.
inline std::vector<office::PaperTable> tables_of(const office::Paper& paper) {
    std::vector<office::PaperTable> tables;
    for (const auto& section : paper.sections)
        for (const auto& part : section.parts)
            if (const auto* table = std::get_if<office::PaperTable>(&part))
                tables.push_back(*table);
    return tables;
}

/// A notice about the measure that has gone out.
inline ledger::Notice issued_notice(ledger::testing::TestLedger& ledger,
                                    ledger::MeasureId measure) {
    const auto proposed =
        ledger::propose_notice(ledger.needs, ledger.zhang_min,
                               {ledger.here.make_id<ledger::NoticeId>(), "督办通知单", {measure}});
    EXPECT_TRUE(proposed);
    const ledger::NoticeDraft draft{proposed->texts, {measure}};
    return *ledger::issue_notice(ledger.needs, ledger.zhang_min, {proposed->id, proposed->version},
                                 draft);
}

class DocumentsOfLedger : public ledger::testing::OneLedger {
  protected:
    explicit DocumentsOfLedger(std::string_view issuer = rectification_office)
        : needs_{{needs, std::filesystem::temp_directory_path()}, std::string(issuer)} {}

    office::Paper seen(DocumentKind kind, base::Uuid subject, const base::Actor& who) {
        const auto paper = view_document(needs_, who, {kind, subject});
        EXPECT_TRUE(paper) << words_of(kind) << ' ' << paper.error().code;
        return paper ? paper->paper : office::Paper{};
    }
    std::string refusal(DocumentKind kind, base::Uuid subject, const base::Actor& who) {
        return ledger::testing::code_of(view_document(needs_, who, {kind, subject}));
    }

    Needs needs_;
};

}  // namespace documents::testing
