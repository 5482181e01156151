// Rectification beside daily work (R12): a measure or a task may name the item of its unit's
// ordinary work plan that it serves, so that both are seen together. Pure.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "ledger/task.hpp"

namespace chronology {

inline constexpr std::size_t plan_chars_max = 200, item_chars_max = 500;

using PlannedId = std::variant<ledger::MeasureId, ledger::TaskId>;
[[nodiscard]] std::string_view kind_name_of(const PlannedId& row);  // "measure", "task"
[[nodiscard]] std::string text_of(const PlannedId& row);

struct WorkPlanLink {
    PlannedId row;
    base::ProgrammeId programme;
    std::string plan, item;  // both "" : none
    std::string by;
    base::Instant at;
    std::int64_t version = 0;  // 0: nothing was said yet
    bool operator==(const WorkPlanLink&) const = default;
};

/// Whoever works on the row, or keeps the ledger. Refuses: only_responsible_units_link_plans.
[[nodiscard]] std::optional<base::Error> why_not_link(const base::Actor& actor);
struct WorkPlanWords {
    std::string plan, item;
};
/// Refuses: as why_not_link(), work_plan_is_named_whole (one of both is missing).
[[nodiscard]] base::Result<WorkPlanLink> link(const WorkPlanLink& before,
                                              const WorkPlanWords& words, const base::Actor& actor,
                                              base::Instant now);

/// A row as the list of a programme shows it.
struct PlannedRow {
    PlannedId row;
    std::int64_t number = 0;
    std::string text, status, unit, plan, item;
    std::optional<base::Date> due_on;
    bool operator==(const PlannedRow&) const = default;
};

}  // namespace chronology
