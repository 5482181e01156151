#include "drafting/plan_version.hpp"

#include <array>

#include "base/names.hpp"
#include "drafting/reason.hpp"

namespace drafting {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 6> state_names{"draft",        "consultation", "deliberated",
                                                      "joint_review", "approved",     "issued"};
constexpr std::array<std::string_view, 11> act_names{"write",      "consult", "comment", "answer",
                                                     "deliberate", "commit",  "submit",  "review",
                                                     "take_back",  "issue",   "revise"};

Refusal illegal(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}
Refusal forbidden(std::string_view code) {
    return refuse(ErrorKind::forbidden, code);
}

Refusal not_for_them(PlanAct act, const base::Actor& actor) {
    switch (act) {
        case PlanAct::review: return std::nullopt;
        case PlanAct::comment:
            return actor.may(Act::read_names) ? std::nullopt
                                              : forbidden("only_those_who_work_comment");
        case PlanAct::commit:
            if (actor.may(Act::edit_ledger) || actor.seat == base::Seat::principal)
                return std::nullopt;
            return forbidden("only_the_principal_commits");
        default:
            return actor.may(Act::edit_ledger) ? std::nullopt
                                               : forbidden("only_the_office_writes_plans");
    }
}

/// Of the acts that lead a version from its draft into review.
Refusal not_before_review(PlanAct act, const PlanVersion& plan) {
    const bool signs = act == PlanAct::commit || act == PlanAct::submit;
    switch (plan.state) {
        case PlanState::approved: return illegal("plan_is_approved");
        case PlanState::joint_review: return illegal("plan_is_in_review");
        case PlanState::deliberated: return signs ? std::nullopt : illegal("plan_is_deliberated");
        default: break;
    }
    if (signs) return illegal("plan_is_not_deliberated");
    if (act == PlanAct::consult && plan.state == PlanState::consultation)
        return illegal("plan_is_in_consultation");
    if (act == PlanAct::deliberate && !plan.consulted()) return illegal("plan_is_not_consulted");
    return std::nullopt;
}

Refusal not_in_state(PlanAct act, const PlanVersion& plan) {
    const bool issued = plan.state == PlanState::issued;
    switch (act) {
        case PlanAct::comment:
        case PlanAct::answer:
            return plan.state == PlanState::consultation ? std::nullopt
                                                         : illegal("plan_is_not_in_consultation");
        case PlanAct::revise: return issued ? std::nullopt : illegal("plan_is_not_issued");
        default: break;
    }
    if (issued) return illegal("plan_is_issued");
    if (act == PlanAct::issue)
        return plan.state == PlanState::approved ? std::nullopt : illegal("plan_is_not_approved");
    if (act == PlanAct::take_back) {
        const bool at_the_office =
            plan.state == PlanState::draft || plan.state == PlanState::consultation;
        return at_the_office ? illegal("plan_is_with_the_office") : std::nullopt;
    }
    return not_before_review(act, plan);
}

void note_empty(std::vector<base::Error>& faults, std::string_view text, std::string_view field) {
    if (base::trim(text).empty()) faults.push_back(refuse(ErrorKind::invalid, "text_empty", field));
}

void note_ahead(std::vector<base::Error>& faults, base::Date day, base::Date today,
                std::string_view field) {
    if (day > today)
        faults.push_back(
            refuse(ErrorKind::invalid, "day_lies_ahead", field,
                   {{"value", base::to_text(day)}, {"accepted", base::to_text(today)}}));
}

void note_before(std::vector<base::Error>& faults, base::Date day, const PlanVersion& plan,
                 std::pair<std::string_view, std::string_view> code_and_field) {
    if (plan.deliberation && day < plan.deliberation->held_on)
        faults.push_back(refuse(ErrorKind::invalid, code_and_field.first, code_and_field.second,
                                {{"value", base::to_text(day)},
                                 {"accepted", base::to_text(plan.deliberation->held_on)}}));
}

}  // namespace

std::string_view name_of(PlanState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<PlanState> plan_state_of(std::string_view name) {
    return base::named<PlanState>(state_names, name);
}
std::string_view name_of(PlanAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

Refusal why_not(PlanAct act, const PlanVersion& plan, const Round& round,
                const base::Actor& actor) {
    if (auto no = not_for_them(act, actor)) return no;
    if (act != PlanAct::review) return not_in_state(act, plan);
    if (plan.state != PlanState::joint_review) return illegal("plan_is_not_in_review");
    return why_not_review(round, actor);
}

base::Result<PlanVersion> consult(PlanVersion plan, base::Date until, base::Date today) {
    if (until < today)
        return refuse(ErrorKind::invalid, "day_is_over", "until",
                      {{"value", base::to_text(until)}, {"accepted", base::to_text(today)}});
    plan.state = PlanState::consultation;
    plan.consult_until = until;
    return plan;
}

base::Result<PlanVersion> deliberate(PlanVersion plan, const Deliberation& held,
                                     std::int64_t unanswered, base::Date today) {
    if (unanswered > 0)
        return refuse(ErrorKind::illegal_transition, "comments_are_unanswered", {},
                      {{"count", std::to_string(unanswered)}});
    std::vector<base::Error> faults;
    note_ahead(faults, held.held_on, today, "held_on");
    note_empty(faults, held.held_by, "held_by");
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    plan.state = PlanState::deliberated;
    plan.deliberation = held;
    plan.commitment.reset();
    return plan;
}

base::Result<PlanVersion> commit(PlanVersion plan, const Commitment& signature, base::Date today) {
    std::vector<base::Error> faults;
    note_empty(faults, signature.name, "name");
    note_ahead(faults, signature.on, today, "on");
    note_before(faults, signature.on, plan, {"signed_before_the_deliberation", "on"});
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    plan.commitment = signature;
    return plan;
}

base::Result<PlanVersion> submit(PlanVersion plan, const std::vector<Placeholder>& left) {
    if (!plan.commitment) return *illegal("principal_has_not_committed");
    if (!left.empty())
        return refuse(ErrorKind::illegal_transition, "placeholders_are_left", {},
                      {{"count", std::to_string(left.size())}, {"value", left.front().text}});
    plan.state = PlanState::joint_review;
    ++plan.round;
    return plan;
}

PlanVersion after_review(PlanVersion plan, RoundOutcome outcome) {
    switch (outcome) {
        case RoundOutcome::open: break;
        case RoundOutcome::agreed: plan.state = PlanState::approved; break;
        case RoundOutcome::returned:
        case RoundOutcome::taken_back:
            plan.state = PlanState::draft;
            plan.deliberation.reset();
            plan.commitment.reset();
    }
    return plan;
}

base::Result<PlanVersion> take_back(PlanVersion plan, std::string_view reason) {
    if (auto no = why_no_reason(reason, "reason")) return *no;
    return after_review(std::move(plan), RoundOutcome::taken_back);
}

base::Result<PlanVersion> issue(PlanVersion plan, const Issue& wanted, base::Date today) {
    std::vector<base::Error> faults;
    note_empty(faults, wanted.number, "number");
    note_ahead(faults, wanted.on, today, "issued_on");
    note_before(faults, wanted.on, plan, {"issued_before_the_deliberation", "issued_on"});
    note_empty(faults, wanted.recipients, "recipients");
    if (auto wrong = base::together(std::move(faults))) return *wrong;
    plan.state = PlanState::issued;
    plan.issue = wanted;
    return plan;
}

base::Result<PlanVersion> revise(const PlanVersion& before, PlanVersionId id,
                                 std::string_view reason) {
    if (auto no = why_no_reason(reason, "reason")) return *no;
    PlanVersion next;
    next.id = id;
    next.programme = before.programme;
    next.programme_title = before.programme_title;
    next.number = before.number + 1;
    next.outline = before.outline;
    next.title = before.title;
    next.reason = reason;
    return next;
}

std::string number_key(std::string_view number) {
    auto key = base::folded(number);
    constexpr std::pair<std::string_view, std::string_view> brackets[]{
        {"〔", "["}, {"〕", "]"}, {"【", "["}, {"】", "]"}, {"(", "["}, {")", "]"}};
    for (const auto& [from, to] : brackets)
        for (auto at = key.find(from); at != std::string::npos; at = key.find(from, at + 1))
            key.replace(at, from.size(), to);
    return key;
}

}  // namespace drafting
