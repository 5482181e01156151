// Something that happened in the work and concerns people beside the one who did it, and who they
// are. Pure: knows what a row looked like, not what a row is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/account.hpp"
#include "base/actor.hpp"
#include "base/instant.hpp"

namespace notify {

using EventId = base::Id<struct EventTag>;

enum class EventKind {
    measure_accepted,
    measure_sent_back,
    strike_off_applied,
    problem_struck_off,
    problem_sent_back,
    rows_assigned,  // an import or a change in bulk: one event for each unit that holds rows of it
    handover_to_sign,  // somebody's signature is wanted
    handover_completed,
    extension_asked,
    extension_decided,
    rows_due_soon,  // these five: note: the rung of the ladder in words
    rows_overdue,
    rows_sent_back,
    rows_stalled,
    reviews_lying,
    notices_proposed,  // number: how many wait for the office
    notice_issued,     // these four: number: how many rows it is about
    notice_answered,
    notice_sent_back,
    notice_closed,
    tasks_given,  // number: how many; of one, the subject is the task
    task_reported,
    task_confirmed,
    task_sent_back,
    task_dropped,
    tasks_due_soon,  // as of rows
    tasks_overdue,
    meeting_called,  // these four: note: when and where, or why not
    meeting_moved,
    meeting_cancelled,
    meeting_closed,
    feedback_delivered,  // somebody's signature is wanted
    feedback_signed,
    feedback_copied,
    clue_handed_over,  // says nothing of it, not even its number
    check_planned,     // these three: note: when, or why not
    check_changed,
    check_cancelled,
    findings_entered,  // number: how many of the unit's rows
    plan_for_comment,  // note: until when
    plan_to_commit,    // the principal's signature is wanted
    plan_to_review,    // note: until when
    plan_returned,
    plan_approved,
    plan_issued,      // note: its number
    sub_plan_wanted,  // these two: of the unit
    sub_plan_returned,
    life_plan_to_review,  // of a life meeting, in one's seat
    life_plan_returned,
    life_plan_approved,
    life_meeting_called,  // these four: note: when and where, why, or who
    life_meeting_moved,
    life_meeting_cancelled,
    life_people_changed,
    life_consulted,  // the inspection office, these two: note: of which kind
    life_answered,
    statement_to_review,  // these six: of a life meeting; whose it is, never what it says
    statement_returned,
    statement_remarked,
    statement_sent_up,
    statement_approved,
    statement_filed,
    talk_arranged,  // these four: of talks before one; note: when and where, "" : no day yet
    talk_moved,
    talk_cancelled,
    talk_to_sign,
    opinions_delivered,  // these two: number: how many
    gathered_given,
};
[[nodiscard]] std::string_view name_of(EventKind kind);
[[nodiscard]] std::optional<EventKind> event_kind_of(std::string_view name);

inline constexpr std::size_t subject_chars_kept = 120, note_chars_kept = 300;

/// Ids are texts: the modules whose they are stand to the right.
struct Event {
    EventId id;
    base::Instant at;
    EventKind kind = EventKind::rows_assigned;
    std::string programme_id, programme_title;
    std::string subject_kind, subject_id;
    std::int64_t subject_number = 0;
    std::string subject_text;
    std::string by;
    std::string note;
    base::Guards guards = {};  // of what it is about; not read back
    bool operator==(const Event&) const = default;
};

/// With texts cut to what a message keeps.
[[nodiscard]] Event shortened(Event event);

/// Where the thing stands: with "" as path it asks for no place.
struct Place {
    std::string_view unit_path = {};
    std::optional<base::ProgrammeId> programme = {};
    base::Guards guards = {};
};

/// Whether an account is told: it may read the ledger and do `needed`, sees rows at the place and
/// is cleared for its guards; never the one who did it. An account that has yet to choose its
/// password hears, too.
[[nodiscard]] bool hears(const accounts::Account& account, base::Act needed, const Place& place,
                         const base::Actor& who_did_it);

/// An event as it stands in somebody's list of messages.
struct Message {
    Event event;
    std::optional<base::Instant> read_at;
};

}  // namespace notify
