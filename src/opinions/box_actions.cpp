#include "opinions/box_actions.hpp"

#include "opinions/box_store.hpp"
#include "opinions/entering_actions.hpp"
#include "opinions/opinion_paper.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;
using documents::bytes_of;
using life_meetings::with_meeting;

base::Error not_accepted() {
    return refuse(ErrorKind::not_found, "opinion_code_not_accepted", "code");
}

/// The meeting whose box this code opens, while it takes anything.
base::Result<BoxPage> box_of(db::Transaction& transaction, std::string_view digest,
                             base::Date today) {
    const auto id = find_unused_code(transaction, digest);
    if (!id) return not_accepted();
    auto meeting = life_meetings::find_life_meeting(transaction, *id);
    auto collection = find_collection(transaction, *id);
    if (!meeting || !collection || !takes_ballots(*collection, *meeting, today))
        return not_accepted();
    return BoxPage{std::move(*meeting), std::move(*collection)};
}

/// What is refused because of the code counts as a try.
template <class Shown, class Act>
base::Result<Shown> tried(const Needs& needs, CodeTries& tries, const Knock& knock, Act act) {
    if (auto may = tries.check(knock.address, needs.clock.now()); !may) return may.error();
    base::Result<Shown> shown = act(digest_of_code(knock.code));
    if (!shown && shown.error().code == not_accepted().code)
        tries.note_failure(knock.address, needs.clock.now());
    return shown;
}

struct Printed {
    office::Paper paper;
};

base::Result<Printed> print_codes(Recorder& recorder, const Opened& opened,
                                  const WantedCodes& wanted) {
    if (auto no = why_not(KeeperAct::make_codes, opened.meeting, opened.standing)) return *no;
    auto& transaction = recorder.transaction();
    const auto id = opened.meeting.id;
    const auto collection = load_collection(transaction, id);
    if (!collection) return collection.error();
    if (!collection->has(Channel::code))
        return refuse(ErrorKind::illegal_transition, "opinion_channel_not_chosen", {},
                      {{"value", std::string(words_of(Channel::code))}});
    const auto box = load_box(transaction, id);
    if (auto no = why_not_make(wanted.count, box, *collection, recorder.today())) return *no;
    std::vector<std::string> codes;
    for (std::int64_t i = 0; i < wanted.count; ++i) {
        codes.push_back(new_code(recorder.random()));
        insert_code(transaction, id, digest_of_code(codes.back()));
    }
    life_meetings::note(recorder, "make_opinion_codes", opened.meeting,
                        {{"codes", std::to_string(wanted.count)}});
    auto paper = code_slips_paper(opened.meeting, *collection, {wanted.page, std::move(codes)});
    paper.made_at = recorder.now();
    return Printed{std::move(paper)};
}

}  // namespace

base::Result<documents::DocumentFile> make_codes(const documents::Needs& needs,
                                                 const base::Actor& actor, LifeMeetingId id,
                                                 const WantedCodes& wanted) {
    const auto printed = with_meeting<Printed>(
        needs.ledger, actor, id,
        [&](Recorder& recorder, const Opened& one) { return print_codes(recorder, one, wanted); });
    if (!printed) return printed.error();
    auto bytes = bytes_of(needs, printed->paper, documents::FileForm::docx);
    if (!bytes) return bytes.error();
    return documents::DocumentFile{std::move(*bytes), printed->paper.name + ".docx"};
}

base::Result<CollectionView> open_box(const Needs& needs, const base::Actor& actor,
                                      LifeMeetingId id) {
    return with_meeting<CollectionView>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<CollectionView> {
            if (auto no = why_not(KeeperAct::open_box, opened.meeting, opened.standing)) return *no;
            auto& transaction = recorder.transaction();
            const auto collection = load_collection(transaction, id);
            if (!collection) return collection.error();
            const auto box = load_box(transaction, id);
            if (auto no = why_not_open(box, *collection, recorder.today())) return *no;
            SheetWriter writer(recorder, id);
            for (const auto& ballot : list_ballots(transaction, id))
                writer.write(Sheet{ballot.id, Channel::code, ballot.voice, ballot.lines});
            delete_ballots(transaction, id);
            life_meetings::note(recorder, "open_opinion_box", opened.meeting,
                                {{"sheets", std::to_string(box.ballots)},
                                 {"opinions", std::to_string(writer.opinions_written())},
                                 {"codes", std::to_string(box.codes)},
                                 {"used", std::to_string(box.used)}});
            return show_collection(transaction, opened);
        });
}

base::Result<BoxPage> look_at_box(const Needs& needs, CodeTries& tries, const Knock& knock) {
    return tried<BoxPage>(needs, tries, knock, [&](const std::string& digest) {
        return needs.database.read([&](db::Transaction& transaction) {
            return box_of(transaction, digest, needs.clock.today());
        });
    });
}

base::Result<void> hand_in_ballot(const Needs& needs, CodeTries& tries, const Knock& knock,
                                  Ballot ballot) {
    return tried<void>(needs, tries, knock, [&](const std::string& digest) {
        return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            const auto box = box_of(transaction, digest, needs.clock.today());
            if (!box) return box.error();
            if (auto good = check(ballot, box->collection, box->meeting); !good)
                return good.error();
            // For the turn of the programme; there is nothing to note.
            auto recorder =
                Recorder::open(transaction, needs, ledger::program(), box->meeting.programme);
            if (!recorder) return recorder.error();
            if (!save_code_used(transaction, digest)) return not_accepted();
            auto ballots = list_ballots(transaction, box->meeting.id);
            ballot.id = SheetId{random_uuid(needs.random)};
            ballots.push_back(ballot);
            replace_ballots(transaction, box->meeting.id, std::move(ballots));
            return {};
        });
    });
}

}  // namespace opinions
