#include "statements/statement_actions.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "statements/compared_store.hpp"
#include "statements/statement_news_actions.hpp"
#include "text/punctuation.hpp"

namespace statements {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::note_content_read;
using life_meetings::Recorder;
using life_meetings::StepKind;

base::Error unknown() {
    return refuse(ErrorKind::not_found, "statement_unknown");
}

std::optional<base::Date> day_of(const LifeMeeting& meeting, StepKind kind) {
    const auto* step = life_meetings::find_step(meeting, kind);
    return step ? std::optional(step->due_on) : std::nullopt;
}

std::vector<StatementAct> acts_open(const Statement& one, const LifeMeeting& meeting,
                                    const Relation& relation) {
    std::vector<StatementAct> may;
    for (const auto act : statement_acts)
        if (!why_not(act, one, meeting, relation)) may.push_back(act);
    return may;
}

/// Remarks are between whoever made them and whoever writes; the principal reads all.
void keep_in_sight(std::vector<Remark>& remarks, const Relation& who) {
    if (who.author || who.reviewer || who.principal || who.member) return;
    std::erase_if(remarks, [&](const Remark& one) {
        return !who.approves() || (one.voice != "superior" && one.voice != "contact_leader");
    });
}

bool shows_steps(const Relation& who) {
    return who.author || who.reviewer || who.principal || who.approves();
}

StatementList load_list(db::Transaction& transaction, const Opened& opened) {
    const auto& [meeting, programme, standing] = opened;
    StatementList list{opened, load_asked(transaction, meeting.id), {}, {}, false};
    for (const auto& one : list_statements(transaction, meeting.id)) {
        const auto relation = relation_to(one, meeting, standing, list.asked);
        const auto sight = sight_of(one, meeting, relation);
        if (sight == Sight::nothing) continue;
        ListedStatement row{one, sight, 0, acts_open(one, meeting, relation)};
        if (shows_steps(relation)) {
            auto remarks = list_remarks(transaction, one.id);
            keep_in_sight(remarks, relation);
            row.open_remarks = std::count_if(remarks.begin(), remarks.end(),
                                             [](const Remark& each) { return !each.adopted; });
        }
        list.rows.push_back(std::move(row));
    }
    for (const auto kind : {StatementKind::team, StatementKind::individual}) {
        const auto owner = kind == StatementKind::team ? std::nullopt : standing.own;
        if (!why_not_begin(kind, meeting, standing) &&
            !find_statement_of(transaction, meeting.id, owner))
            list.may_begin.push_back(kind);
    }
    list.may_ask = !why_not_ask(list.asked, meeting, standing);
    return list;
}

Whole begun(Recorder& recorder, const Opened& opened, const NewStatement& wanted,
            const Asked& asked) {
    Whole whole;
    auto& one = whole.statement;
    one.id = wanted.id;
    one.meeting = opened.meeting.id;
    if (wanted.kind == StatementKind::individual) one.participant = opened.standing.own;
    for (const auto& part : outline_of(wanted.kind, asked, opened.meeting.terms.focus)) {
        Section section;
        section.position = static_cast<std::int64_t>(whole.sections.size()) + 1;
        section.part = part.part;
        section.heading = part.heading;
        section.at = recorder.now();
        section.by = recorder.actor().name;
        whole.sections.push_back(std::move(section));
    }
    return whole;
}

/// The statement for whoever sees it, in its meeting's turn: act(recorder, view) -> Result<void>.
template <class Do>
base::Result<StatementView> on_statement(const Needs& needs, const base::Actor& actor,
                                         StatementId id, Do act) {
    const auto meeting = meeting_of(needs, id);
    if (!meeting) return meeting.error();
    return life_meetings::with_meeting<StatementView>(
        needs, actor, *meeting,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<StatementView> {
            auto& transaction = recorder.transaction();
            const auto view = load_view(transaction, opened, id);
            if (!view) return view.error();
            if (const base::Result<void> done = act(recorder, *view); !done) return done.error();
            return load_view(transaction, opened, id);
        });
}

std::optional<base::Error> why_not(StatementAct act, const StatementView& view) {
    return why_not(act, view.statement, view.opened.meeting, view.relation);
}

base::Result<void> next_version(db::Transaction& transaction, Statement statement) {
    ++statement.version;
    return save_version(transaction, statement);
}

const Section* find_section(const std::vector<Section>& sections, std::int64_t position) {
    for (const auto& one : sections)
        if (one.position == position) return &one;
    return nullptr;
}
base::Error section_unknown() {
    return refuse(ErrorKind::not_found, "statement_section_unknown");
}

/// What was handed in is what later ones are compared with.
void index_sections(db::Transaction& transaction, const Whole& whole) {
    for (const auto& one : whole.sections)
        save_compared(transaction,
                      {0, std::string(statement_text), whole.statement.id.text(),
                       std::to_string(one.position)},
                      one.text);
}

base::Result<void> check_remark(const StatementView& view, const NewRemark& wanted) {
    if (auto no = why_not(StatementAct::remark, view)) return *no;
    const auto* section = find_section(view.sections, wanted.position);
    if (section == nullptr) return section_unknown();
    if (!wanted.quote.empty() && !text::contains(section->text, wanted.quote))
        return refuse(ErrorKind::invalid, "quote_unknown", "quote", {{"value", wanted.quote}});
    if (base::trim(wanted.words).empty()) return refuse(ErrorKind::invalid, "text_empty", "words");
    return {};
}

}  // namespace

StatementDays days_of(const LifeMeeting& meeting) {
    return {day_of(meeting, StepKind::drafts), day_of(meeting, StepKind::own_review),
            day_of(meeting, StepKind::upward_review)};
}

std::string owner_of(const Statement& one, const LifeMeeting& meeting) {
    if (!one.participant) return "班子";
    const auto* who = life_meetings::find_participant(meeting, *one.participant);
    return who ? who->name : std::string();
}

std::string label_of(const Statement& one, const LifeMeeting& meeting) {
    return (one.participant ? owner_of(one, meeting) : "") + std::string(words_of(one.kind()));
}

DismissedHint kept_as(std::int64_t position, const PointedHint& hint) {
    return {position, std::string(name_of(hint.kind)),
            base::digest(base::preferred_algorithm(), hint.sentence + "/" + hint.because)};
}

void note_statement(Recorder& recorder, std::string_view act, const Opened& opened,
                    const Statement& one, std::vector<std::pair<std::string, std::string>> more) {
    more.insert(more.begin(), {"whose", owner_of(one, opened.meeting)});
    life_meetings::note(recorder, act, opened.meeting, std::move(more));
}

base::Result<LifeMeetingId> meeting_of(const Needs& needs, StatementId id) {
    const auto found = needs.database.read(
        [&](db::Transaction& transaction) { return find_statement(transaction, id); });
    if (!found) return unknown();
    return found->meeting;
}

Whole load_whole(db::Transaction& transaction, const Statement& statement) {
    return {statement, list_sections(transaction, statement.id, Sight::all),
            list_remarks(transaction, statement.id)};
}

base::Result<StatementView> load_view(db::Transaction& transaction, const Opened& opened,
                                      StatementId id) {
    const auto& meeting = opened.meeting;
    const auto found = find_statement(transaction, id);
    if (!found || found->meeting != meeting.id) return unknown();
    StatementView view{opened, *found, load_asked(transaction, meeting.id), {}, {}, {}, {}, {},
                       {},     {}};
    view.relation = relation_to(*found, meeting, opened.standing, view.asked);
    view.sight = sight_of(*found, meeting, view.relation);
    if (view.sight == Sight::nothing) return unknown();
    view.sections = list_sections(transaction, id, view.sight);
    if (!shows_steps(view.relation)) {
        if (view.relation.member) view.remarks = list_remarks(transaction, id);
        return view;
    }
    view.hints = hints_of(view.sections, found->kind(), view.asked);
    view.dismissed = list_dismissals(transaction, id);
    view.steps = list_steps(transaction, id);
    view.remarks = list_remarks(transaction, id);
    keep_in_sight(view.remarks, view.relation);
    return view;
}

base::Result<StatementList> list_statements_of(const Needs& needs, const base::Actor& actor,
                                               LifeMeetingId meeting) {
    return life_meetings::read_meeting<StatementList>(
        needs, actor, meeting,
        [](db::Transaction& transaction, const Opened& opened) -> base::Result<StatementList> {
            return load_list(transaction, opened);
        });
}

base::Result<StatementList> change_asked(const Needs& needs, const base::Actor& actor,
                                         LifeMeetingId meeting, const Asked& wanted) {
    return life_meetings::with_meeting<StatementList>(
        needs, actor, meeting,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<StatementList> {
            auto& transaction = recorder.transaction();
            if (auto no = why_not_ask(wanted, opened.meeting, opened.standing)) return *no;
            const auto before = load_asked(transaction, meeting);
            if (auto fresh = ledger::check_version(before.version, wanted.version); !fresh)
                return fresh.error();
            if (wanted != before) {
                auto after = wanted;
                ++after.version;
                if (auto saved = save_asked(transaction, meeting, after); !saved)
                    return saved.error();
                life_meetings::note(recorder, "ask_for_statements", opened.meeting);
            }
            return load_list(transaction, opened);
        });
}

base::Result<StatementView> begin_statement(const Needs& needs, const base::Actor& actor,
                                            const NewStatement& wanted) {
    return life_meetings::with_meeting<StatementView>(
        needs, actor, wanted.meeting,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<StatementView> {
            auto& transaction = recorder.transaction();
            if (auto no = why_not_begin(wanted.kind, opened.meeting, opened.standing)) return *no;
            const auto asked = load_asked(transaction, wanted.meeting);
            const auto whole = begun(recorder, opened, wanted, asked);
            const auto stored =
                find_statement_of(transaction, wanted.meeting, whole.statement.participant);
            if (stored && stored->id == wanted.id) return load_view(transaction, opened, wanted.id);
            if (stored) return refuse(ErrorKind::conflict, "statement_is_begun");
            if (find_statement(transaction, wanted.id))
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            insert_statement(transaction, whole);
            note_statement(recorder, "begin_statement", opened, whole.statement);
            return load_view(transaction, opened, wanted.id);
        });
}

base::Result<StatementView> view_statement(const Needs& needs, const base::Actor& actor,
                                           StatementId id) {
    const auto meeting = meeting_of(needs, id);
    if (!meeting) return meeting.error();
    auto view = life_meetings::read_meeting<StatementView>(
        needs, actor, *meeting, [&](db::Transaction& transaction, const Opened& opened) {
            return load_view(transaction, opened, id);
        });
    if (view && !view->relation.author && !view->sections.empty())
        note_content_read(needs, actor, view->opened.meeting, "对照检查材料",
                          owner_of(view->statement, view->opened.meeting));
    return view;
}

base::Result<StatementView> write_section(const Needs& needs, const base::Actor& actor,
                                          const SectionPlace& place, const SectionDraft& draft) {
    return on_statement(needs, actor, place.statement,
                        [&](Recorder& recorder, const StatementView& view) -> base::Result<void> {
                            if (auto no = why_not(StatementAct::write, view)) return *no;
                            const auto* before = find_section(view.sections, place.position);
                            if (before == nullptr) return section_unknown();
                            auto after = write(*before, draft.revision, draft.text);
                            if (!after) return after.error();
                            if (after->revision == before->revision) return {};
                            after->at = recorder.now();
                            after->by = recorder.actor().name;
                            save_section(recorder.transaction(), place.statement, *after);
                            note_statement(recorder, "write_statement", view.opened, view.statement,
                                           {{"section", after->heading},
                                            {"revision", std::to_string(after->revision)}});
                            return next_version(recorder.transaction(), view.statement);
                        });
}

base::Result<std::vector<Wording>> list_wordings_of(const Needs& needs, const base::Actor& actor,
                                                    const SectionPlace& place) {
    using Wordings = std::vector<Wording>;
    const auto meeting = meeting_of(needs, place.statement);
    if (!meeting) return meeting.error();
    return life_meetings::read_meeting<Wordings>(
        needs, actor, *meeting,
        [&](db::Transaction& transaction, const Opened& opened) -> base::Result<Wordings> {
            const auto view = load_view(transaction, opened, place.statement);
            if (!view) return view.error();
            if (!view->relation.author)
                return refuse(ErrorKind::forbidden, "only_the_person_writes_it");
            return list_wordings(transaction, place.statement, place.position);
        });
}

base::Result<StatementView> take_step(const Needs& needs, const base::Actor& actor, StatementId id,
                                      const WantedStep& wanted) {
    return on_statement(
        needs, actor, id, [&](Recorder& recorder, const StatementView& view) -> base::Result<void> {
            auto& transaction = recorder.transaction();
            if (auto fresh = ledger::check_version(view.statement.version, wanted.version); !fresh)
                return fresh;
            if (auto no = why_not(wanted.act, view)) return *no;
            const auto after =
                moved(load_whole(transaction, view.statement), wanted.act, view.opened.meeting,
                      view.asked, {view.relation, wanted.words, recorder.now()});
            if (!after) return after.error();
            if (auto saved = save_statement(transaction, *after); !saved) return saved;
            insert_step(transaction, id,
                        {0, wanted.act, wanted.words, recorder.now(), recorder.actor().name});
            if (wanted.act == StatementAct::hand_in) index_sections(transaction, *after);
            note_statement(recorder, std::string(name_of(wanted.act)) + "_statement", view.opened,
                           after->statement,
                           {{"edition", std::to_string(after->statement.edition)}});
            tell_of_step(recorder, view, after->statement);
            return {};
        });
}

base::Result<StatementView> add_remark(const Needs& needs, const base::Actor& actor, StatementId id,
                                       const NewRemark& wanted) {
    return on_statement(
        needs, actor, id, [&](Recorder& recorder, const StatementView& view) -> base::Result<void> {
            if (auto good = check_remark(view, wanted); !good) return good;
            for (const auto& one : view.remarks)
                if (one.id == wanted.id) return {};
            Remark remark;
            remark.id = wanted.id;
            remark.position = wanted.position;
            remark.quote = wanted.quote;
            remark.words = wanted.words;
            remark.at = recorder.now();
            remark.by = recorder.actor().id;
            remark.by_name = recorder.actor().name;
            remark.voice = voice_of(view.statement, view.relation);
            insert_remark(recorder.transaction(), id, remark);
            note_statement(recorder, "remark_on_statement", view.opened, view.statement);
            tell_of_remark(recorder, view);
            return next_version(recorder.transaction(), view.statement);
        });
}

base::Result<StatementView> answer_remark(const Needs& needs, const base::Actor& actor,
                                          StatementId id, const RemarkAnswer& wanted) {
    return on_statement(
        needs, actor, id, [&](Recorder& recorder, const StatementView& view) -> base::Result<void> {
            const auto found = std::find_if(view.remarks.begin(), view.remarks.end(),
                                            [&](const Remark& one) { return one.id == wanted.id; });
            if (found == view.remarks.end()) return refuse(ErrorKind::not_found, "remark_unknown");
            const auto after =
                answered(*found, wanted.adopted, wanted.words, view.relation, recorder.now());
            if (!after) return after.error();
            save_answer(recorder.transaction(), id, *after);
            note_statement(recorder, "answer_statement_remark", view.opened, view.statement);
            return next_version(recorder.transaction(), view.statement);
        });
}

base::Result<StatementView> decide_hint(const Needs& needs, const base::Actor& actor,
                                        StatementId id, const HintDecision& wanted) {
    return on_statement(
        needs, actor, id, [&](Recorder& recorder, const StatementView& view) -> base::Result<void> {
            if (!view.relation.reviewer)
                return refuse(ErrorKind::forbidden, "only_the_reviewer_reviews_it");
            for (const auto& [position, hint] : view.hints) {
                if (position != wanted.position || hint.kind != wanted.kind ||
                    hint.sentence != wanted.sentence || hint.because != wanted.because)
                    continue;
                const auto kept = kept_as(position, hint);
                if (wanted.dismissed)
                    insert_dismissal(recorder.transaction(), id, kept,
                                     {0, {}, {}, recorder.now(), recorder.actor().name});
                else
                    delete_dismissal(recorder.transaction(), id, kept);
                note_statement(recorder, "decide_statement_hint", view.opened, view.statement,
                               {{"hint", kept.kind}});
            }
            return {};
        });
}

}  // namespace statements
