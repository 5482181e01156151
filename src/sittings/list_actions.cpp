// Lists and texts after a life meeting: see follow_up_actions.hpp.
#include <algorithm>

#include "ledger/problem_step_actions.hpp"
#include "sittings/after_actions.hpp"

#include "sittings/preparation_actions.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

/// Into the ledger, the problem and its measure, with the running numbers that come next.
ledger::ProblemId enter(Recorder& recorder, const ListItem& item, const LifeMeeting& meeting) {
    const auto area = ledger::area_of_heading(recorder, area_of(item));
    auto rows = rows_of(item, meeting);
    rows.problem.id = ledger::ProblemId::make(recorder.now(), recorder.random());
    rows.problem.area = area.id;
    rows.problem.number = recorder.next_problem_number();
    recorder.insert(rows.problem, area.number, "add_problem");
    rows.measure.id = ledger::MeasureId::make(recorder.now(), recorder.random());
    rows.measure.number = recorder.next_measure_number();
    recorder.insert(rows.measure, rows.problem, area.number, "add_measure");
    return rows.problem.id;
}

std::string owner_name(const LifeMeeting& meeting, const std::optional<ParticipantId>& owner) {
    return owner ? name_in(meeting, owner) : std::string("班子");
}

base::Result<void> save_change(Recorder& recorder, const Opened& opened, const ListItem& before,
                               const ItemChange& change) {
    auto& transaction = recorder.transaction();
    if (auto fresh = ledger::check_version(before.version, change.version); !fresh) return fresh;
    const auto whose = owner_name(opened.meeting, before.terms.owner);
    if (!change.terms) {
        delete_list_item(transaction, before.id);
        life_meetings::note(recorder, "remove_list_item", opened.meeting, {{"owner", whose}});
        return {};
    }
    auto no = why_not_write(opened.meeting, change.terms->owner, opened.standing);
    if (no) return *no;
    if (auto good = check(*change.terms, opened.meeting); !good) return good;
    auto after = before;
    after.terms = *change.terms;
    ++after.version;
    life_meetings::note(recorder, "change_list_item", opened.meeting, {{"owner", whose}});
    return save_list_item(transaction, after);
}

}  // namespace

base::Result<AfterView> add_list_item(const Needs& needs, const base::Actor& actor,
                                      LifeMeetingId id, const WantedItem& wanted) {
    return after_change(
        needs, actor, id, [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
            const auto& meeting = opened.meeting;
            if (auto no = why_not_write(meeting, wanted.terms.owner, opened.standing)) return *no;
            if (auto good = check(wanted.terms, meeting); !good) return good;
            auto& transaction = recorder.transaction();
            if (const auto stored = find_list_item(transaction, id, wanted.id)) {
                if (stored->terms == wanted.terms) return {};
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            }
            ListItem one;
            one.id = wanted.id;
            one.number = load_last_number(transaction, id) + 1;
            one.terms = wanted.terms;
            insert_list_item(transaction, id, one);
            life_meetings::note(recorder, "add_list_item", meeting,
                                {{"owner", owner_name(meeting, wanted.terms.owner)},
                                 {"list_source", std::string(name_of(wanted.terms.source))}});
            return {};
        });
}

base::Result<AfterView> change_list_item(const Needs& needs, const base::Actor& actor,
                                         LifeMeetingId id, const ItemChange& change) {
    return after_change(
        needs, actor, id, [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
            const auto before = find_list_item(recorder.transaction(), id, change.id);
            if (!before || !sees_list(opened.standing, before->terms.owner))
                return refuse(ErrorKind::not_found, "list_item_unknown");
            if (auto no = why_not_change(*before, opened.meeting, opened.standing)) return *no;
            return save_change(recorder, opened, *before, change);
        });
}

base::Result<AfterView> enter_lists(const Needs& needs, const base::Actor& actor,
                                    LifeMeetingId id) {
    return after_change(needs, actor, id,
                        [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
                            const auto& meeting = opened.meeting;
                            if (auto no = why_not_enter(meeting, opened.standing)) return *no;
                            auto& transaction = recorder.transaction();
                            std::int64_t entered = 0;
                            for (auto item : list_items(transaction, id)) {
                                if (item.problem || !item.is_complete()) continue;
                                item.problem = enter(recorder, item, meeting);
                                ++item.version;
                                if (auto saved = save_list_item(transaction, item); !saved)
                                    return saved;
                                ++entered;
                            }
                            if (entered == 0)
                                return refuse(ErrorKind::illegal_transition, "nothing_to_enter");
                            life_meetings::note(recorder, "enter_life_lists", meeting,
                                                {{"count", std::to_string(entered)}});
                            return {};
                        });
}

base::Result<DraftText> draft_text(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                   LifeTextKind kind) {
    return life_meetings::read_meeting<DraftText>(
        needs, actor, id,
        [&](db::Transaction& transaction, const Opened& opened) -> base::Result<DraftText> {
            if (!sees_text(kind, opened.standing))
                return refuse(ErrorKind::forbidden, "life_text_is_restricted");
            const auto sitting = load_sitting(transaction, id);
            return DraftText{draft_of(kind, facts_for(transaction, opened.meeting, sitting))};
        });
}

base::Result<AfterView> put_text(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                 const WrittenText& written) {
    return after_change(
        needs, actor, id, [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
            auto& transaction = recorder.transaction();
            const auto before = load_text(transaction, id, written.kind);
            if (auto no = why_not_write_text(before, opened.meeting, opened.standing)) return *no;
            auto after = write_text(before, written.text, written.version, actor, recorder.now());
            if (after && written.issued_on) {
                auto stood = *after;
                --stood.version;  // written and issued at once is one step
                after = issue_text(stood, *written.issued_on, actor, recorder.today());
            }
            if (!after) return after.error();
            life_meetings::note(recorder, written.issued_on ? "issue_life_text" : "write_life_text",
                                opened.meeting,
                                {{"life_text", std::string(name_of(written.kind))}});
            return save_text(transaction, id, *after);
        });
}

AfterView show_after(db::Transaction& transaction, const Opened& opened, base::Date today) {
    const auto id = opened.meeting.id;
    AfterView view{opened.meeting, opened.standing, today, {}, {}, {}, {}, {}, {}, {}, false};
    for (auto& one : list_items(transaction, id))
        if (sees_list(opened.standing, one.terms.owner)) view.items.push_back(std::move(one));
    for (const auto kind : life_text_kinds)
        if (sees_text(kind, opened.standing))
            view.texts.push_back(load_text(transaction, id, kind));
    const auto sitting = load_sitting(transaction, id);
    for (const auto paper : sitting_papers)
        if (!why_not_see(paper, opened.meeting, sitting, opened.standing))
            view.papers.push_back(paper);
    view.sees_follow_up = sees_follow_up(opened.standing);
    if (!view.sees_follow_up) return view;
    view.packages = list_packages(transaction, id);
    view.publications = list_publications(transaction, id);
    view.branches = list_branch_meetings(transaction, id);
    view.catalogue = load_catalogue(transaction, opened.meeting);
    return view;
}

std::vector<ArchiveLine> load_catalogue(db::Transaction& transaction, const LifeMeeting& meeting) {
    const auto id = meeting.id;
    using life_meetings::LifeState;
    HeldMaterial held;
    held.called = meeting.state == LifeState::called || meeting.state == LifeState::running ||
                  meeting.state == LifeState::closed;
    const auto sitting = load_sitting(transaction, id);
    const auto made = load_preparation(transaction, meeting);
    held.study = made.study_sessions > 0 || made.studied_alone_minutes > 0;
    held.opinions = made.sheets > 0;
    held.consultations = made.consulted != life_meetings::ConsultationTally{};
    held.talks = made.talks_held > 0;
    held.team_statement = made.team_statement_approved;
    held.statements = made.statements_approved > (made.team_statement_approved ? 1 : 0);
    held.agenda = !sitting.turns.empty();
    held.sign_in = sitting.opened_at.has_value();
    held.record = sitting.closed_at.has_value();
    for (const auto& one : list_entries(transaction, id)) {
        if (one.said.kind == EntryKind::criticism) held.criticisms = held.record;
        for (const auto& turn : sitting.turns) {
            if (turn.id != one.said.turn) continue;
            if (turn.topic == Topic::guide_comments) held.comments = held.record;
            if (turn.topic == Topic::commitment) held.commitment = held.record;
        }
    }
    for (const auto& one : list_items(transaction, id))
        (one.terms.owner ? held.personal_lists : held.team_list) = true;
    held.published = !list_publications(transaction, id).empty();
    for (const auto kind : life_text_kinds)
        if (load_text(transaction, id, kind).issued_on) held.issued.push_back(kind);
    return catalogue_of(held, list_archive_lines(transaction, id));
}

TextFacts facts_for(db::Transaction& transaction, const LifeMeeting& meeting,
                    const Sitting& sitting) {
    TextFacts facts{meeting, sitting, figures_of(list_entries(transaction, meeting.id), meeting),
                    {},      0,       0,
                    0,       0,       load_preparation(transaction, meeting)};
    for (auto& one : list_items(transaction, meeting.id)) {
        switch (one.terms.source) {
            case ListSource::feedback: ++facts.from_feedback; break;
            case ListSource::opinion: ++facts.from_opinions; break;
            case ListSource::criticism: ++facts.from_criticism; break;
        }
        if (one.terms.owner)
            ++facts.personal_items;
        else
            facts.team_list.push_back(std::move(one));
    }
    return facts;
}

}  // namespace sittings
