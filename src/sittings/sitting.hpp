// A life meeting while it sits: who is there, whether they are enough, whose turn it is, when it is
// over (R89–R91). Whether it runs or is closed stands with the meeting. Pure.
#pragma once

#include "sittings/agenda.hpp"

namespace sittings {

using life_meetings::Standing;

enum class PresenceState {
    expected,
    present,
    leave_asked,
    on_leave,  // granted by the principal
    absent,    // without leave
};
[[nodiscard]] std::string_view name_of(PresenceState state);
[[nodiscard]] std::optional<PresenceState> presence_state_of(std::string_view name);

struct Presence {
    ParticipantId participant;
    PresenceState state = PresenceState::expected;
    std::optional<base::Instant> arrived_at, left_at;
    std::string reason, asked_by, granted_by;
    std::optional<base::Instant> granted_at;
    bool operator==(const Presence&) const = default;
};

struct Sitting {
    std::vector<Turn> turns;
    std::vector<Presence> presences;  // of whom something was noted
    std::optional<base::Instant> opened_at, closed_at;
    std::string opened_by, closed_by;
    std::optional<TurnId> turn;  // that runs
    std::optional<base::Instant> turn_since;
    std::string digest;        // of the record, once it is closed
    std::int64_t version = 0;  // 0: nothing was noted yet
};
[[nodiscard]] Presence presence_of(const Sitting& sitting, ParticipantId who);

/// Of the team as it is now: those who left it do not count.
struct Quorum {
    std::int64_t team = 0, present = 0;
    [[nodiscard]] std::int64_t needed() const { return (2 * team + 2) / 3; }
    [[nodiscard]] bool reached() const { return team > 0 && present >= needed(); }
    bool operator==(const Quorum&) const = default;
};
[[nodiscard]] Quorum quorum_of(const LifeMeeting& meeting, const Sitting& sitting);

enum class SittingAct {
    arrange,
    note_presence,
    grant_leave,
    open,
    move,
    close,
    record,
    add_remark
};
inline constexpr SittingAct sitting_acts[]{SittingAct::arrange,     SittingAct::note_presence,
                                           SittingAct::grant_leave, SittingAct::open,
                                           SittingAct::move,        SittingAct::close,
                                           SittingAct::record,      SittingAct::add_remark};
[[nodiscard]] std::string_view name_of(SittingAct act);

/// Refuses: open and close as the meeting's own run and close; of the others in this order
/// only_the_principal_grants_leave (grant_leave), only_recorders_write_the_record (record),
/// only_host_and_recorders_run_the_sitting; life_meeting_is_cancelled, record_is_closed (all but
/// add_remark), record_is_still_open (add_remark), sitting_is_not_open (move, record).
[[nodiscard]] std::optional<base::Error> why_not(SittingAct act, const LifeMeeting& meeting,
                                                 const Standing& standing);
/// Refuses: agenda_is_empty, principal_is_not_there, sitting_lacks_quorum (args
/// present, accepted).
[[nodiscard]] base::Result<Sitting> open(const Sitting& before, const LifeMeeting& meeting,
                                         const base::Actor& actor, base::Instant now);
/// Whose turn it is from now on; what passed is added to the turn that ran. Refuses: turn_unknown.
[[nodiscard]] base::Result<Sitting> move(const Sitting& before, TurnId to, base::Instant now);
[[nodiscard]] Sitting close(const Sitting& before, const std::string& digest,
                            const base::Actor& actor, base::Instant now);

/// What is noted of one who takes part.
struct PresenceChange {
    ParticipantId participant;
    PresenceState state = PresenceState::expected;
    std::string reason;
    bool left = false;  // went before the end
};
/// Each says of themselves that they are there or ask for leave; host, recorders and the office of
/// anybody. Leave is granted or refused by the principal only: on_leave, or absent where it was
/// asked for. Refuses: participant_unknown; as why_not(grant_leave, note_presence);
/// principal_cannot_be_on_leave, reason_too_short (reason; leave_asked),
/// leave_was_not_asked_for (on_leave).
[[nodiscard]] base::Result<Presence> note_presence(const Sitting& sitting,
                                                   const LifeMeeting& meeting,
                                                   const PresenceChange& change,
                                                   const Standing& standing,
                                                   const base::Actor& actor, base::Instant now);

}  // namespace sittings
