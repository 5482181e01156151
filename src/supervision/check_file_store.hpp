// Files at the rows of a sample, in the database. One function a statement; decides nothing.
#pragma once

#include <map>

#include "evidence/evidence.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "supervision/checked_row.hpp"

namespace supervision {

/// `file` is known: evidence::insert_file() came before.
void insert_check_file(db::Transaction& transaction, CheckRowId row,
                       const evidence::Evidence& file);
void save_check_file_removal(db::Transaction& transaction, evidence::EvidenceId id,
                             const evidence::Removal& removal);
/// A file with the row at which it stands, or stood.
struct FileAtRow {
    CheckRowId row;
    evidence::Item item;
};
[[nodiscard]] std::optional<FileAtRow> find_check_file(db::Transaction& transaction,
                                                       evidence::EvidenceId id);
/// Those that stand at the rows of a check, in the order in which they came.
[[nodiscard]] std::map<CheckRowId, std::vector<evidence::Item>> list_check_files(
    db::Transaction& transaction, CheckId check);

/// What of it is sealed where the database seals.
[[nodiscard]] ledger::SealedSet sealed_check_files();

}  // namespace supervision
