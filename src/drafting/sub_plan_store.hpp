// Statements on sub-plans. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "drafting/sub_plan.hpp"
#include "ledger/held_table.hpp"

namespace drafting {

void insert_sub_plan(db::Transaction& transaction, const SubPlan& plan);
/// Everything that changes. Refuses somebody_else_changed_it. The stored version becomes that of
/// `plan`.
[[nodiscard]] base::Result<void> save_sub_plan(db::Transaction& transaction, const SubPlan& plan);
[[nodiscard]] std::optional<SubPlan> find_sub_plan(db::Transaction& transaction,
                                                   base::ProgrammeId programme, base::UnitId unit);
[[nodiscard]] std::optional<SubPlan> find_sub_plan(db::Transaction& transaction, SubPlanId id);
[[nodiscard]] std::vector<SubPlan> list_sub_plans(db::Transaction& transaction,
                                                  base::ProgrammeId programme);

/// What follows a unit that is merged: its plan, where the successor has none, and its seats in
/// reviews in which nobody has spoken from them.
[[nodiscard]] std::vector<ledger::HeldTable> held_plans();

}  // namespace drafting
