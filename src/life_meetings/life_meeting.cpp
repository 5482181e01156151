#include "life_meetings/life_meeting.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace life_meetings {
namespace {

using base::Error;
using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 7> state_names{"planning", "submitted", "approved", "called",
                                                      "running",  "closed",    "cancelled"};
constexpr std::array<std::string_view, 5> part_names{"principal", "member", "sits_in", "guide",
                                                     "recorder"};
constexpr std::array<std::string_view, 5> part_words{"主要负责人", "班子成员", "列席人员",
                                                     "到会指导", "记录人"};
constexpr std::array<std::string_view, 2> length_names{"half_day", "whole_day"};
constexpr std::array<std::string_view, 7> duty_names{"draft",   "notify",  "record", "invite",
                                                     "compile", "publish", "support"};
constexpr std::array<std::string_view, 7> duty_words{"起草材料", "通知联络", "会议记录", "邀请接待",
                                                     "汇编材料", "通报公开", "会务保障"};
constexpr std::array<std::string_view, 11> act_names{
    "edit",     "change_people", "submit", "decide", "revise", "call",
    "postpone", "do_step",       "run",    "close",  "cancel"};

template <class Named, std::size_t count>
std::string_view in(const std::array<std::string_view, count>& names, Named one) {
    return names[static_cast<std::size_t>(one)];
}

Error no(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}

std::optional<Error> why_not_person(LifeAct act, const Standing& standing) {
    if (standing.keeper) return std::nullopt;
    const bool opens_or_closes = act == LifeAct::run || act == LifeAct::close;
    if (opens_or_closes && standing.is_recorder()) return std::nullopt;
    if (act != LifeAct::decide)
        return refuse(ErrorKind::forbidden, "only_the_keeper_runs_life_meetings");
    if (standing.superior || standing.contact) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_reviewers_decide_on_life_plans");
}

/// Why an act is too late or too early in a state; the first state that stands in its way.
std::optional<Error> why_not_while_planned(LifeAct act, LifeState state) {
    const bool approved = state == LifeState::approved || state == LifeState::called;
    switch (act) {
        case LifeAct::edit:
        case LifeAct::submit:
            if (state == LifeState::submitted) return no("life_plan_is_submitted");
            if (approved) return no("life_plan_is_approved");
            return std::nullopt;
        case LifeAct::decide:
            if (state != LifeState::submitted) return no("life_plan_is_not_submitted");
            return std::nullopt;
        case LifeAct::revise:
            if (!approved) return no("life_plan_is_not_approved");
            return std::nullopt;
        case LifeAct::call:
            if (state == LifeState::called) return no("life_meeting_is_called");
            if (!approved) return no("life_plan_is_not_approved");
            return std::nullopt;
        case LifeAct::run:
            if (state != LifeState::called) return no("life_meeting_is_not_called");
            return std::nullopt;
        case LifeAct::close: return no("life_meeting_is_not_running");
        default: return std::nullopt;
    }
}

}  // namespace

std::string_view name_of(LifeState state) {
    return in(state_names, state);
}
std::optional<LifeState> life_state_of(std::string_view name) {
    return base::named<LifeState>(state_names, name);
}
std::string_view name_of(Part part) {
    return in(part_names, part);
}
std::optional<Part> part_of(std::string_view name) {
    return base::named<Part>(part_names, name);
}
std::string_view words_of(Part part) {
    return in(part_words, part);
}
std::string_view name_of(Length length) {
    return in(length_names, length);
}
std::optional<Length> length_of(std::string_view name) {
    return base::named<Length>(length_names, name);
}
std::string_view name_of(DutyKind kind) {
    return in(duty_names, kind);
}
std::optional<DutyKind> duty_kind_of(std::string_view name) {
    return base::named<DutyKind>(duty_names, name);
}
std::string_view words_of(DutyKind kind) {
    return in(duty_words, kind);
}
std::string_view name_of(LifeAct act) {
    return in(act_names, act);
}
std::optional<LifeAct> life_act_of(std::string_view name) {
    return base::named<LifeAct>(act_names, name);
}

const Participant* find_participant(const LifeMeeting& meeting, ParticipantId id) {
    for (const auto& one : meeting.participants)
        if (one.id == id) return &one;
    return nullptr;
}

std::vector<const Participant*> team_of(const LifeMeeting& meeting) {
    std::vector<const Participant*> team;
    for (const auto& one : meeting.participants)
        if (one.is_of_team() && !one.left_on) team.push_back(&one);
    return team;
}

const Participant* principal_of(const LifeMeeting& meeting) {
    for (const auto* one : team_of(meeting))
        if (one->part == Part::principal) return one;
    return nullptr;
}

const Step* find_step(const LifeMeeting& meeting, StepKind kind) {
    for (const auto& one : meeting.steps)
        if (one.kind == kind) return &one;
    return nullptr;
}

Standing standing_of(const LifeMeeting& meeting, const base::Actor& actor) {
    Standing standing;
    const auto& scope = actor.scope;
    if (!actor.may(base::Act::read_ledger) || !scope.clears(meeting.mark)) return standing;
    const bool cleared = scope.clears({base::Guard::life_meeting}) &&
                         scope.covers(meeting.unit_path, meeting.programme);
    standing.keeper = cleared && actor.may(base::Act::edit_ledger);
    standing.superior = cleared && (actor.seat == base::Seat::inspection_office ||
                                    actor.seat == base::Seat::organisation_department ||
                                    actor.seat == base::Seat::discipline_office);
    standing.contact = meeting.terms.contact_person == actor.person;
    for (const auto& one : meeting.participants) {
        if (one.person != actor.person) continue;
        // Whoever left and came back takes part as who they are now.
        if (standing.own && one.left_on) continue;
        standing.own = one.id;
        standing.part = one.part;
        standing.has_left = one.left_on.has_value();
    }
    return standing;
}

std::optional<Error> why_not(LifeAct act, const LifeMeeting& meeting, const Standing& standing) {
    if (auto refused = why_not_person(act, standing)) return refused;
    switch (meeting.state) {
        case LifeState::cancelled: return no("life_meeting_is_cancelled");
        case LifeState::closed:
            if (act == LifeAct::do_step) return std::nullopt;
            return no("life_meeting_is_closed");
        case LifeState::running:
            if (act == LifeAct::do_step || act == LifeAct::change_people || act == LifeAct::close)
                return std::nullopt;
            return no("life_meeting_is_running");
        default: return why_not_while_planned(act, meeting.state);
    }
}

base::Result<LifeMeeting> moved(const LifeMeeting& before, LifeAct act, const Standing& standing) {
    if (auto refused = why_not(act, before, standing)) return *refused;
    LifeMeeting after = before;
    switch (act) {
        case LifeAct::submit: after.state = LifeState::submitted; break;
        case LifeAct::revise: after.state = LifeState::planning; break;
        case LifeAct::call: after.state = LifeState::called; break;
        case LifeAct::postpone:
            // Whoever was called to the other day must be called again.
            if (before.state == LifeState::called) after.state = LifeState::approved;
            break;
        case LifeAct::run: after.state = LifeState::running; break;
        case LifeAct::close: after.state = LifeState::closed; break;
        case LifeAct::cancel: after.state = LifeState::cancelled; break;
        default: break;
    }
    ++after.version;
    return after;
}

}  // namespace life_meetings
