#include "opinions/gathered_actions.hpp"

#include <algorithm>

#include "ledger/problem_store.hpp"
#include "opinions/gathered_store.hpp"
#include "opinions/opinion_news_actions.hpp"

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::note_content_read;
using life_meetings::with_meeting;

base::Error gathered_unknown() {
    return refuse(ErrorKind::not_found, "gathered_unknown");
}

GatheredRow row_of(db::Transaction& transaction, Gathered one) {
    GatheredRow row;
    for (const auto& opinion : list_opinions(transaction, one.meeting, one.opinions))
        row.opinion_numbers.push_back(opinion.number);
    if (one.problem)
        if (const auto problem = ledger::load_problem(transaction, *one.problem, base::unbounded()))
            row.problem_number = problem->number;
    row.gathered = std::move(one);
    return row;
}

bool is_the_same(const Gathered& stored, LifeMeetingId meeting, const NewGathered& wanted) {
    return stored.meeting == meeting && stored.source == wanted.source &&
           stored.about == wanted.about && stored.problem == wanted.problem &&
           stored.text == wanted.text;
}

void give(Recorder& recorder, const LifeMeeting& meeting, const Gathered& one,
          const std::vector<ParticipantId>& given_to) {
    auto& transaction = recorder.transaction();
    const auto among = [](const auto& all, ParticipantId id) {
        return std::find(all.begin(), all.end(), id) != all.end();
    };
    std::vector<ParticipantId> there, new_to;
    for (const auto& claim : one.claims) {
        there.push_back(claim.participant);
        if (!among(given_to, claim.participant))
            delete_claim(transaction, one.id, claim.participant);
    }
    for (const auto id : given_to)
        if (!among(there, id)) {
            insert_claim(transaction, one.id, {id, recorder.now(), {}});
            there.push_back(id);
            new_to.push_back(id);
        }
    tell_of_given(recorder, meeting, one, new_to);
}

/// act(recorder, opened, gathered) on the one that is named; to those who do not see its meeting it
/// is unknown.
template <class Act>
base::Result<GatheredList> with_gathered(const Needs& needs, const base::Actor& actor,
                                         GatheredId id, Act act) {
    const auto meeting = needs.database.read([&](db::Transaction& transaction) {
        const auto found = find_gathered(transaction, id);
        return found ? std::optional(found->meeting) : std::nullopt;
    });
    if (!meeting) return gathered_unknown();
    auto shown = with_meeting<GatheredList>(
        needs, actor, *meeting,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<GatheredList> {
            const auto found = find_gathered(recorder.transaction(), id);
            if (!found || !sees(opened.standing, *found)) return gathered_unknown();
            if (const base::Result<void> done = act(recorder, opened, *found); !done)
                return done.error();
            return show_gathered(recorder.transaction(), opened);
        });
    if (!shown && shown.error().code == "life_meeting_unknown") return gathered_unknown();
    return shown;
}

void note(Recorder& recorder, std::string_view act, const LifeMeeting& meeting,
          const Gathered& one) {
    life_meetings::note(recorder, act, meeting,
                        {{"number", std::to_string(one.number)},
                         {"problem_source", std::string(words_of(one.source))}});
}

}  // namespace

GatheredList show_gathered(db::Transaction& transaction, const Opened& opened) {
    GatheredList list{opened.meeting, opened.standing, {}, 0, 0};
    for (auto& one : list_gathered(transaction, opened.meeting.id)) {
        ++list.total;
        if (one.is_claimed()) ++list.claimed;
        if (sees(opened.standing, one)) list.rows.push_back(row_of(transaction, std::move(one)));
    }
    return list;
}

base::Result<GatheredList> view_gathered(const Needs& needs, const base::Actor& actor,
                                         LifeMeetingId id) {
    auto list = life_meetings::read_meeting<GatheredList>(
        needs, actor, id,
        [](db::Transaction& transaction, const Opened& opened) -> base::Result<GatheredList> {
            return show_gathered(transaction, opened);
        });
    if (list && list->standing.keeper && !list->rows.empty())
        note_content_read(needs, actor, list->meeting, "问题清单");
    return list;
}

base::Result<GatheredList> gather_problem(const Needs& needs, const base::Actor& actor,
                                          LifeMeetingId id, const NewGathered& wanted) {
    return with_meeting<GatheredList>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<GatheredList> {
            if (auto no = why_not(KeeperAct::gather, opened.meeting, opened.standing)) return *no;
            auto& transaction = recorder.transaction();
            if (const auto stored = find_gathered(transaction, wanted.id)) {
                if (is_the_same(*stored, id, wanted)) return show_gathered(transaction, opened);
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            }
            if (wanted.problem) {
                const auto found = ledger::load_problem(transaction, *wanted.problem, actor.scope);
                if (!found || found->programme != opened.meeting.programme)
                    return refuse(ErrorKind::invalid, "problem_not_found", "problem");
            }
            auto good =
                check(wanted, list_opinions(transaction, id, wanted.opinions), opened.meeting);
            if (!good) return good.error();
            Gathered one{wanted.id,
                         id,
                         load_last_gathered_number(transaction, id) + 1,
                         wanted.source,
                         wanted.about,
                         wanted.problem,
                         wanted.text,
                         wanted.opinions,
                         {},
                         recorder.now(),
                         recorder.actor().name};
            insert_gathered(transaction, one);
            give(recorder, opened.meeting, one, wanted.given_to);
            note(recorder, "gather_problem", opened.meeting, one);
            return show_gathered(transaction, opened);
        });
}

base::Result<GatheredList> give_gathered(const Needs& needs, const base::Actor& actor,
                                         GatheredId id,
                                         const std::vector<ParticipantId>& given_to) {
    return with_gathered(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened, const Gathered& one) -> base::Result<void> {
            if (auto no = why_not(KeeperAct::gather, opened.meeting, opened.standing)) return *no;
            auto good = check_given(given_to, one.about, opened.meeting);
            if (!good) return good;
            give(recorder, opened.meeting, one, given_to);
            note(recorder, "give_gathered_problem", opened.meeting, one);
            return {};
        });
}

base::Result<GatheredList> claim_gathered(const Needs& needs, const base::Actor& actor,
                                          GatheredId id) {
    return with_gathered(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened, const Gathered& one) -> base::Result<void> {
            if (auto no = why_not_claim(one, opened.standing)) return *no;
            save_claimed(recorder.transaction(), id, *opened.standing.own, recorder.now());
            note(recorder, "claim_gathered_problem", opened.meeting, one);
            return {};
        });
}

base::Result<GatheredList> drop_gathered(const Needs& needs, const base::Actor& actor,
                                         GatheredId id) {
    return with_gathered(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened, const Gathered& one) -> base::Result<void> {
            if (auto no = why_not_drop(one, opened.meeting, opened.standing)) return *no;
            delete_gathered(recorder.transaction(), id);
            note(recorder, "drop_gathered_problem", opened.meeting, one);
            return {};
        });
}

}  // namespace opinions
