#include "supervision/interview.hpp"

#include "base/text_length.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;
using base::why_too_short;
using Faults = std::vector<base::Error>;

base::Error on_another_day(std::string_view code, std::string_view field, base::Date value,
                           base::Date accepted) {
    return refuse(ErrorKind::invalid, code, field,
                  {{"value", base::to_text(value)}, {"accepted", base::to_text(accepted)}});
}

void check_people(const Interview& wanted, Faults& faults) {
    if (wanted.person.empty())
        faults.push_back(refuse(ErrorKind::invalid, "interviewee_missing", "person"));
    if (wanted.interviewers.empty())
        faults.push_back(refuse(ErrorKind::invalid, "interviewers_missing", "interviewers"));
    if (wanted.recorder.empty())
        faults.push_back(refuse(ErrorKind::invalid, "interview_recorder_missing", "recorder"));
}

void check_requirement(const Interview& wanted, Faults& faults) {
    if (wanted.requirement.empty()) return;
    if (!wanted.due_on)
        faults.push_back(refuse(ErrorKind::invalid, "requirement_needs_a_day", "due_on"));
    else if (*wanted.due_on < wanted.held_on)
        faults.push_back(
            on_another_day("requirement_day_is_over", "due_on", *wanted.due_on, wanted.held_on));
}

}  // namespace

std::optional<base::Error> why_not_interview(const base::Actor& actor) {
    if (actor.may(base::Act::review)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_reviewers_hold_interviews");
}

base::Result<void> check(const Interview& wanted, base::Date today) {
    Faults faults;
    if (wanted.held_on > today)
        faults.push_back(on_another_day("held_in_the_future", "held_on", wanted.held_on, today));
    if (!base::is_time_of_day(wanted.begins_at))
        faults.push_back(refuse(ErrorKind::invalid, "begins_at_is_no_time", "begins_at",
                                {{"value", wanted.begins_at}}));
    check_people(wanted, faults);
    const std::pair<std::string_view, const std::string*> said[]{
        {"cause", &wanted.cause}, {"problem", &wanted.problem}, {"answer", &wanted.answer}};
    for (const auto& [field, text] : said)
        if (auto fault = why_too_short(*text, "interview_says_nothing", field))
            faults.push_back(std::move(*fault));
    check_requirement(wanted, faults);
    if (!wanted.is_signed && wanted.unsigned_reason.empty())
        faults.push_back(refuse(ErrorKind::invalid, "unsigned_needs_a_reason", "unsigned_reason"));
    if (const auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

base::Result<Interview> revoke(const Interview& before, std::string_view reason,
                               const base::Actor& actor, base::Instant now) {
    if (const auto no = why_not_interview(actor)) return *no;
    if (before.revoked && before.revoked->by == actor.name && before.revoked->reason == reason)
        return before;  // Said twice.
    if (before.revoked) return refuse(ErrorKind::illegal_transition, "interview_is_revoked");
    if (const auto no = why_too_short(reason, "reason_too_short", "reason")) return *no;
    auto after = before;
    after.revoked = Revocation{actor.name, std::string(reason), now};
    ++after.version;
    return after;
}

}  // namespace supervision
