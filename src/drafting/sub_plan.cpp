#include "drafting/sub_plan.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "drafting/reason.hpp"

namespace drafting {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 3> state_names{"submitted", "returned", "accepted"};
constexpr std::array<std::string_view, 2> act_names{"submit", "decide"};

bool speaks_for(const base::Actor& actor, const SubPlan* stored, std::string_view path) {
    if (actor.may(Act::edit_ledger)) return true;
    const auto programme = stored ? std::optional(stored->programme) : std::nullopt;
    return actor.acts.has_any({Act::report_progress, Act::claim_problem}) &&
           !actor.scope.every_row() && actor.scope.covers(path, programme);
}

Refusal why_not_submit(const SubPlan* stored, std::string_view path, const base::Actor& actor) {
    if (!speaks_for(actor, stored, path))
        return refuse(ErrorKind::forbidden, "only_the_unit_hands_in_its_plan");
    if (stored && stored->state == SubPlanState::accepted)
        return refuse(ErrorKind::illegal_transition, "sub_plan_is_accepted");
    return std::nullopt;
}

Refusal why_not_decide(const SubPlan* stored, const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_accepts_sub_plans");
    if (!stored) return refuse(ErrorKind::illegal_transition, "sub_plan_is_not_there");
    if (stored->state != SubPlanState::submitted)
        return refuse(ErrorKind::illegal_transition, "sub_plan_is_decided");
    if (stored->submitted_by == actor.id)
        return refuse(ErrorKind::forbidden, "nobody_reviews_their_own");
    return std::nullopt;
}

using Count = std::int64_t OwingUnit::*;

void count(std::vector<OwingUnit>& units, const ledger::Responsibility& responsibility,
           Count counted) {
    const bool led = std::any_of(responsibility.begin(), responsibility.end(), [](const auto& one) {
        return one.role == ledger::HolderRole::lead_unit && one.unit;
    });
    const auto role = led ? ledger::HolderRole::lead_unit : ledger::HolderRole::responsible_unit;
    for (const auto& holder : responsibility) {
        if (holder.role != role || !holder.unit) continue;
        auto place = std::find_if(units.begin(), units.end(),
                                  [&](const OwingUnit& one) { return one.unit == *holder.unit; });
        if (place == units.end())
            place = units.insert(units.end(), OwingUnit{*holder.unit, holder.name});
        ++((*place).*counted);
    }
}

}  // namespace

std::vector<OwingUnit> owing_units(const std::vector<PlannedArea>& areas) {
    std::vector<OwingUnit> units;
    for (const auto& area : areas)
        for (const auto& problem : area.problems) {
            count(units, problem.responsibility, &OwingUnit::problems);
            for (const auto& measure : problem.measures)
                count(units, measure.responsibility, &OwingUnit::measures);
        }
    return units;
}

std::string_view name_of(SubPlanState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<SubPlanState> sub_plan_state_of(std::string_view name) {
    return base::named<SubPlanState>(state_names, name);
}
std::string_view name_of(SubPlanAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

Refusal why_not(SubPlanAct act, const std::optional<SubPlan>& stored, std::string_view path,
                const base::Actor& actor) {
    const auto* plan = stored ? &*stored : nullptr;
    return act == SubPlanAct::submit ? why_not_submit(plan, path, actor)
                                     : why_not_decide(plan, actor);
}

base::Result<void> check(const SubPlan& wanted) {
    std::vector<base::Error> faults;
    if (says_nothing(wanted.goals))
        faults.push_back(refuse(ErrorKind::invalid, "goals_missing", "goals"));
    if (base::trim(wanted.text).empty())
        faults.push_back(refuse(ErrorKind::invalid, "text_empty", "text"));
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    return {};
}

base::Result<SubPlan> decide(SubPlan plan, bool accept, std::string_view reason) {
    if (!accept)
        if (auto no = why_no_reason(reason, "reason")) return *no;
    plan.state = accept ? SubPlanState::accepted : SubPlanState::returned;
    plan.reason = reason;
    return plan;
}

}  // namespace drafting
