// Arranging meetings: series, planning, calling people together, who comes. Each change is one
// transaction with its entry in the programme's chain.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "meetings/agenda.hpp"
#include "meetings/calendar_feed.hpp"
#include "meetings/meeting_store.hpp"

namespace meetings {

using ledger::Needs;

/// A series with the days on which the next ones fall after the last one.
struct SeriesView {
    Series series;
    std::vector<calendar::ReckonedDay> next;
};
inline constexpr std::size_t next_days_shown = 3;
/// Refuses programme_not_found.
[[nodiscard]] base::Result<std::vector<SeriesView>> list_series_of(const Needs& needs,
                                                                   const base::Actor& actor,
                                                                   ProgrammeId programme);
/// Sent again: as it is. Refuses: programme_not_found, as check(SeriesTerms),
/// same_id_other_content.
[[nodiscard]] base::Result<Series> open_series(const Needs& needs, const base::Actor& actor,
                                               const Series& wanted);
/// Refuses: series_unknown, somebody_else_changed_it, as check(SeriesTerms).
[[nodiscard]] base::Result<Series> change_series(const Needs& needs, const base::Actor& actor,
                                                 const Series& wanted);
/// What the next meeting of a series would be: as the last one, on the next day; without one, the
/// host and the recorder are still to be named. Refuses: series_unknown, series_is_over.
[[nodiscard]] base::Result<MeetingTerms> propose_next(const Needs& needs, const base::Actor& actor,
                                                      SeriesId series);

struct NewMeeting {
    MeetingId id;
    ProgrammeId programme;
    std::optional<SeriesId> series;
    MeetingTerms terms;
};
/// What was moved on to it stands on its agenda already. Sent again: as it is. Refuses:
/// programme_not_found, only_the_office_arranges_meetings, as check(), person_unknown,
/// unit_unknown, series_unknown, same_id_other_content.
[[nodiscard]] base::Result<Meeting> plan_meeting(const Needs& needs, const base::Actor& actor,
                                                 const NewMeeting& wanted);

/// A meeting as somebody saw it before acting on it. All below refuse: meeting_unknown (also
/// outside the actor's sight), somebody_else_changed_it, then as the rule of their name.
struct SeenMeeting {
    MeetingId id;
    std::int64_t version = 0;
};
/// Tells everybody again when a called one moves; whoever is new to it is called.
[[nodiscard]] base::Result<Meeting> edit_meeting(const Needs& needs, const base::Actor& actor,
                                                 const SeenMeeting& seen,
                                                 const MeetingTerms& terms);
[[nodiscard]] base::Result<Meeting> call_meeting(const Needs& needs, const base::Actor& actor,
                                                 const SeenMeeting& seen);
[[nodiscard]] base::Result<Meeting> cancel_meeting(const Needs& needs, const base::Actor& actor,
                                                   const SeenMeeting& seen,
                                                   std::string_view reason);
/// No version: each answers for a line of their own.
[[nodiscard]] base::Result<Meeting> note_attendance_of(const Needs& needs, const base::Actor& actor,
                                                       MeetingId id, const AttendanceNote& note);

/// Refuses programme_not_found.
[[nodiscard]] base::Result<MeetingPage> list_meeting_page(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const MeetingFilter& filter);
/// To which the actor is called within the next own_days.
inline constexpr int own_days = 14;
[[nodiscard]] std::vector<Meeting> list_meetings_to_come(const Needs& needs,
                                                         const base::Actor& actor);
/// The actor's meetings as a calendar, from feed_days_back ago on, and `more` that others have for
/// the actor; cancelled ones say so.
inline constexpr int feed_days_back = 90, feed_days_ahead = 400;
[[nodiscard]] std::string own_calendar(const Needs& needs, const base::Actor& actor,
                                       std::vector<CalendarEvent> more = {});

/// How meetings are told of: steps for actions.
enum class Telling { called, moved, cancelled, closed };
void tell_participants(ledger::Recorder& recorder, const Meeting& meeting,
                       const std::vector<Participant>& whom, Telling telling);
void note(ledger::Recorder& recorder, std::string_view act, const Meeting& meeting,
          std::vector<std::pair<std::string, std::string>> more = {});
/// Puts what was moved on to `next`, also by the one that is just `closing`, on its agenda, behind
/// what is there.
void carry_over(ledger::Recorder& recorder, const Meeting& next,
                std::optional<MeetingId> closing = {});

/// Loads what the actor saw in the programme's turn, lets `act(recorder, before)` make of it what
/// it will be, and saves that.
template <class Change>
base::Result<Meeting> changed(const Needs& needs, const base::Actor& actor, const SeenMeeting& seen,
                              Change act) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Meeting> {
        const auto unknown = base::refuse(base::ErrorKind::not_found, "meeting_unknown");
        const auto found = find_meeting(transaction, seen.id, actor);
        if (!found) return unknown;
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = ledger::Recorder::open(transaction, needs, whole, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_meeting(transaction, seen.id, actor);
        if (!before) return unknown;
        if (auto fresh = ledger::check_version(before->version, seen.version); !fresh)
            return fresh.error();
        base::Result<Meeting> after = act(*recorder, *before);
        if (!after) return after;
        if (*after != *before) {
            after->changed_at = recorder->now();
            if (auto saved = save_meeting(transaction, *after); !saved) return saved.error();
        }
        recorder->finish();
        return after;
    });
}

}  // namespace meetings
