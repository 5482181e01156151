// Statements on imports, their blocks, drafts and effects. Decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/fields.hpp"
#include "ledger/holding_store.hpp"
#include "office/document.hpp"
#include "plan/import.hpp"

namespace plan {

void insert_import(db::Transaction& transaction, const Import& import);
/// Refuses import_not_found.
[[nodiscard]] base::Result<Import> load_import(db::Transaction& transaction, ImportId id);
/// Writes the state and moves the version on. Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_import(db::Transaction& transaction, const Import& import);
/// Newest first.
[[nodiscard]] std::vector<Import> list_imports(db::Transaction& transaction,
                                               ledger::ProgrammeId programme);
/// With blocks and draft; only an import that was never confirmed.
void delete_import(db::Transaction& transaction, ImportId id);

void insert_blocks(db::Transaction& transaction, ImportId id,
                   const std::vector<office::Block>& blocks);
[[nodiscard]] std::vector<office::Block> list_blocks(db::Transaction& transaction, ImportId id);

/// Puts the draft in place of the one that stood there.
void save_draft(db::Transaction& transaction, ImportId id, const Draft& draft);
[[nodiscard]] Draft load_draft(db::Transaction& transaction, ImportId id);

/// What a confirmed import did to a row, and at which version the row was left.
struct Effect {
    enum class What { created, changed };
    What what = What::created;
    std::string subject_kind, subject_id;
    std::int64_t version = 1;
    ledger::Fields
        before;  // of a changed row: text, responsibility (encoded), deadline as they were
};
void insert_effects(db::Transaction& transaction, ImportId id, const std::vector<Effect>& effects);
[[nodiscard]] std::vector<Effect> list_effects(db::Transaction& transaction, ImportId id);
/// Rows the import made or changed that stand at another version now, and rows put under them
/// since.
[[nodiscard]] std::int64_t count_touched(db::Transaction& transaction, ImportId id);
/// How many of the measures that the import made each unit holds, the inspected unit included.
[[nodiscard]] std::vector<ledger::Assigned> count_created_by_unit(db::Transaction& transaction,
                                                                  ImportId id);

}  // namespace plan
