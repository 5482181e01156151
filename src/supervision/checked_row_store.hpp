// Rows of a sample, what was found at them and what that led to, in the database. One function a
// statement; decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "supervision/checked_row.hpp"

namespace supervision {

/// `position` follows the last one of the check. Without a form.
void insert_row(db::Transaction& transaction, const CheckedRow& row, base::ProgrammeId programme);
/// What was filled in, over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_row(db::Transaction& transaction, const CheckedRow& row);
void insert_consequence(db::Transaction& transaction, CheckRowId row, const Consequence& one);

/// Rows whose row of the ledger lies within the scope; by position.
[[nodiscard]] std::vector<CheckedRow> list_rows(db::Transaction& transaction, CheckId check,
                                                const base::Scope& scope);
[[nodiscard]] std::optional<CheckedRow> find_row(db::Transaction& transaction, CheckRowId id,
                                                 const base::Scope& scope);
/// The check that it belongs to, whoever may see it.
[[nodiscard]] std::optional<CheckId> find_check_of(db::Transaction& transaction, CheckRowId id);

/// What of it is sealed where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_samples();

}  // namespace supervision
