// Naming the item of an ordinary work plan that a row serves, and the rows of a programme by unit
// and item. A change is one transaction with its entry in the programme's chain.
#pragma once

#include "chronology/work_plan_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace chronology {

struct WorkPlanView {
    WorkPlanLink link;
    bool may_link = false;
};
/// Refuses: measure_not_found, task_unknown (also outside the scope).
[[nodiscard]] base::Result<WorkPlanView> view_link(const ledger::Needs& needs,
                                                   const base::Actor& actor, const PlannedId& row);
/// Refuses besides: somebody_else_changed_it, as link().
[[nodiscard]] base::Result<WorkPlanView> set_link(const ledger::Needs& needs,
                                                  const base::Actor& actor, const PlannedId& row,
                                                  std::int64_t version, const WorkPlanWords& words);
/// Refuses: programme_not_found.
[[nodiscard]] base::Result<PlannedPage> list_planned_rows(const ledger::Needs& needs,
                                                          const base::Actor& actor,
                                                          base::ProgrammeId programme,
                                                          const ledger::Page& page);

}  // namespace chronology
