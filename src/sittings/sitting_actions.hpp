// What people do with a life meeting while it sits. Each change is one transaction with its entry
// in the programme's chain; open pages are told that something has changed.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "sittings/sitting_store.hpp"

namespace sittings {

using ledger::Needs;
using life_meetings::Opened;
/// What open pages ask again for.
inline constexpr std::string_view sittings_changed = "sittings";

/// The sitting as its page shows it; all below refuse life_meeting_unknown first.
struct SittingView {
    LifeMeeting meeting;
    Standing standing;
    Sitting sitting;
    Quorum quorum;
    base::Instant now;
    std::int64_t writings = 0;  // of the record
};
[[nodiscard]] base::Result<SittingView> view_sitting(const Needs& needs, const base::Actor& actor,
                                                     LifeMeetingId id);
/// What a page asks for whenever it is told that something has changed.
struct SittingState {
    life_meetings::LifeState state = life_meetings::LifeState::planning;
    std::int64_t version = 0, writings = 0;
    std::optional<TurnId> turn;
    std::optional<base::Instant> turn_since;
    base::Instant now;
};
[[nodiscard]] base::Result<SittingState> view_sitting_state(const Needs& needs,
                                                            const base::Actor& actor,
                                                            LifeMeetingId id);

/// The sitting as somebody saw it before acting on it. Those that take it refuse
/// somebody_else_changed_it, then as the rule of their name.
struct SeenSitting {
    LifeMeetingId id;
    std::int64_t version = 0;
};
/// In this order; none: the usual one. Time that turns took stays with them. Refuses besides: as
/// check_turns(), turn_is_running (the running turn would go), turn_stands_twice.
[[nodiscard]] base::Result<SittingView> arrange_turns(const Needs& needs, const base::Actor& actor,
                                                      const SeenSitting& seen,
                                                      const std::vector<Turn>& turns);
/// The version does not matter: two people come in at once.
[[nodiscard]] base::Result<SittingView> say_presence(const Needs& needs, const base::Actor& actor,
                                                     LifeMeetingId id,
                                                     const PresenceChange& change);
[[nodiscard]] base::Result<SittingView> open_sitting(const Needs& needs, const base::Actor& actor,
                                                     const SeenSitting& seen);
[[nodiscard]] base::Result<SittingView> move_turn(const Needs& needs, const base::Actor& actor,
                                                  const SeenSitting& seen, TurnId to);
/// The record gets its digest, the step of the plan is done.
[[nodiscard]] base::Result<SittingView> close_sitting(const Needs& needs, const base::Actor& actor,
                                                      const SeenSitting& seen);

// ---- The record

struct RecordView {
    LifeMeeting meeting;
    Standing standing;
    std::vector<RecordEntry> entries;
    std::vector<Remark> remarks;
    RecordFigures figures;
    std::string digest;
    bool sound = true;  // as it was closed
};
/// Leaves an entry in the journal. Refuses: as why_not_read().
[[nodiscard]] base::Result<RecordView> view_record(const Needs& needs, const base::Actor& actor,
                                                   LifeMeetingId id);
/// What came of an entry: how it stands here.
struct WrittenEntry {
    RecordEntry entry;
    bool own = true;
};
/// Sent again with the same content: as it is, also after the close. Refuses: as write(),
/// same_id_other_content.
[[nodiscard]] base::Result<WrittenEntry> write_entry(const Needs& needs, const base::Actor& actor,
                                                     LifeMeetingId id, const Spoken& said);
struct Correction {
    std::int64_t revision = 0;
    Spoken said;
};
/// Refuses: entry_unknown, as write(), as correct().
[[nodiscard]] base::Result<WrittenEntry> correct_entry(const Needs& needs, const base::Actor& actor,
                                                       LifeMeetingId id,
                                                       const Correction& correction);
struct NewRemark {
    RemarkId id;
    std::string text;
};
/// Refuses: as why_not(add_remark).
[[nodiscard]] base::Result<RecordView> add_remark(const Needs& needs, const base::Actor& actor,
                                                  LifeMeetingId id, const NewRemark& remark);

}  // namespace sittings
