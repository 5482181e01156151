// The draft of an import: what was read, as one list of rows that people correct before anything is
// written. Rows stand in depth-first order, each under the nearest row above it of a higher level;
// measures of a problem itself stand before its manifestations. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "plan/plan_document.hpp"

namespace plan {

enum class Level { area, problem, manifestation, measure };

[[nodiscard]] std::string_view name_of(Level level);
[[nodiscard]] std::optional<Level> level_of(std::string_view name);

struct DraftRow {
    Level level = Level::measure;
    std::string number;  // as printed
    std::string text;    // of an area: its heading
    ledger::Responsibility responsibility;
    ledger::Deadline deadline;
    std::string status, progress;  // as the document states them
    Source source;
    std::vector<std::string> shares;  // a manifestation's siblings served by the same measures
    bool dropped = false;             // the row and all below it stay out
    bool operator==(const DraftRow&) const = default;
};
using Draft = std::vector<DraftRow>;

[[nodiscard]] Draft draft_of(const PlanDocument& document);

struct DraftCounts {
    std::int64_t areas = 0, problems = 0, manifestations = 0, measures = 0;
    bool operator==(const DraftCounts&) const = default;
};
/// Of the rows that are not dropped, nor below one that is.
[[nodiscard]] DraftCounts counts_of(const Draft& draft);
/// The draft without what is dropped.
[[nodiscard]] Draft kept(const Draft& draft);

/// Every fault that keeps a draft from being confirmed, in order, `field` saying which row
/// ("rows[3].text"): draft_has_no_problem, row_text_empty, first_row_is_no_area, row_has_no_parent,
/// draft_too_long.
[[nodiscard]] std::vector<base::Error> faults_of(const Draft& draft);

/// Names of units and persons as they are written, each once, without placeholders.
[[nodiscard]] std::vector<std::string> names_in(const Draft& draft);

}  // namespace plan
