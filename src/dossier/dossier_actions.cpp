#include "dossier/dossier_actions.hpp"

#include "base/text_length.hpp"
#include "evidence/evidence_store.hpp"
#include "ledger/evidence_step_actions.hpp"

namespace dossier {
namespace {

using base::ErrorKind;
using base::refuse;
using chronology::sees_as_a_whole;
using ledger::keep_brought;
using ledger::open_kept;
using ledger::Recorder;

DossierView view_of(db::Transaction& transaction, const base::Actor& actor,
                    const ledger::Programme& programme) {
    const auto withheld = actor.scope.withheld();
    DossierView view;
    view.programme = programme;
    view.lines = load_lines(transaction, programme.id, actor.scope);
    view.files = list_kept_files(transaction, programme.id, withheld);
    view.volumes = list_volumes(transaction, programme.id, withheld);
    view.tally = tally(view.lines, actor.scope);
    view.waiting = count_waiting_pieces(transaction, view.lines, programme.id, withheld);
    if (!why_not_keep(actor, true)) view.may = {DossierAct::keep, DossierAct::seal};
    return view;
}

/// The programme open for writing by somebody who keeps its dossier, changed by `act`.
template <class Do>
base::Result<DossierView> keep(const Needs& needs, const base::Actor& actor, ProgrammeId id,
                               Do act) {
    const auto& of_ledger = needs.evidence.ledger;
    return of_ledger.database.write([&](db::Transaction& transaction) -> base::Result<DossierView> {
        auto recorder = Recorder::open(transaction, of_ledger, actor, id);
        if (!recorder) return recorder.error();
        const bool covered = sees_as_a_whole(transaction, actor, recorder->programme());
        if (const auto no = why_not_keep(actor, covered)) return *no;
        if (auto done = act(*recorder); !done) return done.error();
        recorder->finish();
        return view_of(transaction, actor, recorder->programme());
    });
}

base::Result<Line> line_in(const std::vector<Line>& lines, std::string_view key) {
    if (const auto* line = find_line(lines, key)) return *line;
    return refuse(ErrorKind::not_found, "line_unknown");
}

void note_line(Recorder& recorder, std::string_view act, const SaidOfLine& said) {
    std::vector<std::pair<std::string, std::string>> facts{
        {"name", said.name}, {"line_state", std::string(name_of(said.state))}};
    if (!said.reason.empty()) facts.emplace_back("reason", said.reason);
    recorder.note(act, "dossier", recorder.programme().id.text(), facts);
}

base::Result<void> save_and_note(Recorder& recorder, std::string_view act, const SaidOfLine& said) {
    if (auto saved = save_said(recorder.transaction(), recorder.programme().id, said); !saved)
        return saved;
    note_line(recorder, act, said);
    return {};
}

/// Everything that can be refused is refused before anything is kept.
base::Result<evidence::StoredFile> bring_in(const Needs& needs, const base::Actor& actor,
                                            ProgrammeId id, const FileClaim& claim,
                                            const std::filesystem::path& file) {
    const auto& of_evidence = needs.evidence;
    const auto programme = of_evidence.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<ledger::Programme> {
            const auto found = ledger::load_programme(transaction, id, actor.scope);
            if (!found) return found;
            if (auto no = why_not_keep(actor, sees_as_a_whole(transaction, actor, *found)))
                return *no;
            const auto line = line_in(lines_of(list_said(transaction, id)), claim.line);
            if (!line) return line.error();
            const auto fine = check(claim, *line, actor, of_evidence.ledger.clock.today());
            if (!fine) return fine.error();
            return found;
        });
    if (!programme) return programme.error();
    return keep_brought(of_evidence, *programme, file, claim.file_name);
}

base::Error file_unknown() {
    return refuse(ErrorKind::not_found, "dossier_file_unknown");
}

/// When the actor sees its programme as a whole and is cleared for it.
base::Result<KeptFile> load_file(db::Transaction& transaction, FileId id,
                                 const base::Actor& actor) {
    auto file = find_kept_file(transaction, id);
    if (!file || !actor.scope.clears(file->guards)) return file_unknown();
    const auto programme = ledger::load_programme(transaction, file->programme, actor.scope);
    if (!programme || !sees_as_a_whole(transaction, actor, *programme)) return file_unknown();
    return std::move(*file);
}

}  // namespace

std::vector<Line> load_lines(db::Transaction& transaction, ProgrammeId programme,
                             const base::Scope& scope) {
    auto lines = lines_of(list_said(transaction, programme));
    const auto counts = count_pieces(transaction, lines, programme, scope.withheld());
    for (auto& line : lines)
        if (const auto found = counts.find(line.key); found != counts.end())
            line.pieces = found->second;
    return lines;
}

base::Result<DossierView> view_dossier(const Needs& needs, const base::Actor& actor,
                                       ProgrammeId id) {
    return needs.evidence.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<DossierView> {
            const auto programme = ledger::load_programme(transaction, id, actor.scope);
            if (!programme) return programme.error();
            if (auto no = why_not_see(actor, sees_as_a_whole(transaction, actor, *programme)))
                return *no;
            return view_of(transaction, actor, *programme);
        });
}

base::Result<PiecePage> list_pieces(const Needs& needs, const base::Actor& actor, ProgrammeId id,
                                    const ledger::Page& page) {
    return needs.evidence.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<PiecePage> {
            const auto programme = ledger::load_programme(transaction, id, actor.scope);
            if (!programme) return programme.error();
            if (auto no = why_not_see(actor, sees_as_a_whole(transaction, actor, *programme)))
                return *no;
            const auto lines = lines_of(list_said(transaction, id));
            return list_waiting_pieces(transaction, lines, {id, actor.scope.withheld(), page});
        });
}

base::Result<DossierView> add_line(const Needs& needs, const base::Actor& actor, ProgrammeId id,
                                   const WantedLine& wanted) {
    return keep(needs, actor, id, [&](Recorder& recorder) -> base::Result<void> {
        const auto lines = lines_of(list_said(recorder.transaction(), id));
        if (const auto* known = find_line(lines, wanted.id.text())) {
            if (known->name == wanted.name && known->stage == wanted.stage) return {};
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (wanted.name.empty()) return refuse(ErrorKind::invalid, "line_needs_a_name", "name");
        if (lines.size() >= lines_max)
            return refuse(ErrorKind::illegal_transition, "dossier_has_too_many_lines", "",
                          {{"accepted", std::to_string(lines_max)}});
        return save_and_note(recorder, "add_dossier_line",
                             {wanted.id.text(), wanted.stage, wanted.name, LineState::asked, "",
                              actor.name, recorder.now(), 1});
    });
}

base::Result<DossierView> change_line(const Needs& needs, const base::Actor& actor, ProgrammeId id,
                                      const SeenLine& seen, const LineChange& wanted) {
    return keep(needs, actor, id, [&](Recorder& recorder) -> base::Result<void> {
        const auto before = line_in(load_lines(recorder.transaction(), id, actor.scope), seen.key);
        if (!before) return before.error();
        if (auto fresh = ledger::check_version(before->version, seen.version); !fresh) return fresh;
        const auto after = change(*before, wanted, actor, recorder.now());
        if (!after) return after.error();
        return save_and_note(recorder, "change_dossier_line", *after);
    });
}

base::Result<DossierView> add_file(const Needs& needs, const base::Actor& actor, ProgrammeId id,
                                   const FileClaim& said, const std::filesystem::path& file) {
    auto claim = said;
    claim.file_name = evidence::clean_name(said.file_name);
    const auto brought = bring_in(needs, actor, id, claim, file);
    if (!brought) return brought.error();
    return keep(needs, actor, id, [&](Recorder& recorder) -> base::Result<void> {
        auto& transaction = recorder.transaction();
        const auto line = line_in(lines_of(list_said(transaction, id)), claim.line);
        if (!line) return line.error();
        if (auto fine = check(claim, *line, actor, recorder.today()); !fine) return fine;
        if (const auto stored = find_kept_file(transaction, claim.id)) {
            if (stored->said == claim && stored->digest == brought->digest) return {};
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        evidence::insert_file(transaction, *brought, recorder.now());
        insert_kept_file(transaction, {claim, id, brought->digest, actor.name, actor.id,
                                       recorder.now(), line->guards, false});
        recorder.note("add_dossier_file", "dossier", id.text(),
                      {{"name", line->name},
                       {"title", claim.title},
                       {"file_name", claim.file_name},
                       {"digest", brought->digest}});
        return {};
    });
}

base::Result<DossierView> remove_file(const Needs& needs, const base::Actor& actor, FileId id,
                                      std::string_view reason) {
    const auto found = needs.evidence.ledger.database.read(
        [&](db::Transaction& transaction) { return load_file(transaction, id, actor); });
    if (!found) return found.error();
    return keep(needs, actor, found->programme, [&](Recorder& recorder) -> base::Result<void> {
        auto& transaction = recorder.transaction();
        const auto file = load_file(transaction, id, actor);
        if (!file) return file.error();
        if (file->removed) return {};
        if (is_sealed_piece(transaction, file->programme,
                            std::string(name_of(Source::files)) + "/" + id.text()))
            return refuse(ErrorKind::illegal_transition, "file_is_sealed");
        if (const auto no = base::why_too_short(reason, "reason_too_short", "reason")) return *no;
        save_file_removal(transaction, id, {actor.name, std::string(reason), recorder.now()});
        recorder.note("remove_dossier_file", "dossier", file->programme.text(),
                      {{"title", file->said.title},
                       {"file_name", file->said.file_name},
                       {"digest", file->digest},
                       {"reason", std::string(reason)}});
        return {};
    });
}

base::Result<FetchedFile> fetch_file(const Needs& needs, const base::Actor& actor, FileId id) {
    const auto file = needs.evidence.ledger.database.read(
        [&](db::Transaction& transaction) { return load_file(transaction, id, actor); });
    if (!file) return file.error();
    auto blob = open_kept(needs.evidence, file->digest, file->said.file_name);
    if (!blob) return blob.error();
    return FetchedFile{*file, std::move(*blob)};
}

}  // namespace dossier
