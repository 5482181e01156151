#include "plan/draft.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/limits.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"
#include "plan/read_holders.hpp"

namespace plan {
namespace {

constexpr std::array<std::string_view, 4> level_names{"area", "problem", "manifestation",
                                                      "measure"};

DraftRow row_of(const ReadMeasure& measure) {
    return {Level::measure,
            measure.number,
            measure.text,
            measure.responsibility,
            measure.deadline,
            measure.status,
            measure.progress,
            measure.source,
            {},
            false};
}

void add_measures(Draft& draft, const std::vector<ReadMeasure>& measures) {
    for (const auto& measure : measures) draft.push_back(row_of(measure));
}

void add_problem(Draft& draft, const ReadProblem& problem) {
    draft.push_back({Level::problem,
                     problem.number,
                     problem.text,
                     problem.responsibility,
                     problem.deadline,
                     problem.status,
                     problem.progress,
                     problem.source,
                     {},
                     false});
    add_measures(draft, problem.measures);
    for (const auto& one : problem.manifestations) {
        draft.push_back({Level::manifestation, one.number, one.text, one.responsibility,
                         one.deadline, one.status, one.progress, one.source,
                         one.shares_measures_with, false});
        add_measures(draft, one.measures);
    }
}

base::Error fault_at(std::size_t row, std::string_view what, std::string_view code) {
    auto error = base::refuse(base::ErrorKind::invalid, code,
                              "rows[" + std::to_string(row) + "]." + std::string(what));
    error.args.emplace_back("row", std::to_string(row + 1));
    return error;
}

}  // namespace

std::string_view name_of(Level level) {
    return level_names[static_cast<std::size_t>(level)];
}

std::optional<Level> level_of(std::string_view name) {
    return base::named<Level>(level_names, name);
}

Draft draft_of(const PlanDocument& document) {
    Draft draft;
    for (const auto& area : document.areas) {
        draft.push_back(
            {Level::area, area.number, area.heading, {}, {}, {}, {}, area.source, {}, false});
        add_measures(draft, area.measures);
        for (const auto& problem : area.problems) add_problem(draft, problem);
    }
    return draft;
}

Draft kept(const Draft& draft) {
    Draft rows;
    std::optional<Level> dropped;  // the level of the dropped row whose descendants we are passing
    for (const auto& row : draft) {
        if (dropped && row.level > *dropped) continue;
        dropped = row.dropped ? std::optional(row.level) : std::nullopt;
        if (!row.dropped) rows.push_back(row);
    }
    return rows;
}

DraftCounts counts_of(const Draft& draft) {
    DraftCounts counts;
    for (const auto& row : kept(draft)) {
        switch (row.level) {
            case Level::area: counts.areas += !row.text.empty(); break;
            case Level::problem: ++counts.problems; break;
            case Level::manifestation: ++counts.manifestations; break;
            case Level::measure: ++counts.measures; break;
        }
    }
    return counts;
}

std::vector<base::Error> faults_of(const Draft& draft) {
    std::vector<base::Error> faults;
    const auto rows = kept(draft);
    if (rows.size() > base::limits::document_blocks_max)
        faults.push_back(base::refuse(base::ErrorKind::too_large, "draft_too_long"));
    bool has_problem = false, under_problem = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        if (i == 0 && row.level != Level::area)
            faults.push_back(fault_at(i, "level", "first_row_is_no_area"));
        if (row.level == Level::area) under_problem = false;
        if (row.level == Level::problem) has_problem = under_problem = true;
        if (row.level == Level::manifestation && !under_problem)
            faults.push_back(fault_at(i, "level", "row_has_no_parent"));
        if (row.level != Level::area && base::trim(row.text).empty())
            faults.push_back(fault_at(i, "text", "row_text_empty"));
        has_problem = has_problem || (row.level == Level::measure && !under_problem);
    }
    if (!has_problem)
        faults.push_back(base::refuse(base::ErrorKind::invalid, "draft_has_no_problem"));
    return faults;
}

std::vector<std::string> names_in(const Draft& draft) {
    std::vector<std::string> names;
    std::set<std::string_view> seen;
    for (const auto& row : draft) {
        for (const auto& holder : row.responsibility)
            if (!is_placeholder(holder.name) && seen.insert(holder.name).second)
                names.push_back(holder.name);
    }
    return names;
}

}  // namespace plan
