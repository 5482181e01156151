#include "plan/import_actions.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "evidence/blob_folder.hpp"
#include "ledger/declared_store.hpp"
#include "ledger/news_actions.hpp"
#include "plan/apply_actions.hpp"
#include "plan/intake.hpp"
#include "plan/read_mark.hpp"

namespace plan {
namespace {

using base::ErrorKind;
using base::refuse;

/// The document as it was read: read again from the kept blocks, so that it is said once.
PlanDocument read_again(const Import& import, std::vector<office::Block> blocks) {
    return read_plan({import.kind, std::move(blocks), import.title});
}

ImportRow row_of(db::Transaction& transaction, const Import& import, const Draft& draft,
                 const PlanDocument& document) {
    return {import, counts_of(draft), document.warnings, unresolved_in(transaction, draft)};
}

/// The import, when the actor may see its programme.
base::Result<Import> load_visible(db::Transaction& transaction, const base::Actor& actor,
                                  ImportId id) {
    auto import = load_import(transaction, id);
    if (!import) return import.error();
    const auto programme = ledger::load_programme(transaction, import->programme, actor.scope);
    if (!programme) return refuse(ErrorKind::not_found, "import_not_found");
    return import;
}

ImportView view_of(db::Transaction& transaction, const Import& import) {
    ImportView view;
    view.blocks = list_blocks(transaction, import.id);
    view.document = read_again(import, view.blocks);
    view.draft = load_draft(transaction, import.id);
    view.row = row_of(transaction, import, view.draft, view.document);
    return view;
}

/// Copies the upload under its digest; the same document twice is one file.
void keep_file(const Needs& needs, const std::filesystem::path& file, const std::string& digest) {
    const auto kept = needs.files / digest;
    if (std::filesystem::exists(kept)) return;
    evidence::keep_copy(file, kept, digest, needs.ledger.database.sealer());
}

base::Result<void> fits_programme(const Needs& needs, const base::Actor& actor,
                                  ledger::ProgrammeId id, const std::optional<FoundMark>& mark) {
    return needs.ledger.database.read([&](db::Transaction& transaction) -> base::Result<void> {
        const auto programme = ledger::load_programme(transaction, id, actor.scope);
        if (!programme) return programme.error();
        return check_document_mark(mark, *programme, needs.ledger.classified);
    });
}

CheckReport with_errors(const Draft& draft) {
    CheckReport report;
    report.errors = faults_of(draft);
    return report;
}

}  // namespace

base::Result<ImportView> upload_document(const Needs& needs, const base::Actor& actor,
                                         const Upload& upload) {
    if (!actor.may(base::Act::import_plan))
        return refuse(ErrorKind::forbidden, "only_the_office_imports");
    auto document = office::read_document(upload.file);
    if (!document) return document.error();
    // Before anything of it is kept: what may not be here must leave no copy.
    const auto mark = mark_in(document->blocks);
    if (auto fits = fits_programme(needs, actor, upload.programme, mark); !fits)
        return fits.error();
    const auto read = read_plan(*document);
    const auto digest = base::digest_of_file(base::preferred_algorithm(), upload.file.string());
    keep_file(needs, upload.file, digest);
    return needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<ImportView> {
            auto recorder =
                ledger::Recorder::open(transaction, needs.ledger, actor, upload.programme);
            if (!recorder) return recorder.error();
            Import import{
                upload.id,  upload.programme,       upload.file_name,  digest,          read.kind,
                read.title, mark ? mark->text : "", ImportState::read, recorder->now(), actor.name,
                1};
            insert_import(transaction, import);
            insert_blocks(transaction, import.id, document->blocks);
            save_draft(transaction, import.id, draft_of(read));
            recorder->note("upload_document", "import", import.id.text(),
                           {{"file_name", import.file_name}, {"digest", digest}});
            recorder->finish();
            return view_of(transaction, import);
        });
}

base::Result<std::vector<ImportRow>> list_programme_imports(const Needs& needs,
                                                            const base::Actor& actor,
                                                            ledger::ProgrammeId programme) {
    return needs.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<std::vector<ImportRow>> {
            const auto found = ledger::load_programme(transaction, programme, actor.scope);
            if (!found) return found.error();
            std::vector<ImportRow> rows;
            for (const auto& import : list_imports(transaction, programme))
                rows.push_back({import, counts_of(load_draft(transaction, import.id)), {}, {}});
            return rows;
        });
}

base::Result<ImportView> view_import(const Needs& needs, const base::Actor& actor, ImportId id) {
    return needs.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<ImportView> {
            const auto import = load_visible(transaction, actor, id);
            if (!import) return import.error();
            return view_of(transaction, *import);
        });
}

base::Result<ImportView> correct_draft(const Needs& needs, const base::Actor& actor, ImportId id,
                                       std::int64_t version_seen, const Draft& draft) {
    return needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<ImportView> {
            auto import = load_visible(transaction, actor, id);
            if (!import) return import.error();
            if (auto fresh = ledger::check_version(import->version, version_seen); !fresh)
                return fresh.error();
            if (auto may = may_edit(*import, actor); !may) return may.error();
            if (draft.size() > base::limits::document_blocks_max)
                return refuse(ErrorKind::too_large, "draft_too_long");
            if (auto saved = save_import(transaction, *import); !saved) return saved.error();
            ++import->version;
            save_draft(transaction, id, draft);
            return view_of(transaction, *import);
        });
}

base::Result<CheckReport> check_import(const Needs& needs, const base::Actor& actor, ImportId id,
                                       NewUnits new_units) {
    return needs.ledger.database.rehearse(
        [&](db::Transaction& transaction) -> base::Result<CheckReport> {
            const auto import = load_visible(transaction, actor, id);
            if (!import) return import.error();
            if (auto may = may_edit(*import, actor); !may) return may.error();
            const auto draft = load_draft(transaction, id);
            auto report = with_errors(draft);
            if (!report.errors.empty()) return report;
            auto recorder =
                ledger::Recorder::open(transaction, needs.ledger, actor, import->programme);
            if (!recorder) return recorder.error();
            const auto unresolved = unresolved_in(transaction, draft);
            auto applied = apply_draft(*recorder, draft, import->file_name, new_units);
            if (!applied) return applied.error();
            const auto document = read_again(*import, list_blocks(transaction, id));
            if (auto set = apply_phases(*recorder, document.phases, *applied); !set)
                return set.error();
            applied->report.unresolved_names = unresolved;
            applied->report.warnings = document.warnings;
            return std::move(applied->report);
        });
}

base::Result<ImportRow> confirm_import(const Needs& needs, const base::Actor& actor, ImportId id,
                                       std::int64_t version_seen, NewUnits new_units) {
    return needs.ledger.database.write([&](db::Transaction& transaction)
                                           -> base::Result<ImportRow> {
        const auto before = load_visible(transaction, actor, id);
        if (!before) return before.error();
        auto recorder = ledger::Recorder::open(transaction, needs.ledger, actor, before->programme);
        if (!recorder) return recorder.error();
        if (auto fresh = ledger::check_version(before->version, version_seen); !fresh)
            return fresh.error();
        const auto draft = load_draft(transaction, id);
        auto after = confirm(*before, draft, actor);
        if (!after) return after.error();
        auto applied = apply_draft(*recorder, draft, before->file_name, new_units);
        if (!applied) return applied.error();
        const auto document = read_again(*before, list_blocks(transaction, id));
        if (auto set = apply_phases(*recorder, document.phases, *applied); !set) return set.error();
        insert_effects(transaction, id, applied->effects);
        const auto read = read_again(*before, list_blocks(transaction, id));
        ledger::save_declared(
            transaction, before->programme, id.text(),
            {read.declared_areas, read.declared_problems, {}, read.declared_measures},
            recorder->now());
        if (auto saved = save_import(transaction, *after); !saved) return saved.error();
        ++after->version;
        ledger::tell_units(*recorder, count_created_by_unit(transaction, id),
                           {"import", id.text(), before->file_name});
        recorder->note("confirm_import", "import", id.text(), {{"file_name", before->file_name}});
        recorder->finish();
        return ImportRow{*after, counts_of(draft), {}, {}};
    });
}

base::Result<ImportRow> undo_import(const Needs& needs, const base::Actor& actor, ImportId id,
                                    std::int64_t version_seen) {
    return needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<ImportRow> {
            const auto before = load_visible(transaction, actor, id);
            if (!before) return before.error();
            auto recorder =
                ledger::Recorder::open(transaction, needs.ledger, actor, before->programme);
            if (!recorder) return recorder.error();
            if (auto fresh = ledger::check_version(before->version, version_seen); !fresh)
                return fresh.error();
            auto after = undo(*before, count_touched(transaction, id), actor);
            if (!after) return after.error();
            if (auto back = take_back(*recorder, list_effects(transaction, id)); !back)
                return back.error();
            ledger::delete_declared(transaction, before->programme, id.text());
            if (auto saved = save_import(transaction, *after); !saved) return saved.error();
            ++after->version;
            recorder->finish();
            return ImportRow{*after, counts_of(load_draft(transaction, id)), {}, {}};
        });
}

base::Result<void> discard_import(const Needs& needs, const base::Actor& actor, ImportId id) {
    return needs.ledger.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        const auto import = load_visible(transaction, actor, id);
        if (!import) return import.error();
        if (auto may = may_edit(*import, actor); !may) return may;
        auto recorder = ledger::Recorder::open(transaction, needs.ledger, actor, import->programme);
        if (!recorder) return recorder.error();
        delete_import(transaction, id);
        recorder->note("discard_import", "import", id.text(), {{"file_name", import->file_name}});
        recorder->finish();
        return {};
    });
}

}  // namespace plan
