#include "talks/talk_news_actions.hpp"

#include "life_meetings/life_news_actions.hpp"

namespace talks {
namespace {

using notify::EventKind;

std::string when(const Talk& talk) {
    const auto& [held_on, begins_at, minutes, place, form] = talk.appointment;
    if (!held_on) return {};
    return base::to_text(*held_on) + (begins_at.empty() ? "" : " " + begins_at) +
           (place.empty() ? "" : "，" + place);
}

/// To those of the two that `which` holds of, by side.
template <class Which>
void tell(Recorder& recorder, EventKind kind, const OpenedTalk& now, Which which) {
    notify::Event event;
    event.kind = kind;
    event.subject_kind = "talk";
    event.subject_id = now.talk.id.text();
    event.subject_text = names_of(now.place);
    if (kind != EventKind::talk_to_sign) event.note = when(now.talk);
    life_meetings::tell_about(recorder, now.talking.meeting, std::move(event),
                              [&](const life_meetings::Standing&, const base::Actor& actor) {
                                  for (const auto side : sides) {
                                      const auto& person = now.place.person(side).person;
                                      if (person && *person == actor.person && which(side))
                                          return true;
                                  }
                                  return false;
                              });
}

}  // namespace

void tell_of_talk(Recorder& recorder, TalkAct act, const Talk& before, const OpenedTalk& now) {
    const auto both = [](Side) { return true; };
    switch (act) {
        case TalkAct::propose:
            tell(recorder,
                 before.appointment.held_on ? EventKind::talk_moved : EventKind::talk_arranged, now,
                 both);
            break;
        case TalkAct::cancel: tell(recorder, EventKind::talk_cancelled, now, both); break;
        case TalkAct::record:
            tell(recorder, EventKind::talk_to_sign, now, [&](Side side) {
                return waits_for(now.talk, side, recorder.today()) == TalkWait::sign;
            });
            break;
        case TalkAct::confirm:
        case TalkAct::sign:
        case TalkAct::sign_on_paper: break;
    }
}

}  // namespace talks
