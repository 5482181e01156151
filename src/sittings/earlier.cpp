#include "sittings/earlier.hpp"

namespace sittings {
namespace {

bool is_the_same(const life_meetings::Participant& one, const life_meetings::Participant& other) {
    if (one.person && other.person) return one.person == other.person;
    return one.name == other.name;
}

const life_meetings::Participant* in_team(const LifeMeeting& meeting,
                                          const life_meetings::Participant& who) {
    for (const auto* one : life_meetings::team_of(meeting))
        if (is_the_same(*one, who)) return one;
    return nullptr;
}

}  // namespace

std::vector<EarlierMeasure> earlier_of(const LifeMeeting& earlier,
                                       const std::vector<ListItem>& items, const LifeMeeting& now) {
    std::vector<EarlierMeasure> all;
    for (const auto& item : items) {
        EarlierMeasure one{{}, item.terms.problem, item.terms.measure, item.status};
        if (item.terms.owner) {
            const auto* before = life_meetings::find_participant(earlier, *item.terms.owner);
            const auto* owner = before == nullptr ? nullptr : in_team(now, *before);
            if (owner == nullptr) continue;
            one.owner = owner->id;
        }
        all.push_back(std::move(one));
    }
    return all;
}

bool sees_earlier(const std::optional<ParticipantId>& owner, const LifeMeeting& meeting,
                  const Standing& standing) {
    if (sees_list(standing, owner)) return true;
    const bool begun = meeting.state == life_meetings::LifeState::running ||
                       meeting.state == life_meetings::LifeState::closed;
    return standing.is_recorder() && begun;
}

}  // namespace sittings
