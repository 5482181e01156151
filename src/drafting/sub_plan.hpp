// What a lead unit will do about its part of the ledger (R58): concrete goals and its own text,
// handed in by the unit, accepted or returned by the office. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drafting/document.hpp"

namespace drafting {

using SubPlanId = base::Id<struct SubPlanTag>;

enum class SubPlanState { submitted, returned, accepted };
[[nodiscard]] std::string_view name_of(SubPlanState state);
[[nodiscard]] std::optional<SubPlanState> sub_plan_state_of(std::string_view name);

struct SubPlan {
    SubPlanId id;
    base::ProgrammeId programme;
    base::UnitId unit;
    std::string unit_name;  // read with the row
    std::string goals, text;
    SubPlanState state = SubPlanState::submitted;
    base::AccountId submitted_by;
    std::string submitted_by_name;
    base::Instant submitted_at;
    std::string decided_by;
    std::optional<base::Instant> decided_at;
    std::string reason;
    std::int64_t version = 1;
    bool operator==(const SubPlan&) const = default;
};

enum class SubPlanAct { submit, decide };
[[nodiscard]] std::string_view name_of(SubPlanAct act);

/// `stored`: nothing where the unit handed none in yet; `path` is the unit's. Refuses, in this
/// order: submit: only_the_unit_hands_in_its_plan (somebody who reports or claims for that unit or
/// one above it within their scope; the office for what came on paper), sub_plan_is_accepted;
/// decide: only_the_office_accepts_sub_plans, sub_plan_is_not_there, sub_plan_is_decided,
/// nobody_reviews_their_own.
[[nodiscard]] std::optional<base::Error> why_not(SubPlanAct act,
                                                 const std::optional<SubPlan>& stored,
                                                 std::string_view path, const base::Actor& actor);
/// Refuses together: goals_missing (goals), text_empty (text).
[[nodiscard]] base::Result<void> check(const SubPlan& wanted);
/// Requires why_not(decide) to be nothing. Refuses: reason_too_short (of a return).
[[nodiscard]] base::Result<SubPlan> decide(SubPlan plan, bool accept, std::string_view reason);

/// A unit that leads rows of the ledger, how many, and what it handed in.
struct OwingUnit {
    base::UnitId unit;
    std::string name;
    std::int64_t problems = 0, measures = 0;
    std::optional<SubPlan> plan = {};
};
/// In the order in which the ledger names them. Whoever leads a row owes a plan for it; where
/// nobody leads, whoever is responsible.
[[nodiscard]] std::vector<OwingUnit> owing_units(const std::vector<PlannedArea>& areas);

}  // namespace drafting
