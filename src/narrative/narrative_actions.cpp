#include "narrative/narrative_actions.hpp"

#include "chronology/chronicle_actions.hpp"
#include "narrative/draft_paper.hpp"
#include "narrative/figure_paper.hpp"
#include "notify/live_store.hpp"

namespace narrative {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

bool sees_all_of(db::Transaction& transaction, const base::Actor& actor,
                 const ledger::Programme& programme) {
    return actor.scope.clears(ledger::guards_of(programme.classification)) &&
           chronology::sees_as_a_whole(transaction, actor, programme);
}

std::vector<Edition> editions_of(db::Transaction& transaction, const Narrative& narrative,
                                 const base::Scope& scope) {
    auto editions = list_editions(transaction, narrative.programme, scope);
    std::erase_if(editions, [&](const Edition& one) { return one.narrative != narrative.id; });
    return editions;
}

std::string usual_title(const ledger::Programme& programme, NarrativeKind kind) {
    return programme.inspected_unit_name + std::string(words_of(kind));
}

/// The part with its draft and the figures in it as they are now.
Section first_section(Recorder& recorder, Part part, NarrativeKind kind, const Source& source,
                      const Figures& figures) {
    Section section;
    section.part = part;
    section.heading = usual_heading(part);
    section.text = draft_of(part, kind, source);
    section.at = recorder.now();
    section.by = recorder.actor().name;
    section.read = read_now(section.text, figures, recorder.actor().scope.cleared);
    return section;
}

bool is_the_same(const Narrative& stored, const NewNarrative& wanted) {
    return stored.programme == wanted.programme && stored.kind == wanted.kind &&
           (wanted.title.empty() || stored.title == wanted.title);
}

Narrative begun(Recorder& recorder, const NewNarrative& wanted) {
    const auto& programme = recorder.programme();
    Narrative one;
    one.id = wanted.id;
    one.programme = wanted.programme;
    one.programme_title = programme.title;
    one.kind = wanted.kind;
    one.title = wanted.title.empty() ? usual_title(programme, wanted.kind) : wanted.title;
    one.principal = wanted.principal.empty()
                        ? find_principal(recorder.transaction(), programme, recorder.today())
                        : wanted.principal;
    one.begun_at = recorder.now();
    one.begun_by = recorder.actor().name;
    return one;
}

}  // namespace

void note(Recorder& recorder, std::string_view act, const Narrative& narrative,
          std::vector<std::pair<std::string, std::string>> more) {
    more.insert(more.begin(), {"title", narrative.title});
    recorder.note(act, "narrative", narrative.id.text(), more);
}

base::Actor unrestricted(base::Actor actor) {
    actor.scope.cleared = actor.scope.cleared & base::mark_guards;
    return actor;
}

base::Result<Opened> open_narrative(db::Transaction& transaction, const base::Actor& actor,
                                    NarrativeId id) {
    const auto unknown = refuse(ErrorKind::not_found, "narrative_unknown");
    const auto found = find_narrative(transaction, id);
    if (!found) return unknown;
    const auto programme = ledger::load_programme(transaction, found->programme, actor.scope);
    if (!programme) return unknown;
    if (auto no = why_not_see(actor, sees_all_of(transaction, actor, *programme))) return *no;
    return Opened{*found, *programme};
}

Source source_for(db::Transaction& transaction, const Opened& opened, const base::Actor& actor,
                  base::Date today) {
    auto source = load_source(transaction, opened.programme, actor, today);
    source.principal = opened.narrative.principal;
    return source;
}

NarrativeView show_narrative(db::Transaction& transaction, const Needs& needs,
                             const base::Actor& actor, const Opened& opened) {
    const auto source = source_for(transaction, opened, actor, needs.clock.today());
    NarrativeView view;
    view.narrative = opened.narrative;
    view.figures = figures_of(source);
    view.sections = list_sections(transaction, opened.narrative);
    std::erase_if(view.sections,
                  [&](const Section& one) { return !actor.scope.clears(guards_of(one.part)); });
    view.document = compose(view.sections, source, view.figures);
    view.editions = editions_of(transaction, opened.narrative, actor.scope);
    view.unit = opened.programme.inspected_unit_name;
    view.receiver = opened.programme.inspection.inspecting_body;
    view.cleared = actor.scope.cleared;
    view.now = needs.clock.now();
    return view;
}

base::Result<NarrativeList> list_narratives_of(const Needs& needs, const base::Actor& actor,
                                               ProgrammeId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<NarrativeList> {
        const auto programme = ledger::load_programme(transaction, id, actor.scope);
        if (!programme) return programme.error();
        const bool whole = sees_all_of(transaction, actor, *programme);
        NarrativeList list;
        list.may_begin = whole && !why_not(NarrativeAct::write, actor);
        if (list.may_begin)
            list.principal = find_principal(transaction, *programme, needs.clock.today());
        for (auto& one : list_narratives(transaction, id)) {
            ListedNarrative row{one, editions_of(transaction, one, actor.scope),
                                !why_not_see(actor, whole)};
            if (row.open || !row.editions.empty()) list.rows.push_back(std::move(row));
        }
        return list;
    });
}

base::Result<NarrativeView> view_narrative(const Needs& needs, const base::Actor& actor,
                                           NarrativeId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<NarrativeView> {
        const auto opened = open_narrative(transaction, actor, id);
        if (!opened) return opened.error();
        return show_narrative(transaction, needs, actor, *opened);
    });
}

base::Result<Figure> view_figure(const Needs& needs, const base::Actor& actor, NarrativeId id,
                                 std::string_view name) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Figure> {
        const auto opened = open_narrative(transaction, actor, id);
        if (!opened) return opened.error();
        const auto figures =
            figures_of(source_for(transaction, *opened, actor, needs.clock.today()));
        if (const auto* figure = find_figure(figures, name)) return *figure;
        return refuse(ErrorKind::not_found, "figure_unknown", {}, {{"value", std::string(name)}});
    });
}

base::Result<NarrativeView> begin_narrative(const Needs& needs, const base::Actor& actor,
                                            const NewNarrative& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<NarrativeView> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (auto no = why_not(NarrativeAct::write, actor)) return *no;
        const auto programme = recorder->programme();
        if (!sees_all_of(transaction, actor, programme))
            return refuse(ErrorKind::forbidden, "programme_not_seen_as_a_whole");
        if (const auto stored = find_narrative(transaction, wanted.id)) {
            if (!is_the_same(*stored, wanted))
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            return show_narrative(transaction, needs, actor, {*stored, programme});
        }
        const Opened opened{begun(*recorder, wanted), programme};
        insert_narrative(transaction, opened.narrative);
        const auto open_source =
            source_for(transaction, opened, unrestricted(actor), recorder->today());
        const auto figures = figures_of(source_for(transaction, opened, actor, recorder->today()));
        for (const auto part : parts_of(wanted.kind))
            insert_section(transaction, wanted.id,
                           first_section(*recorder, part, wanted.kind, open_source, figures));
        note(*recorder, "begin_narrative", opened.narrative);
        notify::count_change(transaction, notify::narratives_changed);
        recorder->finish();
        return show_narrative(transaction, needs, actor, opened);
    });
}

}  // namespace narrative
