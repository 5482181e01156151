#include "talks/talk_actions.hpp"

#include <utility>

#include "talks/talk_news_actions.hpp"

namespace talks {
namespace {

using base::ErrorKind;
using base::refuse;

void note(Recorder& recorder, std::string_view act, const OpenedTalk& opened) {
    life_meetings::note(recorder, act, opened.talking.meeting,
                        {{"person", names_of(opened.place)}});
}

/// As the journal names it.
std::string entry_of(TalkAct act) {
    if (act == TalkAct::sign_on_paper) return "sign_talk_on_paper";
    return std::string(name_of(act)) + "_talk";
}

/// In the programme's turn, for whoever sees the talk, whatever else they see: what `act` makes of
/// a talk that stands as the actor saw it is saved and shown.
template <class Act>
base::Result<TalkView> changed(const Needs& needs, const base::Actor& actor, const SeenTalk& seen,
                               TalkAct what, Act act) {
    auto view = needs.database.write([&](db::Transaction& transaction) -> base::Result<TalkView> {
        const auto first = open_talk(transaction, actor, seen.id);
        if (!first) return first.error();
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = Recorder::open(transaction, needs, whole, first->talk.programme);
        if (!recorder) return recorder.error();
        auto opened = open_talk(transaction, actor, seen.id);
        if (!opened) return opened.error();
        if (auto fresh = ledger::check_version(opened->talk.version, seen.version); !fresh)
            return fresh.error();
        base::Result<Talk> after = act(*recorder, std::as_const(*opened));
        if (!after) return after.error();
        after->changed_at = recorder->now();
        const auto before = std::exchange(opened->talk, std::move(*after));
        if (auto saved = save_talk(transaction, opened->talk); !saved) return saved.error();
        note(*recorder, entry_of(what), *opened);
        tell_of_talk(*recorder, what, before, *opened);
        recorder->finish();
        return show_talk(transaction, *opened);
    });
    return noted(needs, actor, std::move(view));
}

TalkRecord signed_record(Recorder& recorder, const TalkRecord& written) {
    auto record = written;
    record.by_name = recorder.actor().name;
    record.at = recorder.now();
    return record;
}

std::optional<Other> find_other(const Talking& talking, const base::Uuid& id) {
    for (const auto& who : {Other(ParticipantId{id}), Other(PartnerId{id})})
        if (find_person(talking, who)) return who;
    return std::nullopt;
}

/// The two as the meeting knows them: among the team the one who speaks earlier comes first.
base::Result<Talk> talk_of(const Talking& talking, const NewTalk& wanted) {
    Talk talk;
    talk.id = wanted.id;
    talk.meeting = talking.meeting.id;
    talk.programme = talking.meeting.programme;
    talk.member = wanted.member;
    if (!find_person(talking, wanted.member))
        return refuse(ErrorKind::invalid, "talk_person_unknown", "member_id");
    const auto other = find_other(talking, wanted.other);
    if (!other) return refuse(ErrorKind::invalid, "talk_person_unknown", "other_id");
    if (*other == Other(wanted.member))
        return refuse(ErrorKind::invalid, "talk_with_oneself", "other_id");
    talk.other = *other;
    const auto pair = find_required(talking.meeting, talking.plan, talk.member, talk.other);
    if (pair) {
        talk.kind = pair->kind;
        talk.member = pair->member;
        talk.other = pair->other;
    }
    return talk;
}

base::Result<Talk> begun(Recorder& recorder, const OpenedTalk& opened, const NewTalk& wanted) {
    const auto& [talk, talking, place, standing] = opened;
    if (auto no = why_not(TalkAct::propose, talk, place, standing)) return *no;
    const auto there = list_talks_of(recorder.transaction(), talk.member, talk.other);
    if (auto no = why_not_beside(there, talk.member, standing.own, wanted.another)) return *no;
    if (wanted.held)
        return record(talk, place, standing, wanted.held->held, wanted.held->record,
                      recorder.today());
    if (wanted.appointment)
        return propose(talk, place, standing, *wanted.appointment, recorder.today());
    return talk;
}

/// The talk with what it begins with.
base::Result<TalkView> insert_new(Recorder& recorder, OpenedTalk& opened, const NewTalk& wanted) {
    auto& transaction = recorder.transaction();
    auto talk = begun(recorder, opened, wanted);
    if (!talk) return talk.error();
    talk->version = 1;
    talk->proposed_by = recorder.actor().name;
    talk->changed_at = recorder.now();
    insert_talk(transaction, *talk);
    if (wanted.held)
        save_record(transaction, talk->id, *opened.standing.own,
                    signed_record(recorder, wanted.held->record));
    opened.talk = std::move(*talk);
    note(recorder,
         wanted.held          ? "record_talk"
         : wanted.appointment ? "propose_talk"
                              : "ask_talk",
         opened);
    tell_of_talk(recorder, wanted.held ? TalkAct::record : TalkAct::propose, {}, opened);
    recorder.finish();
    return show_talk(transaction, opened);
}

base::Result<TalkView> known(db::Transaction& transaction, const OpenedTalk& opened,
                             const Talk& stored) {
    if (stored.meeting != opened.talk.meeting || stored.member != opened.talk.member ||
        stored.other != opened.talk.other)
        return refuse(ErrorKind::conflict, "same_id_other_content", "id");
    auto again = opened;
    again.talk = stored;
    return show_talk(transaction, again);
}

meetings::CalendarEvent event_of(const OpenedTalk& opened) {
    const auto& [talk, talking, place, standing] = opened;
    meetings::CalendarEvent event;
    event.uid = talk.id.text();
    event.changed_at = talk.changed_at;
    event.sequence = talk.sequence;
    event.status = talk.state == TalkState::cancelled  ? meetings::EventStatus::cancelled
                   : talk.state == TalkState::proposed ? meetings::EventStatus::tentative
                                                       : meetings::EventStatus::confirmed;
    event.held_on = *talk.appointment.held_on;
    event.begins_at = talk.appointment.begins_at.empty() ? "09:00" : talk.appointment.begins_at;
    event.minutes = talk.appointment.minutes;
    event.title = "谈心谈话：" + names_of(place);
    event.place = talk.appointment.place;
    event.description = std::string(words_of(talk.kind)) + "　" + talking.meeting.terms.title;
    return event;
}

}  // namespace

base::Result<TalkView> open_new_talk(const Needs& needs, const base::Actor& actor,
                                     LifeMeetingId meeting, const NewTalk& wanted) {
    auto view = needs.database.write([&](db::Transaction& transaction) -> base::Result<TalkView> {
        const auto first = open_talking(transaction, actor, meeting);
        if (!first) return first.error();
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = Recorder::open(transaction, needs, whole, first->meeting.programme);
        if (!recorder) return recorder.error();
        auto talking = open_talking(transaction, actor, meeting);
        if (!talking) return talking.error();
        auto talk = talk_of(*talking, wanted);
        if (!talk) return talk.error();
        auto place = place_of(*talking, talk->member, talk->other);
        const auto standing = standing_in(*talking, talk->member, talk->other);
        OpenedTalk opened{std::move(*talk), std::move(*talking), std::move(place), standing};
        if (const auto stored = find_talk(transaction, wanted.id))
            return known(transaction, opened, *stored);
        return insert_new(*recorder, opened, wanted);
    });
    return noted(needs, actor, std::move(view));
}

base::Result<TalkView> propose_talk(const Needs& needs, const base::Actor& actor,
                                    const SeenTalk& seen, const Appointment& appointment) {
    return changed(
        needs, actor, seen, TalkAct::propose, [&](Recorder& recorder, const OpenedTalk& opened) {
            auto after =
                propose(opened.talk, opened.place, opened.standing, appointment, recorder.today());
            if (after) after->proposed_by = actor.name;
            return after;
        });
}

base::Result<TalkView> confirm_talk(const Needs& needs, const base::Actor& actor,
                                    const SeenTalk& seen) {
    return changed(needs, actor, seen, TalkAct::confirm, [](Recorder&, const OpenedTalk& opened) {
        return confirm(opened.talk, opened.place, opened.standing);
    });
}

base::Result<TalkView> cancel_talk(const Needs& needs, const base::Actor& actor,
                                   const SeenTalk& seen, std::string_view reason) {
    return changed(needs, actor, seen, TalkAct::cancel, [&](Recorder&, const OpenedTalk& opened) {
        return cancel(opened.talk, opened.place, opened.standing, reason);
    });
}

base::Result<TalkView> record_talk(const Needs& needs, const base::Actor& actor,
                                   const SeenTalk& seen, const HeldTalk& held) {
    return changed(needs, actor, seen, TalkAct::record,
                   [&](Recorder& recorder, const OpenedTalk& opened) {
                       auto after = record(opened.talk, opened.place, opened.standing, held.held,
                                           held.record, recorder.today());
                       if (after)
                           save_record(recorder.transaction(), seen.id, *opened.standing.own,
                                       signed_record(recorder, held.record));
                       return after;
                   });
}

base::Result<TalkView> sign_talk(const Needs& needs, const base::Actor& actor,
                                 const SeenTalk& seen) {
    return changed(
        needs, actor, seen, TalkAct::sign, [&](Recorder& recorder, const OpenedTalk& opened) {
            return sign(opened.talk, opened.place, opened.standing, actor.name, recorder.now());
        });
}

base::Result<TalkView> sign_talk_on_paper(const Needs& needs, const base::Actor& actor,
                                          const SeenTalk& seen, const PaperSignature& signature) {
    return changed(
        needs, actor, seen, TalkAct::sign_on_paper,
        [&](Recorder& recorder, const OpenedTalk& opened) {
            return sign_on_paper(
                opened.talk, opened.place, opened.standing, signature.side,
                {true, "", signature.signed_on, signature.note, actor.name, recorder.now()});
        });
}

base::Result<TalkView> view_talk(const Needs& needs, const base::Actor& actor, TalkId id) {
    return noted(needs, actor,
                 needs.database.read([&](db::Transaction& transaction) -> base::Result<TalkView> {
                     const auto opened = open_talk(transaction, actor, id);
                     if (!opened) return opened.error();
                     return show_talk(transaction, *opened);
                 }));
}

base::Result<std::string> calendar_of_talk(const Needs& needs, const base::Actor& actor,
                                           TalkId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<std::string> {
        const auto opened = open_talk(transaction, actor, id);
        if (!opened) return opened.error();
        if (!opened->standing.own && !opened->standing.keeper)
            return refuse(ErrorKind::forbidden, "talk_is_not_yours");
        if (!opened->talk.appointment.held_on)
            return refuse(ErrorKind::illegal_transition, "talk_has_no_day");
        return meetings::calendar_of({event_of(*opened)}, "谈心谈话");
    });
}

std::vector<meetings::CalendarEvent> own_events(const Needs& needs, const base::Actor& actor) {
    std::vector<meetings::CalendarEvent> events;
    if (actor.person.empty()) return events;
    needs.database.read([&](db::Transaction& transaction) {
        for (const auto id : list_meetings_of(transaction, actor.person)) {
            const auto talking = open_talking(transaction, actor, id);
            if (!talking) continue;
            for (const auto& talk : list_talks(transaction, id)) {
                if (!talk.appointment.held_on) continue;
                const auto standing = standing_in(*talking, talk.member, talk.other);
                if (!standing.own) continue;
                events.push_back(event_of(
                    {talk, *talking, place_of(*talking, talk.member, talk.other), standing}));
            }
        }
    });
    return events;
}

}  // namespace talks
