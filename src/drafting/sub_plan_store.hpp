// Statements on sub-plans. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "drafting/sub_plan.hpp"

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

}  // namespace drafting
