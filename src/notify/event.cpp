#include "notify/event.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/utf8.hpp"

namespace notify {
namespace {

constexpr std::array<std::string_view, 68> kind_names{
    "measure_accepted",   "measure_sent_back",      "strike_off_applied",
    "problem_struck_off", "problem_sent_back",      "rows_assigned",
    "handover_to_sign",   "handover_completed",     "extension_asked",
    "extension_decided",  "rows_due_soon",          "rows_overdue",
    "rows_sent_back",     "rows_stalled",           "reviews_lying",
    "notices_proposed",   "notice_issued",          "notice_answered",
    "notice_sent_back",   "notice_closed",          "tasks_given",
    "task_reported",      "task_confirmed",         "task_sent_back",
    "task_dropped",       "tasks_due_soon",         "tasks_overdue",
    "meeting_called",     "meeting_moved",          "meeting_cancelled",
    "meeting_closed",     "feedback_delivered",     "feedback_signed",
    "feedback_copied",    "clue_handed_over",       "check_planned",
    "check_changed",      "check_cancelled",        "findings_entered",
    "plan_for_comment",   "plan_to_commit",         "plan_to_review",
    "plan_returned",      "plan_approved",          "plan_issued",
    "sub_plan_wanted",    "sub_plan_returned",      "life_plan_to_review",
    "life_plan_returned", "life_plan_approved",     "life_meeting_called",
    "life_meeting_moved", "life_meeting_cancelled", "life_people_changed",
    "life_consulted",     "life_answered",          "statement_to_review",
    "statement_returned", "statement_remarked",     "statement_sent_up",
    "statement_approved", "statement_filed",        "talk_arranged",
    "talk_moved",         "talk_cancelled",         "talk_to_sign",
    "opinions_delivered", "gathered_given"};

std::string cut(const std::string& text, std::size_t chars_max) {
    const auto kept = base::first_chars(text, chars_max);
    return kept.size() == text.size() ? text : std::string(kept) + "…";
}

}  // namespace

std::string_view name_of(EventKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<EventKind> event_kind_of(std::string_view name) {
    return base::named<EventKind>(kind_names, name);
}

Event shortened(Event event) {
    event.subject_text = cut(event.subject_text, subject_chars_kept);
    event.note = cut(event.note, note_chars_kept);
    return event;
}

bool hears(const accounts::Account& account, base::Act needed, const Place& place,
           const base::Actor& who_did_it) {
    if (account.disabled || account.id == who_did_it.id) return false;
    auto settled = account;
    settled.must_change_password = false;
    const auto actor = accounts::actor_of(settled);
    return actor.may(base::Act::read_ledger) && actor.may(needed) &&
           actor.scope.clears(place.guards) &&
           (place.unit_path.empty() || actor.scope.covers(place.unit_path, place.programme));
}

}  // namespace notify
