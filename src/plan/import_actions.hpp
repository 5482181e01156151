// The conversation of an import: upload, look, correct, check, confirm, undo. One function a thing.
#pragma once

#include <filesystem>

#include "ledger/recorder_actions.hpp"
#include "plan/import_store.hpp"

namespace plan {

/// All that an import depends on; everything must outlive it.
struct Needs {
    ledger::Needs ledger;
    std::filesystem::path files;  // the folder of uploaded documents, named by their digest
};

/// An import as a list shows it.
struct ImportRow {
    Import import;
    DraftCounts counts;
    std::vector<ReadWarning> warnings;
    std::vector<std::string> unresolved_names;
};
/// And as its page shows it.
struct ImportView {
    ImportRow row;
    PlanDocument document;  // as read
    Draft draft;            // as corrected
    std::vector<office::Block> blocks;
};

struct Upload {
    ImportId id;
    ledger::ProgrammeId programme;
    std::string file_name;
    std::filesystem::path file;  // is copied
};

/// Whether units that are named and not there are opened under the inspected unit.
enum class NewUnits { leave_as_names, open };

/// One field of one row, before and after.
struct RowChange {
    std::string kind, number, field, old_value, new_value;
};
struct GoneRow {
    std::string kind, number, text;
};
/// What confirming would do, or did.
struct CheckReport {
    DraftCounts created;
    std::int64_t units_created = 0;
    std::int64_t phases = 0, milestones = 0;  // set as the document has them; new ones
    std::vector<RowChange> changed;
    std::vector<GoneRow> gone;  // stands in the ledger, not in the document: left as it is
    std::int64_t untouched = 0;
    std::vector<RowChange> kept_by_people;  // differs, but a person decided or the row is closed
    std::vector<base::Error> errors;  // of the draft: nothing can be confirmed while there is one
    std::vector<std::string> unresolved_names;
    std::vector<ReadWarning> warnings;
};

/// Reads a document and keeps it as a draft. Refuses: only_the_office_imports, programme_not_found,
/// what office::read_document refuses.
[[nodiscard]] base::Result<ImportView> upload_document(const Needs& needs, const base::Actor& actor,
                                                       const Upload& upload);
/// Refuses programme_not_found.
[[nodiscard]] base::Result<std::vector<ImportRow>> list_programme_imports(
    const Needs& needs, const base::Actor& actor, ledger::ProgrammeId programme);
/// Refuses import_not_found, also outside the scope.
[[nodiscard]] base::Result<ImportView> view_import(const Needs& needs, const base::Actor& actor,
                                                   ImportId id);
/// Refuses: import_not_found, somebody_else_changed_it, what may_edit() refuses, draft_too_long.
[[nodiscard]] base::Result<ImportView> correct_draft(const Needs& needs, const base::Actor& actor,
                                                     ImportId id, std::int64_t version_seen,
                                                     const Draft& draft);
/// What confirm_import() would do; nothing is written. Refuses: import_not_found, what may_edit()
/// refuses.
[[nodiscard]] base::Result<CheckReport> check_import(const Needs& needs, const base::Actor& actor,
                                                     ImportId id, NewUnits new_units);
/// All of it in one transaction, or nothing. Refuses: import_not_found, somebody_else_changed_it,
/// what confirm() refuses.
[[nodiscard]] base::Result<ImportRow> confirm_import(const Needs& needs, const base::Actor& actor,
                                                     ImportId id, std::int64_t version_seen,
                                                     NewUnits new_units);
/// Takes back all that the import made or changed. Refuses: import_not_found,
/// somebody_else_changed_it, what undo() refuses.
[[nodiscard]] base::Result<ImportRow> undo_import(const Needs& needs, const base::Actor& actor,
                                                  ImportId id, std::int64_t version_seen);
/// Throws away an import that was never confirmed. Refuses: import_not_found, what may_edit()
/// refuses.
[[nodiscard]] base::Result<void> discard_import(const Needs& needs, const base::Actor& actor,
                                                ImportId id);

}  // namespace plan
