#include "opinions/delivery_actions.hpp"

#include "opinions/opinion_news_actions.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::with_meeting;

base::Result<CollectionView> signed_for(Recorder& recorder, const Opened& opened,
                                        ParticipantId participant, Signed how) {
    auto& transaction = recorder.transaction();
    const auto count = save_receipt(transaction, participant, how, recorder.now());
    if (count == 0) return refuse(ErrorKind::illegal_transition, "no_opinions_to_receive");
    const auto* who = life_meetings::find_participant(opened.meeting, participant);
    life_meetings::note(recorder,
                        how == Signed::on_paper ? "note_opinion_receipt" : "receive_opinions",
                        opened.meeting,
                        {{"name", who == nullptr ? std::string() : who->name},
                         {"opinions", std::to_string(count)}});
    return show_collection(transaction, opened);
}

}  // namespace

base::Result<CollectionView> deliver_opinions(const Needs& needs, const base::Actor& actor,
                                              LifeMeetingId id) {
    return with_meeting<CollectionView>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CollectionView> {
            if (auto no = why_not(KeeperAct::deliver, opened.meeting, opened.standing)) return *no;
            auto& transaction = recorder.transaction();
            std::int64_t given = 0, persons = 0;
            for (const auto* one : life_meetings::team_of(opened.meeting)) {
                const auto count = insert_deliveries(transaction, id, one->id, recorder.now());
                tell_of_delivery(recorder, opened.meeting, one->id, count);
                given += count;
                if (count > 0) ++persons;
            }
            if (given == 0) return refuse(ErrorKind::illegal_transition, "no_opinions_to_deliver");
            life_meetings::note(
                recorder, "deliver_opinions", opened.meeting,
                {{"persons", std::to_string(persons)}, {"opinions", std::to_string(given)}});
            return show_collection(transaction, opened);
        });
}

base::Result<CollectionView> receive_opinions(const Needs& needs, const base::Actor& actor,
                                              LifeMeetingId id) {
    return with_meeting<CollectionView>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CollectionView> {
            if (auto no = why_not_receive(opened.standing)) return *no;
            return signed_for(recorder, opened, *opened.standing.own, Signed::by_account);
        });
}

base::Result<CollectionView> note_receipt(const Needs& needs, const base::Actor& actor,
                                          LifeMeetingId id, ParticipantId participant) {
    return with_meeting<CollectionView>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CollectionView> {
            if (auto no = why_not(KeeperAct::receive_for, opened.meeting, opened.standing))
                return *no;
            const auto* who = life_meetings::find_participant(opened.meeting, participant);
            if (who == nullptr || !who->is_of_team())
                return refuse(ErrorKind::invalid, "opinion_about_nobody_of_the_team",
                              "participant");
            return signed_for(recorder, opened, participant, Signed::on_paper);
        });
}

std::vector<WaitingOpinions> list_waiting_opinions(const Needs& needs, const base::Actor& actor) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return list_waiting(transaction, actor.person); });
}

}  // namespace opinions
