#include "life_meetings/life_news_actions.hpp"

#include <algorithm>

#include "ledger/news_actions.hpp"

namespace life_meetings {
namespace {

using notify::EventKind;

notify::Event event_of(const LifeMeeting& meeting, EventKind kind, std::string_view note = {}) {
    notify::Event event;
    event.kind = kind;
    event.subject_text = meeting.terms.title;
    event.note = note;
    return event;
}

bool is_something(const Standing& standing, const base::Actor&) {
    return standing.sees();
}

std::string when(const LifeMeeting& meeting) {
    return base::to_text(meeting.terms.held_on) + " " + meeting.terms.begins_at + "，" +
           meeting.terms.place;
}

}  // namespace

void tell_about(Recorder& recorder, const LifeMeeting& meeting, notify::Event event,
                const Concerns& concerns) {
    if (event.subject_id.empty()) {
        event.subject_kind = "life_meeting";
        event.subject_id = meeting.id.text();
    }
    const auto fits = [&](const base::Actor& actor) {
        return concerns(standing_of(meeting, actor), actor);
    };
    ledger::tell_accounts(recorder, std::move(event), ledger::list_accounts_that(recorder, fits));
}

void tell_reviewers(Recorder& recorder, const LifeMeeting& meeting,
                    const std::vector<PlanReview>& reviews) {
    const auto asked = seats_asked(meeting, reviews);
    tell_about(recorder, meeting, event_of(meeting, EventKind::life_plan_to_review),
               [&](const Standing& standing, const base::Actor& actor) {
                   return std::any_of(asked.begin(), asked.end(), [&](ReviewSeat seat) {
                       return may_sit(seat, meeting, standing, actor);
                   });
               });
}

void tell_outcome(Recorder& recorder, const LifeMeeting& meeting, const PlanReview& review) {
    const auto keeps = [](const Standing& standing, const base::Actor&) { return standing.keeper; };
    if (review.verdict == PlanVerdict::returned)
        tell_about(recorder, meeting, event_of(meeting, EventKind::life_plan_returned), keeps);
    else if (meeting.state == LifeState::approved)
        tell_about(recorder, meeting, event_of(meeting, EventKind::life_plan_approved), keeps);
}

void tell_called(Recorder& recorder, const LifeMeeting& meeting) {
    tell_about(recorder, meeting, event_of(meeting, EventKind::life_meeting_called, when(meeting)),
               [](const Standing& standing, const base::Actor&) {
                   return standing.own.has_value() && !standing.has_left;
               });
}

void tell_moved(Recorder& recorder, const LifeMeeting& meeting, std::string_view reason) {
    tell_about(recorder, meeting,
               event_of(meeting, EventKind::life_meeting_moved,
                        when(meeting) + "（" + std::string(reason) + "）"),
               is_something);
}

void tell_cancelled(Recorder& recorder, const LifeMeeting& meeting) {
    tell_about(recorder, meeting,
               event_of(meeting, EventKind::life_meeting_cancelled, meeting.cancelled_reason),
               is_something);
}

void tell_consulted(Recorder& recorder, const LifeMeeting& meeting, std::string_view kind) {
    tell_about(recorder, meeting, event_of(meeting, EventKind::life_consulted, kind),
               [](const Standing& standing, const base::Actor& actor) {
                   return standing.superior && actor.seat == base::Seat::inspection_office;
               });
}

void tell_answered(Recorder& recorder, const LifeMeeting& meeting, std::string_view kind) {
    tell_about(recorder, meeting, event_of(meeting, EventKind::life_answered, kind),
               [](const Standing& standing, const base::Actor&) {
                   return standing.keeper || standing.is_principal();
               });
}

void tell_people_changed(Recorder& recorder, const LifeMeeting& meeting, std::string_view note) {
    tell_about(recorder, meeting, event_of(meeting, EventKind::life_people_changed, note),
               is_something);
}

}  // namespace life_meetings
