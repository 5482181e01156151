// Sub-plans of the units that lead rows of a ledger: handed in, accepted or returned. Each change
// is one transaction with its entry in the programme's chain.
#pragma once

#include "drafting/sub_plan_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace drafting {

using ledger::Needs;

struct OwingUnitView {
    OwingUnit unit;
    std::vector<SubPlanAct> may;
};
/// Every unit that leads rows within the actor's sight, those that still owe a plan first. Refuses
/// programme_not_found.
[[nodiscard]] base::Result<std::vector<OwingUnitView>> list_owing_units(
    const Needs& needs, const base::Actor& actor, base::ProgrammeId programme);

/// `version`: of the plan that is replaced; 0 where there is none. Sent again: as it is. Refuses:
/// programme_not_found, unit_leads_nothing, as why_not(submit), check(), somebody_else_changed_it.
[[nodiscard]] base::Result<OwingUnitView> hand_in_sub_plan(const Needs& needs,
                                                           const base::Actor& actor,
                                                           const SubPlan& wanted,
                                                           std::int64_t version);
struct SubPlanDecision {
    std::int64_t version = 0;
    bool accept = false;
    std::string reason;
};
/// Refuses: programme_not_found, unit_leads_nothing, as why_not(decide), somebody_else_changed_it,
/// decide().
[[nodiscard]] base::Result<OwingUnitView> decide_sub_plan(const Needs& needs,
                                                          const base::Actor& actor,
                                                          base::ProgrammeId programme,
                                                          base::UnitId unit,
                                                          const SubPlanDecision& decision);

}  // namespace drafting
