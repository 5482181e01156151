#include "narrative/edition_actions.hpp"

#include "accounts/unit_store.hpp"
#include "journal/export_note.hpp"
#include "ledger/restricted_actions.hpp"
#include "narrative/edition_paper.hpp"
#include "narrative/figure_paper.hpp"
#include "notify/live_store.hpp"
#include "office/libreoffice.hpp"
#include "reports/ledger_sheet.hpp"

namespace narrative {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

/// Nothing that somebody else has in hand, and no figure that nobody has looked at since it
/// changed.
std::optional<base::Error> why_not_issue(const std::vector<Section>& sections,
                                         const Figures& figures, const base::Actor& actor,
                                         base::Instant now) {
    for (const auto& section : sections)
        if (is_held_by_other(section, actor, now))
            return refuse(ErrorKind::illegal_transition, "narrative_is_being_written", {},
                          {{"name", section.hold->by_name}});
    std::vector<StaleFigure> stale;
    for (const auto& section : sections)
        for (auto& one : stale_among(section.read, figures, actor.scope.cleared))
            stale.push_back(std::move(one));
    if (stale.empty()) return std::nullopt;
    return refuse(ErrorKind::illegal_transition, "figures_are_stale", {},
                  {{"count", std::to_string(stale.size())}, {"value", stale.front().name}});
}

/// The report as it reads now for this reader, with every figure and the rows behind it.
EditionContent content_of(Recorder& recorder, const Opened& opened, const WantedEdition& wanted,
                          const base::Actor& reader) {
    auto& transaction = recorder.transaction();
    const auto source = source_for(transaction, opened, reader, recorder.today());
    const auto figures = figures_of(source);
    EditionContent content;
    auto& edition = content.edition;
    edition.id = wanted.id;
    edition.narrative = opened.narrative.id;
    edition.programme = opened.narrative.programme;
    edition.kind = opened.narrative.kind;
    edition.number = opened.narrative.editions + 1;
    edition.title = opened.narrative.title;
    edition.issue = wanted.issue;
    edition.issued_by = recorder.actor().name;
    edition.issued_at = recorder.now();
    content.document = compose(list_sections(transaction, opened.narrative), source, figures);
    for (const auto& one : figures) {
        content.figures.push_back({one, words_of(one)});
        edition.guards = edition.guards | guards_of(one);
    }
    edition.guards = edition.guards | guards_in(content.document) |
                     ledger::guards_of(opened.programme.classification);
    edition.digest = digest_of(content);
    return content;
}

EditionView shown(db::Transaction& transaction, EditionContent content, const base::Scope& scope) {
    EditionView view;
    if (const auto report = find_narrative(transaction, content.edition.narrative))
        view.principal = report->principal;
    if (const auto before = find_edition_before(transaction, content.edition))
        if (scope.clears(before->guards)) view.compared = before->id;
    view.is_sound = is_sound(content);
    view.content = std::move(content);
    return view;
}

base::Result<EditionView> sent_again(db::Transaction& transaction, const base::Actor& actor,
                                     NarrativeId id, const Edition& stored,
                                     const WantedEdition& wanted) {
    if (stored.narrative != id || stored.issue != wanted.issue)
        return refuse(ErrorKind::conflict, "same_id_other_content", "id");
    return shown(transaction, load_edition(transaction, stored), actor.scope);
}

base::Result<EditionView> issue_in(Recorder& recorder, Opened& opened, const WantedEdition& wanted,
                                   const base::Actor& actor) {
    auto& transaction = recorder.transaction();
    auto content =
        content_of(recorder, opened, wanted,
                   wanted.restricted == Restricted::included ? actor : unrestricted(actor));
    if (auto good = check(content, recorder.today()); !good) return good.error();
    if (is_number_used(transaction, wanted.issue.number))
        return refuse(ErrorKind::conflict, "document_number_is_used", "number",
                      {{"value", wanted.issue.number}, {"document", "另一份报告"}});
    insert_edition(transaction, content);
    ++opened.narrative.version;
    if (auto saved = save_version(transaction, opened.narrative); !saved) return saved.error();
    note(recorder, "issue_narrative", opened.narrative,
         {{"number", std::to_string(content.edition.number)},
          {"document_number", wanted.issue.number},
          {"issued_on", base::to_text(wanted.issue.on)},
          {"digest", content.edition.digest}});
    notify::count_change(transaction, notify::narratives_changed);
    recorder.finish();
    return shown(transaction, std::move(content), actor.scope);
}

/// What is in sight, whole.
base::Result<EditionContent> load_seen(db::Transaction& transaction, const base::Actor& actor,
                                       EditionId id) {
    if (!actor.may(base::Act::read_names)) return refuse(ErrorKind::forbidden, "names_are_masked");
    const auto edition = find_edition(transaction, id, actor.scope);
    if (!edition) return refuse(ErrorKind::not_found, "edition_unknown");
    return load_edition(transaction, *edition);
}

void note_look(const Needs& needs, const base::Actor& actor, const Edition& edition) {
    const ledger::Subject looked_at{"programme", edition.programme.text(), edition.programme,
                                    edition.guards};
    note_restricted_read(needs, actor, looked_at);
}

std::int64_t guarded_lines(const Document& document) {
    std::int64_t count = 0;
    for (const auto& part : document)
        for (const auto& line : part.lines)
            if (!line.guards.empty()) ++count;
    return count;
}

base::Result<office::Paper> paper_of(const EditionView& view, std::optional<Part> annex) {
    const auto& edition = view.content.edition;
    const PaperSource source{edition.kind, edition.title, view.principal, view.content.document,
                             edition.issue};
    if (!annex) return narrative_paper(source);
    if (auto paper = annex_paper(source, *annex)) return std::move(*paper);
    return refuse(ErrorKind::not_found, "part_unknown");
}

/// Notes that it was taken out, and puts at the head of its pages whose copy it is.
base::Result<office::Paper> take_out(db::Transaction& transaction, const Needs& needs,
                                     const base::Actor& actor, const WantedFile& wanted) {
    auto content = load_seen(transaction, actor, wanted.edition);
    if (!content) return content.error();
    auto recorder = Recorder::open(transaction, needs, actor, content->edition.programme);
    if (!recorder) return recorder.error();
    auto paper = paper_of(shown(transaction, *content, actor.scope), wanted.annex);
    if (!paper) return paper;
    journal::ExportNote exported{std::string(documents::name_of(wanted.form)), paper->name};
    exported.rows = 1;
    exported.guarded_rows = guarded_lines(content->document);
    recorder->note("export_document", "programme", content->edition.programme.text(),
                   journal::facts_of(exported));
    const auto unit = accounts::find_unit(transaction, actor.unit);
    paper->made_at = recorder->now();
    paper->page_head = reports::page_head_of(recorder->programme(), actor.name,
                                             unit ? unit->name : "", recorder->now());
    recorder->finish();
    return paper;
}

}  // namespace

base::Result<EditionView> issue_narrative(const Needs& needs, const base::Actor& actor,
                                          NarrativeId id, const WantedEdition& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<EditionView> {
        const auto known = open_narrative(transaction, actor, id);
        if (!known) return known.error();
        if (auto no = why_not(NarrativeAct::issue, actor)) return *no;
        auto recorder = Recorder::open(transaction, needs, actor, known->programme.id);
        if (!recorder) return recorder.error();
        auto opened = open_narrative(transaction, actor, id);
        if (!opened) return opened.error();
        if (const auto stored = find_edition(transaction, wanted.id, actor.scope))
            return sent_again(transaction, actor, id, *stored, wanted);
        if (auto fresh = ledger::check_version(opened->narrative.version, wanted.version); !fresh)
            return fresh.error();
        const auto figures = figures_of(source_for(transaction, *opened, actor, recorder->today()));
        if (auto no = why_not_issue(list_sections(transaction, opened->narrative), figures, actor,
                                    recorder->now()))
            return *no;
        return issue_in(*recorder, *opened, wanted, actor);
    });
}

base::Result<EditionView> view_edition(const Needs& needs, const base::Actor& actor, EditionId id) {
    auto view = needs.database.read([&](db::Transaction& transaction) -> base::Result<EditionView> {
        auto content = load_seen(transaction, actor, id);
        if (!content) return content.error();
        return shown(transaction, std::move(*content), actor.scope);
    });
    if (view) note_look(needs, actor, view->content.edition);
    return view;
}

base::Result<EditionDifference> compare_edition(const Needs& needs, const base::Actor& actor,
                                                EditionId id) {
    return needs.database.read(
        [&](db::Transaction& transaction) -> base::Result<EditionDifference> {
            const auto after = load_seen(transaction, actor, id);
            if (!after) return after.error();
            const auto before = find_edition_before(transaction, after->edition);
            if (!before || !actor.scope.clears(before->guards))
                return refuse(ErrorKind::illegal_transition, "nothing_to_compare_with");
            return differences(load_edition(transaction, *before), *after);
        });
}

base::Result<FrozenFigure> view_frozen_figure(const Needs& needs, const base::Actor& actor,
                                              EditionId id, std::string_view name) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<FrozenFigure> {
        const auto content = load_seen(transaction, actor, id);
        if (!content) return content.error();
        for (const auto& one : content->figures)
            if (one.figure.name == name) return one;
        return refuse(ErrorKind::not_found, "figure_unknown", {}, {{"value", std::string(name)}});
    });
}

base::Result<documents::DocumentFile> take_out_edition(const Needs& needs, const base::Actor& actor,
                                                       const WantedFile& wanted) {
    // Nothing is noted as taken out where it cannot be made.
    if (wanted.form == documents::FileForm::pdf)
        if (const auto program = office::program_for_pdf(); !program) return program.error();
    const auto paper = needs.database.write(
        [&](db::Transaction& transaction) { return take_out(transaction, needs, actor, wanted); });
    if (!paper) return paper.error();
    auto docx = office::docx_of(*paper);
    const auto name = paper->name + "." + std::string(documents::name_of(wanted.form));
    if (wanted.form == documents::FileForm::docx)
        return documents::DocumentFile{std::move(docx), name};
    auto pdf = office::pdf_of(docx, ".docx");
    if (!pdf) return pdf.error();
    return documents::DocumentFile{std::move(*pdf), name};
}

}  // namespace narrative
