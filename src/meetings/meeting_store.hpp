// Statements on series, meetings and who takes part. Decides nothing.
#pragma once

#include "ledger/programme_store.hpp"
#include "meetings/series.hpp"

namespace meetings {

void insert_series(db::Transaction& transaction, const Series& series);
/// Refuses somebody_else_changed_it. The stored version becomes that of `series`.
[[nodiscard]] base::Result<void> save_series(db::Transaction& transaction, const Series& series);
[[nodiscard]] std::optional<Series> find_series(db::Transaction& transaction, SeriesId id);
/// Those that go on first, then by title.
[[nodiscard]] std::vector<Series> list_series(db::Transaction& transaction, ProgrammeId programme);

void insert_meeting(db::Transaction& transaction, const Meeting& meeting);
/// Everything that changes, participants included. Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_meeting(db::Transaction& transaction, const Meeting& meeting);
/// What one participant said; no version moves.
void save_attendance(db::Transaction& transaction, MeetingId id, std::size_t line,
                     const Participant& said);
/// Within the actor's sight: those of programmes whose unit the scope covers, and those that the
/// actor, or the actor's unit, was called to. Planned ones only for the office.
[[nodiscard]] std::optional<Meeting> find_meeting(db::Transaction& transaction, MeetingId id,
                                                  const base::Actor& actor);
/// The last of a series that was not cancelled, by day.
[[nodiscard]] std::optional<Meeting> find_last_of(db::Transaction& transaction, SeriesId series,
                                                  const base::Actor& actor);
/// The next one that has not begun, of the same series or, without one, single and of the same
/// kind.
[[nodiscard]] std::optional<Meeting> find_next_like(db::Transaction& transaction,
                                                    const Meeting& one);

/// Those to come first, the nearest first; then those that are over, the latest first.
enum class WhichMeetings { all, to_come, over };
struct MeetingFilter {
    ProgrammeId programme;
    WhichMeetings which = WhichMeetings::all;
    ledger::Page page;
};
/// Without participants.
struct MeetingBrief {
    Meeting meeting;
    std::int64_t items = 0, decisions = 0;
    std::string host;
};
struct MeetingPage {
    std::vector<MeetingBrief> rows;
    std::int64_t total = 0;
};
[[nodiscard]] MeetingPage list_meetings(db::Transaction& transaction, const MeetingFilter& filter,
                                        const base::Actor& actor, base::Date today);

struct Days {
    base::Date from, to;
};
/// Those the actor, or the actor's unit, was called to, by day; cancelled ones only on `with`.
enum class Cancelled { without, with };
[[nodiscard]] std::vector<Meeting> list_own_meetings(db::Transaction& transaction,
                                                     const base::Actor& actor, Days days,
                                                     Cancelled cancelled);

/// The names as they are registered.
[[nodiscard]] std::optional<std::string> find_person_name(db::Transaction& transaction,
                                                          base::PersonId id);

}  // namespace meetings
