#include "talks/opening_actions.hpp"

#include <algorithm>

namespace talks {
namespace {

using base::ErrorKind;
using base::refuse;

bool is_person(const std::optional<base::PersonId>& person, const base::Actor& actor) {
    return person && *person == actor.person;
}

std::vector<Other> own_in(const Talking& talking, const base::Actor& actor) {
    std::vector<Other> own;
    if (!actor.may(base::Act::read_ledger) || !actor.scope.clears(talking.meeting.mark)) return own;
    for (const auto& one : talking.meeting.participants)
        if (one.is_of_team() && is_person(one.person, actor)) own.emplace_back(one.id);
    for (const auto& one : talking.plan.partners)
        if (is_person(one.person, actor)) own.emplace_back(one.id);
    return own;
}

}  // namespace

using life_meetings::note_content_read;

bool Talking::is_own(const Other& one) const {
    return std::find(own.begin(), own.end(), one) != own.end();
}

base::Result<Talking> open_talking(db::Transaction& transaction, const base::Actor& actor,
                                   LifeMeetingId id) {
    const auto unknown = refuse(ErrorKind::not_found, "life_meeting_unknown");
    auto meeting = life_meetings::find_life_meeting(transaction, id);
    if (!meeting) return unknown;
    Talking talking;
    talking.standing = life_meetings::standing_of(*meeting, actor);
    talking.meeting = std::move(*meeting);
    talking.plan = load_plan(transaction, id);
    talking.own = own_in(talking, actor);
    if (!talking.standing.sees() && talking.own.empty()) return unknown;
    talking.with_accounts = list_with_accounts(transaction, id);
    return talking;
}

std::optional<TalkPerson> find_person(const Talking& talking, const Other& who) {
    const auto person = [&](const auto& one) {
        const bool has_account = one.person && talking.with_accounts.contains(*one.person);
        return TalkPerson{one.name, one.title, one.person, has_account, one.left_on.has_value()};
    };
    if (const auto* id = std::get_if<ParticipantId>(&who)) {
        const auto* found = life_meetings::find_participant(talking.meeting, *id);
        if (found == nullptr || !found->is_of_team()) return std::nullopt;
        return person(*found);
    }
    const auto* found = find_partner(talking.plan, std::get<PartnerId>(who));
    if (found == nullptr) return std::nullopt;
    return person(*found);
}

TalkPlace place_of(const Talking& talking, ParticipantId member, const Other& other) {
    using life_meetings::LifeState;
    const auto& meeting = talking.meeting;
    TalkPlace place;
    place.persons = {find_person(talking, member).value_or(TalkPerson{}),
                     find_person(talking, other).value_or(TalkPerson{})};
    place.required = find_required(meeting, talking.plan, member, other).has_value();
    place.over = meeting.state == LifeState::closed || meeting.state == LifeState::cancelled;
    place.meeting_on = meeting.terms.held_on;
    return place;
}

TalkStanding standing_in(const Talking& talking, ParticipantId member, const Other& other) {
    TalkStanding standing;
    if (talking.is_own(member))
        standing.own = Side::member;
    else if (talking.is_own(other))
        standing.own = Side::other;
    standing.keeper = talking.standing.keeper;
    standing.overview = talking.sees_all();
    return standing;
}

base::Result<OpenedTalk> open_talk(db::Transaction& transaction, const base::Actor& actor,
                                   TalkId id) {
    const auto unknown = refuse(ErrorKind::not_found, "talk_unknown");
    auto talk = find_talk(transaction, id);
    if (!talk) return unknown;
    auto talking = open_talking(transaction, actor, talk->meeting);
    if (!talking) return unknown;
    const auto standing = standing_in(*talking, talk->member, talk->other);
    if (!standing.sees()) return unknown;
    auto place = place_of(*talking, talk->member, talk->other);
    return OpenedTalk{std::move(*talk), std::move(*talking), std::move(place), standing};
}

TalkView show_talk(db::Transaction& transaction, const OpenedTalk& opened) {
    const auto& [talk, talking, place, standing] = opened;
    TalkView view;
    view.talk = talk;
    view.meeting = talking.meeting.id;
    view.meeting_title = talking.meeting.terms.title;
    view.programme_title = talking.meeting.programme_title;
    view.place = place;
    view.standing = standing;
    view.sees_meeting = talking.standing.sees();
    if (const auto pair = find_required(talking.meeting, talking.plan, talk.member, talk.other))
        view.due_on = pair->due_on;
    if (!standing.own) return view;
    for (const auto side : sides)
        if (talk.side(side).has_recorded())
            view.records[static_cast<std::size_t>(side)] = find_record(transaction, talk.id, side);
    if (const auto& own = view.records[static_cast<std::size_t>(*standing.own)])
        view.hints = hints_of(*own);
    return view;
}

base::Result<TalkView> noted(const Needs& needs, const base::Actor& actor,
                             base::Result<TalkView> view) {
    if (!view || !view->standing.own) return view;
    const auto side = opposite(*view->standing.own);
    if (!view->records[static_cast<std::size_t>(side)]) return view;
    LifeMeeting meeting;
    meeting.id = view->meeting;
    meeting.programme = view->talk.programme;
    meeting.terms.title = view->meeting_title;
    note_content_read(needs, actor, meeting, "谈心谈话记录", view->place.person(side).name);
    return view;
}

}  // namespace talks
