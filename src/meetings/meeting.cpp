#include "meetings/meeting.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"

namespace meetings {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 5> kind_names{"coordination", "joint", "push",
                                                     "mobilisation", "leading_group"};
constexpr std::array<std::string_view, 5> kind_words{"碰头会", "联席会议", "推进会", "动员会",
                                                     "领导小组会议"};
constexpr std::array<std::string_view, 5> state_names{"planned", "called", "running", "closed",
                                                      "cancelled"};
constexpr std::array<std::string_view, 2> standing_names{"attends", "sits_in"};
constexpr std::array<std::string_view, 3> duty_names{"none", "host", "recorder"};
constexpr std::array<std::string_view, 6> attendance_names{"unanswered", "coming",  "leave",
                                                           "proxy",      "present", "absent"};
constexpr std::array<std::string_view, 10> act_names{
    "edit", "set_agenda",    "call",  "cancel",    "answer", "note_attendance",
    "open", "write_minutes", "close", "add_remark"};

Refusal illegal(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}
Refusal forbidden(std::string_view code) {
    return refuse(ErrorKind::forbidden, code);
}

bool keeps_minutes(const Meeting& meeting, const base::Actor& actor) {
    if (actor.may(Act::edit_ledger)) return true;
    const auto& all = meeting.terms.participants;
    return std::any_of(all.begin(), all.end(), [&](const Participant& one) {
        return one.duty == Duty::recorder && is_own(one, actor);
    });
}

Refusal not_for_them(MeetingAct act, const Meeting& meeting, const base::Actor& actor) {
    const auto& all = meeting.terms.participants;
    switch (act) {
        case MeetingAct::edit:
        case MeetingAct::call:
        case MeetingAct::cancel:
        case MeetingAct::open:
            if (!actor.may(Act::edit_ledger)) return forbidden("only_the_office_arranges_meetings");
            return std::nullopt;
        case MeetingAct::answer:
            if (std::none_of(all.begin(), all.end(),
                             [&](const Participant& one) { return is_own(one, actor); }))
                return forbidden("only_participants_answer");
            return std::nullopt;
        case MeetingAct::set_agenda:
        case MeetingAct::note_attendance:
        case MeetingAct::write_minutes:
        case MeetingAct::close:
        case MeetingAct::add_remark:
            if (!keeps_minutes(meeting, actor))
                return forbidden("only_the_recorder_writes_minutes");
    }
    return std::nullopt;
}

Refusal not_while_running(MeetingAct act) {
    switch (act) {
        case MeetingAct::edit:
        case MeetingAct::call:
        case MeetingAct::cancel:
        case MeetingAct::open:
        case MeetingAct::answer: return illegal("meeting_is_running");
        default: return std::nullopt;
    }
}

Refusal not_before(MeetingAct act, MeetingState state) {
    const bool called = state == MeetingState::called;
    switch (act) {
        case MeetingAct::call: return called ? illegal("meeting_is_called") : std::nullopt;
        case MeetingAct::answer:
        case MeetingAct::open:
        case MeetingAct::note_attendance:
            return called ? std::nullopt : illegal("meeting_is_not_called");
        case MeetingAct::write_minutes:
        case MeetingAct::close: return illegal("meeting_is_not_running");
        default: return std::nullopt;
    }
}

base::Error faulty(std::string_view code, std::string_view field, std::string value) {
    return refuse(ErrorKind::invalid, code, field, {{"value", std::move(value)}});
}

std::size_t count(const MeetingTerms& terms, Duty duty) {
    return static_cast<std::size_t>(
        std::count_if(terms.participants.begin(), terms.participants.end(),
                      [&](const Participant& one) { return one.duty == duty; }));
}

const Participant* host_of(const Meeting& meeting) {
    const auto& all = meeting.terms.participants;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [](const Participant& one) { return one.duty == Duty::host; });
    return found == all.end() ? nullptr : &*found;
}

Refusal attendance_fault(const AttendanceNote& note, bool by_recorder) {
    if (!by_recorder &&
        (note.attendance == Attendance::present || note.attendance == Attendance::absent))
        return refuse(ErrorKind::forbidden, "attendance_is_noted_by_the_recorder", "attendance");
    if (note.attendance == Attendance::leave && base::trim(note.reason).empty())
        return refuse(ErrorKind::invalid, "leave_needs_a_reason", "reason");
    if (note.attendance == Attendance::proxy && base::trim(note.proxy).empty())
        return refuse(ErrorKind::invalid, "proxy_needs_a_name", "proxy");
    return std::nullopt;
}

}  // namespace

std::string_view name_of(MeetingKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<MeetingKind> meeting_kind_of(std::string_view name) {
    return base::named<MeetingKind>(kind_names, name);
}
std::string_view words_of(MeetingKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}
std::string_view name_of(MeetingState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<MeetingState> meeting_state_of(std::string_view name) {
    return base::named<MeetingState>(state_names, name);
}
std::string_view name_of(Standing standing) {
    return standing_names[static_cast<std::size_t>(standing)];
}
std::optional<Standing> standing_of(std::string_view name) {
    return base::named<Standing>(standing_names, name);
}
std::string_view name_of(Duty duty) {
    return duty_names[static_cast<std::size_t>(duty)];
}
std::optional<Duty> duty_of(std::string_view name) {
    return base::named<Duty>(duty_names, name);
}
std::string_view name_of(Attendance attendance) {
    return attendance_names[static_cast<std::size_t>(attendance)];
}
std::optional<Attendance> attendance_of(std::string_view name) {
    return base::named<Attendance>(attendance_names, name);
}
std::string_view name_of(MeetingAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

bool same_invited(const Participant& a, const Participant& b) {
    return a.person == b.person && a.unit == b.unit && (a.person || a.unit || a.name == b.name);
}

bool is_own(const Participant& one, const base::Actor& actor) {
    if (one.person) return *one.person == actor.person;
    return one.unit && *one.unit == actor.unit;
}

std::optional<base::Error> why_not(MeetingAct act, const Meeting& meeting,
                                   const base::Actor& actor) {
    if (auto no = not_for_them(act, meeting, actor)) return no;
    if (act == MeetingAct::add_remark)
        return meeting.state == MeetingState::closed ? std::nullopt
                                                     : illegal("meeting_is_not_closed");
    switch (meeting.state) {
        case MeetingState::cancelled: return illegal("meeting_is_cancelled");
        case MeetingState::closed: return illegal("meeting_is_closed");
        case MeetingState::running: return not_while_running(act);
        case MeetingState::planned:
        case MeetingState::called: break;
    }
    return not_before(act, meeting.state);
}

base::Result<void> check(const MeetingTerms& terms) {
    std::vector<base::Error> faults;
    if (!is_time_of_day(terms.begins_at))
        faults.push_back(faulty("time_of_day_expected", "begins_at", terms.begins_at));
    const auto& all = terms.participants;
    for (auto one = all.begin(); one != all.end(); ++one)
        if (std::any_of(all.begin(), one,
                        [&](const Participant& other) { return same_invited(other, *one); }))
            faults.push_back(faulty("participant_stands_twice", "participants", one->name));
    if (count(terms, Duty::host) > 1)
        faults.push_back(refuse(ErrorKind::invalid, "two_hosts", "participants"));
    if (count(terms, Duty::recorder) > 1)
        faults.push_back(refuse(ErrorKind::invalid, "two_recorders", "participants"));
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

bool moved(const Meeting& before, const Meeting& after) {
    return before.terms.held_on != after.terms.held_on ||
           before.terms.begins_at != after.terms.begins_at ||
           before.terms.place != after.terms.place;
}

base::Result<Meeting> edit(const Meeting& before, const MeetingTerms& terms,
                           const base::Actor& actor) {
    if (auto no = why_not(MeetingAct::edit, before, actor)) return *no;
    if (auto good = check(terms); !good) return good.error();
    Meeting after = before;
    after.terms = terms;
    const bool asked_again = before.state == MeetingState::called && moved(before, after);
    for (auto& one : after.terms.participants) {
        one.attendance = Attendance::unanswered;
        one.reason.clear();
        one.proxy.clear();
        for (const auto& old : before.terms.participants) {
            if (!same_invited(old, one)) continue;
            if (asked_again && old.attendance == Attendance::coming) break;
            one.attendance = old.attendance;
            one.reason = old.reason;
            one.proxy = old.proxy;
        }
    }
    if (after == before) return after;
    if (before.state == MeetingState::called) ++after.sequence;
    ++after.version;
    return after;
}

base::Result<Meeting> call(const Meeting& before, const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(MeetingAct::call, before, actor)) return *no;
    if (before.terms.participants.empty())
        return refuse(ErrorKind::invalid, "meeting_has_nobody", "participants");
    if (host_of(before) == nullptr)
        return refuse(ErrorKind::invalid, "meeting_has_no_host", "participants");
    if (before.terms.held_on < base::date_of(now))
        return refuse(ErrorKind::invalid, "meeting_day_is_over", "held_on",
                      {{"value", base::to_text(before.terms.held_on)},
                       {"accepted", base::to_text(base::date_of(now))}});
    Meeting after = before;
    after.state = MeetingState::called;
    after.called_at = now;
    ++after.version;
    return after;
}

base::Result<Meeting> cancel(const Meeting& before, std::string_view reason,
                             const base::Actor& actor) {
    if (auto no = why_not(MeetingAct::cancel, before, actor)) return *no;
    if (base::chars_in(base::trim(reason)) < base::limits::reason_chars_min)
        return refuse(ErrorKind::invalid, "reason_too_short", "reason",
                      {{"accepted", std::to_string(base::limits::reason_chars_min)}});
    Meeting after = before;
    after.state = MeetingState::cancelled;
    after.reason = reason;
    ++after.sequence;
    ++after.version;
    return after;
}

base::Result<Meeting> note_attendance(const Meeting& before, const AttendanceNote& note,
                                      const base::Actor& actor) {
    if (note.line >= before.terms.participants.size())
        return refuse(ErrorKind::not_found, "participant_unknown", "line");
    const bool by_recorder = keeps_minutes(before, actor);
    if (by_recorder) {
        if (auto no = why_not(MeetingAct::note_attendance, before, actor)) return *no;
    } else {
        if (!is_own(before.terms.participants[note.line], actor))
            return refuse(ErrorKind::forbidden, "only_participants_answer");
        if (auto no = why_not(MeetingAct::answer, before, actor)) return *no;
    }
    if (auto fault = attendance_fault(note, by_recorder)) return *fault;
    Meeting after = before;
    auto& line = after.terms.participants[note.line];
    line.attendance = note.attendance;
    line.reason = note.attendance == Attendance::leave ? note.reason : "";
    const bool instead = note.attendance == Attendance::proxy || line.unit;
    line.proxy = instead ? note.proxy : "";
    return after;
}

base::Result<Meeting> open(const Meeting& before, std::size_t agenda_items,
                           const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(MeetingAct::open, before, actor)) return *no;
    if (base::date_of(now) < before.terms.held_on)
        return refuse(ErrorKind::illegal_transition, "meeting_day_has_not_come", "held_on",
                      {{"accepted", base::to_text(before.terms.held_on)}});
    const auto* host = host_of(before);
    if (host == nullptr) return refuse(ErrorKind::invalid, "meeting_has_no_host", "participants");
    const bool here = host->attendance == Attendance::unanswered ||
                      host->attendance == Attendance::coming ||
                      host->attendance == Attendance::present;
    if (!here)
        return refuse(ErrorKind::illegal_transition, "host_is_absent", "participants",
                      {{"name", host->name}});
    if (agenda_items == 0) return refuse(ErrorKind::invalid, "agenda_is_empty", "agenda");
    Meeting after = before;
    after.state = MeetingState::running;
    after.opened_at = now;
    ++after.version;
    return after;
}

}  // namespace meetings
