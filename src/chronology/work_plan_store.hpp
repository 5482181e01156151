// Links to ordinary work plans in the database. One function a statement; decides nothing.
#pragma once

#include "chronology/work_plan.hpp"
#include "db/database.hpp"
#include "ledger/programme_store.hpp"

namespace chronology {

[[nodiscard]] std::optional<WorkPlanLink> find_link(db::Transaction& transaction,
                                                    const PlannedId& row);
/// Over the version before, or new at version 1. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_link(db::Transaction& transaction, const WorkPlanLink& link);

struct PlannedPage {
    std::vector<PlannedRow> rows;  // by unit, plan and item, then by number
    std::int64_t total = 0;
};
/// The rows of a programme that name an item, as far as the scope goes.
[[nodiscard]] PlannedPage list_planned(db::Transaction& transaction, base::ProgrammeId programme,
                                       const base::Scope& scope, const ledger::Page& page);

}  // namespace chronology
