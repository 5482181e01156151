// A plan on its way from deliberation to issue. Each change is one transaction with its entry in
// the programme's chain.
#pragma once

#include "drafting/plan_actions.hpp"

namespace drafting {

/// Each refuses plan_unknown, somebody_else_changed_it, as why_not() of its act, then as the rule
/// of its name. meeting_unknown, meeting_has_not_ended: of the meeting, where one is named; its day
/// and title are then those of the deliberation.
[[nodiscard]] base::Result<PlanView> deliberate_plan(const Needs& needs, const base::Actor& actor,
                                                     const SeenPlan& seen,
                                                     const Deliberation& held);
[[nodiscard]] base::Result<PlanView> commit_to_plan(const Needs& needs, const base::Actor& actor,
                                                    const SeenPlan& seen,
                                                    const Commitment& signature);
/// What reviewers see is what stands at this moment. `wanted`: variant, day (default: review_days
/// from today) and seats with their units. Refuses also: check(Round), unit_unknown (seats),
/// seat_has_nobody (seats; args value: a unit of which nobody sees the programme).
struct WantedReview {
    Variant variant = Variant::three;
    std::optional<base::Date> due_on;
    std::vector<Seated> seats;
};
[[nodiscard]] base::Result<PlanView> submit_plan(const Needs& needs, const base::Actor& actor,
                                                 const SeenPlan& seen, const WantedReview& wanted);
/// No version: each speaks for a seat of their own. The last one to speak ends the round.
[[nodiscard]] base::Result<PlanView> review_plan(const Needs& needs, const base::Actor& actor,
                                                 PlanVersionId id, ReviewSeat seat,
                                                 const Opinion& opinion);
[[nodiscard]] base::Result<PlanView> take_back_plan(const Needs& needs, const base::Actor& actor,
                                                    const SeenPlan& seen, std::string_view reason);
/// What was agreed on in the last round is what is issued. Refuses also document_number_is_used
/// (number; args value, document).
[[nodiscard]] base::Result<PlanView> issue_plan(const Needs& needs, const base::Actor& actor,
                                                const SeenPlan& seen, const Issue& wanted);

}  // namespace drafting
