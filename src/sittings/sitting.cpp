#include "sittings/sitting.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::LifeState;

constexpr std::array<std::string_view, 5> presence_names{"expected", "present", "leave_asked",
                                                         "on_leave", "absent"};
constexpr std::array<std::string_view, 8> act_names{
    "arrange", "note_presence", "grant_leave", "open", "move", "close", "record", "add_remark"};

bool runs_it(const Standing& standing) {
    return standing.keeper || standing.is_principal() || standing.is_recorder();
}

std::optional<base::Error> why_not_them(SittingAct act, const Standing& standing) {
    if (act == SittingAct::grant_leave && !standing.is_principal())
        return refuse(ErrorKind::forbidden, "only_the_principal_grants_leave");
    if (act == SittingAct::record && !standing.is_recorder())
        return refuse(ErrorKind::forbidden, "only_recorders_write_the_record");
    if (!runs_it(standing))
        return refuse(ErrorKind::forbidden, "only_host_and_recorders_run_the_sitting");
    return std::nullopt;
}

base::Error not_now(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}

void stop_turn(Sitting& sitting, base::Instant now) {
    for (auto& one : sitting.turns)
        if (one.id == sitting.turn && sitting.turn_since)
            one.spent_ms += now.milliseconds - sitting.turn_since->milliseconds;
    sitting.turn = std::nullopt;
    sitting.turn_since = std::nullopt;
}

}  // namespace

std::string_view name_of(PresenceState state) {
    return presence_names[static_cast<std::size_t>(state)];
}
std::optional<PresenceState> presence_state_of(std::string_view name) {
    return base::named<PresenceState>(presence_names, name);
}
std::string_view name_of(SittingAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

Presence presence_of(const Sitting& sitting, ParticipantId who) {
    for (const auto& one : sitting.presences)
        if (one.participant == who) return one;
    Presence none;
    none.participant = who;
    return none;
}

Quorum quorum_of(const LifeMeeting& meeting, const Sitting& sitting) {
    Quorum quorum;
    for (const auto* one : life_meetings::team_of(meeting)) {
        ++quorum.team;
        const auto there = presence_of(sitting, one->id);
        if (there.state == PresenceState::present && !there.left_at) ++quorum.present;
    }
    return quorum;
}

std::optional<base::Error> why_not(SittingAct act, const LifeMeeting& meeting,
                                   const Standing& standing) {
    using life_meetings::LifeAct;
    if (act == SittingAct::open) return life_meetings::why_not(LifeAct::run, meeting, standing);
    if (act == SittingAct::close) return life_meetings::why_not(LifeAct::close, meeting, standing);
    if (auto no = why_not_them(act, standing)) return no;
    if (meeting.state == LifeState::cancelled) return not_now("life_meeting_is_cancelled");
    const bool remarks = act == SittingAct::add_remark;
    if (meeting.state == LifeState::closed)
        return remarks ? std::nullopt : std::optional(not_now("record_is_closed"));
    if (remarks) return not_now("record_is_still_open");
    const bool of_open = act == SittingAct::move || act == SittingAct::record;
    if (of_open && meeting.state != LifeState::running) return not_now("sitting_is_not_open");
    return std::nullopt;
}

base::Result<Sitting> open(const Sitting& before, const LifeMeeting& meeting,
                           const base::Actor& actor, base::Instant now) {
    if (before.turns.empty()) return not_now("agenda_is_empty");
    const auto* host = life_meetings::principal_of(meeting);
    if (host == nullptr || presence_of(before, host->id).state != PresenceState::present)
        return not_now("principal_is_not_there");
    const auto quorum = quorum_of(meeting, before);
    if (!quorum.reached())
        return refuse(ErrorKind::illegal_transition, "sitting_lacks_quorum", {},
                      {{"present", std::to_string(quorum.present)},
                       {"accepted", std::to_string(quorum.needed())}});
    Sitting after = before;
    after.opened_at = now;
    after.opened_by = actor.name;
    after.turn = after.turns.front().id;
    after.turn_since = now;
    return after;
}

base::Result<Sitting> move(const Sitting& before, TurnId to, base::Instant now) {
    const bool known = std::any_of(before.turns.begin(), before.turns.end(),
                                   [&](const Turn& one) { return one.id == to; });
    if (!known) return refuse(ErrorKind::not_found, "turn_unknown");
    if (before.turn == to) return before;
    Sitting after = before;
    stop_turn(after, now);
    after.turn = to;
    after.turn_since = now;
    return after;
}

Sitting close(const Sitting& before, const std::string& digest, const base::Actor& actor,
              base::Instant now) {
    Sitting after = before;
    stop_turn(after, now);
    after.closed_at = now;
    after.closed_by = actor.name;
    after.digest = digest;
    return after;
}

base::Result<Presence> note_presence(const Sitting& sitting, const LifeMeeting& meeting,
                                     const PresenceChange& change, const Standing& standing,
                                     const base::Actor& actor, base::Instant now) {
    const auto* who = life_meetings::find_participant(meeting, change.participant);
    if (who == nullptr) return refuse(ErrorKind::invalid, "participant_unknown", "participant");
    auto after = presence_of(sitting, change.participant);
    const bool answers_a_wish =
        after.state == PresenceState::leave_asked && change.state == PresenceState::absent;
    const bool decides = change.state == PresenceState::on_leave || answers_a_wish;
    const bool own =
        standing.own == change.participant && !decides && change.state != PresenceState::absent;
    const auto act = decides ? SittingAct::grant_leave : SittingAct::note_presence;
    auto speaking = standing;
    if (own) speaking.keeper = true;  // of themselves everybody may say it
    if (auto no = why_not(act, meeting, speaking)) return *no;
    const auto asks = change.state == PresenceState::leave_asked;
    if ((asks || decides) && who->part == life_meetings::Part::principal)
        return refuse(ErrorKind::invalid, "principal_cannot_be_on_leave", "state");
    if (asks)
        if (auto no = base::why_too_short(change.reason, "reason_too_short", "reason")) return *no;
    if (change.state == PresenceState::on_leave && after.state != PresenceState::leave_asked)
        return not_now("leave_was_not_asked_for");
    after.state = change.state;
    if (asks) {
        after.reason = change.reason;
        after.asked_by = actor.name;
    }
    if (decides) {
        after.granted_by = actor.name;
        after.granted_at = now;
    }
    if (change.state == PresenceState::present && !after.arrived_at) after.arrived_at = now;
    after.left_at = change.left ? std::optional(after.left_at.value_or(now)) : std::nullopt;
    return after;
}

}  // namespace sittings
