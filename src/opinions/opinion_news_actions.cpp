#include "opinions/opinion_news_actions.hpp"

#include <algorithm>

#include "life_meetings/life_news_actions.hpp"

namespace opinions {
namespace {

using life_meetings::Recorder;

notify::Event event_of(const LifeMeeting& meeting, notify::EventKind kind, std::int64_t number) {
    notify::Event event;
    event.kind = kind;
    event.subject_number = number;
    event.subject_text = meeting.terms.title;
    return event;
}

}  // namespace

void tell_of_delivery(Recorder& recorder, const LifeMeeting& meeting, ParticipantId participant,
                      std::int64_t count) {
    if (count == 0) return;
    life_meetings::tell_about(recorder, meeting,
                              event_of(meeting, notify::EventKind::opinions_delivered, count),
                              [&](const Standing& standing, const base::Actor&) {
                                  return standing.in_team() && standing.is(participant);
                              });
}

void tell_of_given(Recorder& recorder, const LifeMeeting& meeting, const Gathered& one,
                   const std::vector<ParticipantId>& new_to) {
    if (new_to.empty()) return;
    life_meetings::tell_about(
        recorder, meeting, event_of(meeting, notify::EventKind::gathered_given, one.number),
        [&](const Standing& standing, const base::Actor&) {
            return standing.in_team() && std::any_of(new_to.begin(), new_to.end(),
                                                     [&](auto id) { return standing.is(id); });
        });
}

}  // namespace opinions
