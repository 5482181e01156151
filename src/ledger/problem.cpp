#include "ledger/problem.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/names.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 5> status_names{"unclaimed", "under_way", "awaiting_review",
                                                       "sent_back", "struck_off"};
constexpr std::array<std::string_view, 10> act_names{
    "edit",    "claim",      "apply",     "withdraw",   "take",
    "release", "strike_off", "send_back", "ask_signer", "open_successor"};
constexpr std::array<std::string_view, 2> pursuit_names{"pursued", "not_needed"};

Refusal unfinished(const MeasureTally& tally) {
    if (tally.total == 0) return refuse(ErrorKind::illegal_transition, "problem_has_no_measure");
    const auto open = tally.total - tally.done - tally.long_term;
    if (open > 0)
        return refuse(ErrorKind::illegal_transition, "measures_are_not_finished", "",
                      {{"count", std::to_string(open)}});
    if (tally.long_term > 0)
        return refuse(ErrorKind::illegal_transition, "long_term_measures_go_on", "",
                      {{"count", std::to_string(tally.long_term)}});
    return std::nullopt;
}

Refusal why_not_edit(const Problem& problem, const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger)) return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (problem.status == ProblemStatus::struck_off)
        return refuse(ErrorKind::illegal_transition, "struck_off_problems_never_change");
    if (problem.status == ProblemStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "problem_is_awaiting_review");
    return std::nullopt;
}

Refusal why_not_claim(const Problem& problem, const base::Actor& actor) {
    if (!actor.may(Act::claim_problem))
        return refuse(ErrorKind::forbidden, "only_responsible_units_claim");
    if (problem.status != ProblemStatus::unclaimed)
        return refuse(ErrorKind::illegal_transition, "problem_is_claimed_already");
    return std::nullopt;
}

Refusal why_not_apply(const Problem& problem, const MeasureTally& tally, const base::Actor& actor) {
    if (!actor.may(Act::claim_problem))
        return refuse(ErrorKind::forbidden, "only_responsible_units_apply");
    if (problem.status == ProblemStatus::unclaimed)
        return refuse(ErrorKind::illegal_transition, "claim_the_problem_first");
    if (problem.status == ProblemStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "problem_is_awaiting_review");
    if (problem.status == ProblemStatus::struck_off)
        return refuse(ErrorKind::illegal_transition, "struck_off_problems_never_change");
    return unfinished(tally);
}

Refusal why_not_withdraw(const Problem& problem, const base::Actor& actor) {
    if (problem.status != ProblemStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "problem_is_not_awaiting_review");
    if (problem.applied_by != actor.id)
        return refuse(ErrorKind::forbidden, "only_the_applicant_withdraws");
    return std::nullopt;
}

Refusal why_not_review(const Problem& problem, const base::Actor& actor) {
    if (!actor.may(Act::sign)) return refuse(ErrorKind::forbidden, "only_reviewers_review");
    if (problem.status != ProblemStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "problem_is_not_awaiting_review");
    if (problem.applied_by == actor.id)
        return refuse(ErrorKind::forbidden, "nobody_reviews_their_own");
    return std::nullopt;
}

Refusal why_not_step(ProblemAct act, const ProblemFacts& facts, const base::Actor& actor) {
    if (act == ProblemAct::take) return why_not_take(facts.review, actor, facts.today);
    if (act == ProblemAct::release) return why_not_release(facts.review, actor);
    if (act == ProblemAct::ask_signer) return why_not_ask(facts.review, actor, facts.today);
    if (auto no = why_not_sign(facts.review, actor, facts.today)) return no;
    if (act == ProblemAct::send_back) return std::nullopt;
    return unfinished(facts.tally);  // A measure may have been added after the application.
}

Refusal why_not_succeed(const Problem& problem, const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger)) return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (problem.status != ProblemStatus::struck_off)
        return refuse(ErrorKind::illegal_transition, "only_struck_off_problems_have_successors");
    return std::nullopt;
}

bool says_nothing(std::string_view text) {
    return base::chars_in(text) < base::limits::reason_chars_min;
}
base::Error nothing_said(std::string_view code, std::string_view field) {
    return refuse(ErrorKind::invalid, code, field,
                  {{"accepted", std::to_string(base::limits::reason_chars_min)}});
}

Refusal what_is_wrong_with(const Return& why, const Review& review) {
    std::vector<base::Error> faults;
    if (says_nothing(why.reason)) faults.push_back(nothing_said("reason_says_nothing", "reason"));
    if (!why.stage && says_nothing(why.requirement))
        faults.push_back(nothing_said("requirement_says_nothing", "requirement"));
    if (why.stage && (*why.stage < 0 || *why.stage >= open_stage(review).value_or(0)))
        faults.push_back(refuse(ErrorKind::invalid, "return_goes_to_an_earlier_stage", "stage",
                                {{"value", std::to_string(*why.stage + 1)}}));
    return base::together(std::move(faults));
}

void check_signature(const Signature& signature, std::string_view field, std::string_view code,
                     base::Date today, std::vector<base::Error>& faults) {
    if (signature.name.empty() || !signature.on)
        faults.push_back(refuse(ErrorKind::invalid, code, field));
    else if (*signature.on > today)
        faults.push_back(refuse(ErrorKind::invalid, "signed_in_the_future", field,
                                {{"value", base::to_text(*signature.on)}}));
}

/// The closure gate as far as the applicant states it; everything that is missing, at once.
Refusal what_is_missing(const StrikeOffApplication& application, const ReviewChain& chain,
                        const ProblemFacts& facts) {
    const auto today = facts.today;
    std::vector<base::Error> faults;
    const auto fault = [&](std::string_view code, std::string_view field) {
        faults.push_back(refuse(ErrorKind::invalid, code, field));
    };
    if (application.summary.empty()) fault("summary_missing", "summary");
    if (!application.problem_solved) fault("problem_is_not_solved", "problem_solved");
    if (application.pursuit_note.empty())
        fault("responsibility_is_not_settled", "responsibility_note");
    if (!application.measures_carried_out)
        fault("measures_are_not_carried_out", "measures_carried_out");
    if (application.similar_check.empty()) fault("similar_check_missing", "similar_check");
    if (!has_seat(chain, Seat::lead_leader))
        check_signature(application.lead_leader, "lead_leader", "lead_leader_has_not_signed", today,
                        faults);
    if (!has_seat(chain, Seat::principal))
        check_signature(application.principal, "principal", "principal_has_not_signed", today,
                        faults);
    if (auto no = why_evidence_is_missing(facts.evidence_missing)) faults.push_back(std::move(*no));
    return base::together(std::move(faults));
}

}  // namespace

std::string_view name_of(ProblemStatus status) {
    return status_names[static_cast<std::size_t>(status)];
}
std::string_view name_of(ProblemAct act) {
    return act_names[static_cast<std::size_t>(act)];
}
std::string_view name_of(Pursuit pursuit) {
    return pursuit_names[static_cast<std::size_t>(pursuit)];
}

std::optional<ProblemStatus> problem_status_of(std::string_view name) {
    return base::named<ProblemStatus>(status_names, name);
}

std::optional<Pursuit> pursuit_of(std::string_view name) {
    if (name == pursuit_names[0]) return Pursuit::pursued;
    if (name == pursuit_names[1]) return Pursuit::not_needed;
    return std::nullopt;
}

std::optional<base::Error> why_not(ProblemAct act, const Problem& problem,
                                   const ProblemFacts& facts, const base::Actor& actor) {
    switch (act) {
        case ProblemAct::edit: return why_not_edit(problem, actor);
        case ProblemAct::claim: return why_not_claim(problem, actor);
        case ProblemAct::apply: return why_not_apply(problem, facts.tally, actor);
        case ProblemAct::withdraw: return why_not_withdraw(problem, actor);
        case ProblemAct::take:
        case ProblemAct::release:
        case ProblemAct::strike_off:
        case ProblemAct::send_back:
        case ProblemAct::ask_signer:
            if (auto no = why_not_review(problem, actor)) return no;
            return why_not_step(act, facts, actor);
        case ProblemAct::open_successor: return why_not_succeed(problem, actor);
    }
    return std::nullopt;
}

std::optional<base::Error> why_not_guard(const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger)) return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (actor.scope.cleared.empty()) return refuse(ErrorKind::forbidden, "only_the_cleared_guard");
    return std::nullopt;
}

base::Result<Problem> guard(const Problem& before, base::Guards guards, const base::Actor& actor) {
    if (auto no = why_not_guard(actor)) return *no;
    if (guards.has_any(base::mark_guards))
        return refuse(ErrorKind::invalid, "marks_belong_to_the_programme", "guards");
    if (!actor.scope.clears(before.guards | guards))
        return refuse(ErrorKind::forbidden, "guard_is_not_yours", "guards");
    Problem after = before;
    after.guards = guards | (before.guards & base::mark_guards);
    return after;
}

ProblemGate gate_of(ProblemStatus status) {
    if (status == ProblemStatus::unclaimed) return ProblemGate::unclaimed;
    const bool closed =
        status == ProblemStatus::struck_off || status == ProblemStatus::awaiting_review;
    return closed ? ProblemGate::closed : ProblemGate::open;
}

base::Result<Problem> edit(const Problem& before, const ProblemChange& change,
                           const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::edit, before, {}, actor)) return *no;
    Problem after = before;
    if (change.text) after.text = *change.text;
    if (change.goal) after.goal = *change.goal;
    if (change.responsibility) after.responsibility = *change.responsibility;
    if (change.deadline) after.deadline = *change.deadline;
    if (after.text.empty()) return refuse(ErrorKind::invalid, "text_empty", "text");
    return after;
}

base::Result<Problem> claim(const Problem& before, const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::claim, before, {}, actor)) return *no;
    Problem after = before;
    after.status = ProblemStatus::under_way;
    return after;
}

base::Result<Problem> apply(const Problem& before, const StrikeOffApplication& application,
                            const ProblemFacts& facts, const ReviewChain& chain,
                            const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::apply, before, facts, actor)) return *no;
    if (auto no = what_is_missing(application, chain, facts)) return *no;
    Problem after = before;
    after.status = ProblemStatus::awaiting_review;
    after.applied_by = actor.id;
    return after;
}

base::Result<Reviewed> withdraw(const Problem& before, const ProblemFacts& facts,
                                const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::withdraw, before, facts, actor)) return *no;
    Reviewed after{before, ended(facts.review)};
    after.problem.status = ProblemStatus::under_way;
    after.problem.applied_by.reset();
    return after;
}

base::Result<Reviewed> strike_off(const Problem& before, const ProblemFacts& facts,
                                  std::string_view opinion, const base::Actor& actor,
                                  base::Instant now) {
    if (auto no = why_not(ProblemAct::strike_off, before, facts, actor)) return *no;
    Reviewed after{before, agreed(facts.review, actor, opinion, now)};
    if (is_complete(after.review)) after.problem.status = ProblemStatus::struck_off;
    return after;
}

base::Result<Reviewed> send_back(const Problem& before, const ProblemFacts& facts,
                                 const Return& why, const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(ProblemAct::send_back, before, facts, actor)) return *no;
    if (auto no = what_is_wrong_with(why, facts.review)) return *no;
    Reviewed after{before, returned(facts.review, actor, why.stage, why.reason, now)};
    if (why.stage) return after;
    after.problem.status = ProblemStatus::sent_back;
    after.problem.applied_by.reset();
    return after;
}

base::Result<Review> take(const Problem& problem, const ProblemFacts& facts,
                          const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::take, problem, facts, actor)) return *no;
    return taken(facts.review, actor, facts.today);
}

base::Result<Review> release(const Problem& problem, const ProblemFacts& facts,
                             const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::release, problem, facts, actor)) return *no;
    return released(facts.review, actor);
}

base::Result<Review> ask_signer(const Problem& problem, const ProblemFacts& facts,
                                const Signer& signer, const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::ask_signer, problem, facts, actor)) return *no;
    if (problem.applied_by == signer.account)
        return refuse(ErrorKind::invalid, "signer_is_the_applicant", "account_id",
                      {{"value", signer.name}});
    return asked(facts.review, signer, actor);
}

/// 1. is followed by 1（续）., that by 1（续2）.: told apart on paper, and read back from there.
std::string number_of_successor(const Problem& before) {
    constexpr std::string_view first = "（续）", begins = "（续", ends = "）";
    std::string number = before.printed_number;
    if (number.empty()) return number;
    std::string stop;
    for (const std::string_view one : {".", "、", "．"})
        if (number.ends_with(one)) stop = one;
    number.resize(number.size() - stop.size());
    const auto at = number.rfind(begins);
    if (at == std::string::npos || !number.ends_with(ends))
        return number + std::string(first) + stop;
    int nth = 1;
    std::from_chars(number.data() + at + begins.size(), number.data() + number.size(), nth);
    number.resize(at + begins.size());
    return number + std::to_string(nth + 1) + std::string(ends) + stop;
}

base::Result<Problem> open_successor(const Problem& before, std::string_view text,
                                     std::string_view reason, const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::open_successor, before, {}, actor)) return *no;
    if (says_nothing(reason)) return nothing_said("reason_says_nothing", "reason");
    Problem after = before;
    after.text = text.empty() ? before.text : std::string(text);
    after.status = ProblemStatus::unclaimed;
    after.applied_by.reset();
    after.predecessor = before.id;
    after.printed_number = number_of_successor(before);
    after.source.reset();
    after.imported = false;
    after.version = 1;
    return after;
}

}  // namespace ledger
