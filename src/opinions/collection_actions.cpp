#include "opinions/collection_actions.hpp"

#include "opinions/box_store.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::note_content_read;
using life_meetings::read_meeting;
using life_meetings::with_meeting;

/// Nobody else's figures where they are not told.
void leave_out_others(CollectionView& view) {
    if (counts_by_person(view.standing)) return;
    std::erase_if(view.about, [&](const AboutCount& one) {
        return one.about && !view.standing.is(*one.about);
    });
    std::erase_if(view.deliveries,
                  [&](const DeliveryCount& one) { return !view.standing.is(one.participant); });
}

}  // namespace

base::Result<Collection> load_collection(db::Transaction& transaction, LifeMeetingId id) {
    auto found = find_collection(transaction, id);
    if (!found) return refuse(ErrorKind::illegal_transition, "opinions_are_not_collected_yet");
    return std::move(*found);
}

CollectionView show_collection(db::Transaction& transaction, const Opened& opened) {
    const auto id = opened.meeting.id;
    CollectionView view;
    view.meeting = opened.meeting;
    view.standing = opened.standing;
    view.collection = find_collection(transaction, id);
    if (!view.collection) return view;
    view.sheets = count_sheets(transaction, id);
    view.blank_sheets = count_blank_sheets(transaction, id);
    view.about = count_about(transaction, id);
    for (const auto& one : view.about)
        if (one.about) view.of_persons += one.opinions;
    view.deliveries = count_deliveries(transaction, id);
    if (view.standing.keeper) view.box = load_box(transaction, id);
    leave_out_others(view);
    return view;
}

base::Result<CollectionView> view_collection(const Needs& needs, const base::Actor& actor,
                                             LifeMeetingId id) {
    return read_meeting<CollectionView>(
        needs, actor, id,
        [](db::Transaction& transaction, const Opened& opened) -> base::Result<CollectionView> {
            return show_collection(transaction, opened);
        });
}

base::Result<CollectionView> choose_collection(const Needs& needs, const base::Actor& actor,
                                               LifeMeetingId id, const CollectionChoice& choice) {
    return with_meeting<CollectionView>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CollectionView> {
            if (auto no = why_not(KeeperAct::choose, opened.meeting, opened.standing)) return *no;
            if (auto good = check(choice.terms); !good) return good.error();
            auto& transaction = recorder.transaction();
            const auto before = find_collection(transaction, id);
            auto fresh = ledger::check_version(before ? before->version : 0, choice.version);
            if (!fresh) return fresh.error();
            if (before && before->terms == choice.terms)
                return show_collection(transaction, opened);
            const Collection after{id, choice.terms, choice.version + 1};
            if (!before)
                insert_collection(transaction, after);
            else if (auto saved = save_collection(transaction, after); !saved)
                return saved.error();
            life_meetings::note(recorder, "choose_opinion_channels", opened.meeting,
                                {{"finish_on", base::to_text(choice.terms.finish_on)}});
            return show_collection(transaction, opened);
        });
}

base::Result<OpinionTexts> list_texts(const Needs& needs, const base::Actor& actor,
                                      LifeMeetingId id, const TextsWanted& wanted) {
    auto found = read_meeting<OpinionTexts>(
        needs, actor, id,
        [&](db::Transaction& transaction, const Opened& opened) -> base::Result<OpinionTexts> {
            const auto& standing = opened.standing;
            if (!standing.keeper && !standing.in_team())
                return refuse(ErrorKind::forbidden, "opinions_are_for_those_concerned");
            OpinionFilter filter{id, wanted.team_only, wanted.about, {}, wanted.page};
            if (!standing.keeper) filter.delivered_to = standing.own;
            return OpinionTexts{opened.meeting, standing, list_opinions(transaction, filter)};
        });
    if (found && found->standing.keeper && !found->page.rows.empty())
        note_content_read(needs, actor, found->meeting, "征求意见原话");
    return found;
}

}  // namespace opinions
