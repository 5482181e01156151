#include "statements/criticism_actions.hpp"

#include <algorithm>

namespace statements {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::note_content_read;
using life_meetings::Recorder;

base::Error unknown() {
    return refuse(ErrorKind::not_found, "criticism_unknown");
}

/// Every pair that is asked for, those without any included.
std::vector<Tally> tallies_of(db::Transaction& transaction, const Opened& opened) {
    const auto& [meeting, programme, standing] = opened;
    const auto prepared = count_prepared(transaction, meeting.id);
    std::vector<Tally> tallies;
    for (const auto* author : life_meetings::team_of(meeting)) {
        if (!sees_counts(standing) && !standing.is(author->id)) continue;
        for (const auto* about : life_meetings::team_of(meeting)) {
            if (author->id == about->id) continue;
            Tally tally{author->id, about->id, 0};
            for (const auto& one : prepared)
                if (one.author == tally.author && one.about == tally.about) tally.count = one.count;
            tallies.push_back(tally);
        }
    }
    return tallies;
}

CriticismList load_list(db::Transaction& transaction, const Opened& opened) {
    const auto& [meeting, programme, standing] = opened;
    CriticismList list{
        opened, {}, {}, tallies_of(transaction, opened), !why_not_criticise(meeting, standing)};
    if (!standing.own) return list;
    list.own = list_prepared(transaction, {meeting.id, *standing.own, std::nullopt});
    const bool hears_all = standing.is_principal() || standing.is_recorder();
    auto others = list_prepared(
        transaction, {meeting.id, std::nullopt, hears_all ? std::nullopt : standing.own});
    for (auto& one : others)
        if (one.author != *standing.own && sees(one, meeting, standing))
            list.heard.push_back(std::move(one));
    return list;
}

/// An own one in its meeting's turn: act(recorder, opened, before) -> Result<void>.
template <class Do>
base::Result<CriticismList> on_criticism(const Needs& needs, const base::Actor& actor,
                                         CriticismId id, Do act) {
    const auto first = needs.database.read(
        [&](db::Transaction& transaction) { return find_criticism(transaction, id); });
    if (!first) return unknown();
    auto done = life_meetings::with_meeting<CriticismList>(
        needs, actor, first->meeting,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CriticismList> {
            const auto before = find_criticism(recorder.transaction(), id);
            if (!before || !opened.standing.is(before->author)) return unknown();
            if (const base::Result<void> fine = act(recorder, opened, *before); !fine)
                return fine.error();
            return load_list(recorder.transaction(), opened);
        });
    // Whoever is nothing to the meeting learns as little as of an unknown one.
    if (!done && done.error().code == "life_meeting_unknown") return unknown();
    return done;
}

}  // namespace

base::Result<CriticismList> list_criticisms_of(const Needs& needs, const base::Actor& actor,
                                               LifeMeetingId meeting) {
    auto list = life_meetings::read_meeting<CriticismList>(
        needs, actor, meeting,
        [](db::Transaction& transaction, const Opened& opened) -> base::Result<CriticismList> {
            return load_list(transaction, opened);
        });
    if (list && !list->heard.empty())
        note_content_read(needs, actor, list->opened.meeting, "批评意见");
    return list;
}

base::Result<CriticismList> write_criticism(const Needs& needs, const base::Actor& actor,
                                            const NewCriticism& wanted) {
    return life_meetings::with_meeting<CriticismList>(
        needs, actor, wanted.meeting,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CriticismList> {
            auto& transaction = recorder.transaction();
            if (auto no = why_not_criticise(opened.meeting, opened.standing)) return *no;
            Criticism one{wanted.id,
                          wanted.meeting,
                          *opened.standing.own,
                          wanted.about,
                          wanted.text,
                          recorder.now(),
                          1};
            if (auto good = check(one, opened.meeting, opened.standing); !good) return good.error();
            if (const auto stored = find_criticism(transaction, wanted.id)) {
                if (stored->author == one.author && stored->about == one.about &&
                    stored->text == one.text)
                    return load_list(transaction, opened);
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            }
            insert_criticism(transaction, one);
            life_meetings::note(recorder, "prepare_criticism", opened.meeting);
            return load_list(transaction, opened);
        });
}

base::Result<CriticismList> rewrite_criticism(const Needs& needs, const base::Actor& actor,
                                              const SeenCriticism& seen, ParticipantId about,
                                              const CriticismText& text) {
    return on_criticism(needs, actor, seen.id,
                        [&](Recorder& recorder, const Opened& opened,
                            const Criticism& before) -> base::Result<void> {
                            auto fresh = ledger::check_version(before.version, seen.version);
                            if (!fresh) return fresh;
                            auto after = before;
                            after.about = about;
                            after.text = text;
                            if (auto good = check(after, opened.meeting, opened.standing); !good)
                                return good;
                            if (after == before) return {};
                            after.at = recorder.now();
                            ++after.version;
                            life_meetings::note(recorder, "rewrite_criticism", opened.meeting);
                            return save_criticism(recorder.transaction(), after);
                        });
}

base::Result<CriticismList> drop_criticism(const Needs& needs, const base::Actor& actor,
                                           CriticismId id) {
    return on_criticism(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened, const Criticism&) -> base::Result<void> {
            if (auto no = why_not_criticise(opened.meeting, opened.standing)) return *no;
            delete_criticism(recorder.transaction(), id);
            life_meetings::note(recorder, "drop_criticism", opened.meeting);
            return {};
        });
}

}  // namespace statements
