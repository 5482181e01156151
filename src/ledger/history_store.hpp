// Every row as it was after each change. Append only; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/measure_store.hpp"
#include "ledger/steps.hpp"

namespace ledger {

/// What a version of a row was, from a column `fields`.
[[nodiscard]] Fields fields_in(const db::Row& row, int column, std::string_view subject_id,
                               std::int64_t version);
/// The fields are sealed of every row: one may be guarded later, and what it said before must not
/// stay open then.
void insert_history(db::Transaction& transaction, const Subject& subject, const HistoryRow& row);
/// Also of a row that was taken away.
[[nodiscard]] bool has_history(db::Transaction& transaction, std::string_view subject_id);
/// Oldest first.
[[nodiscard]] std::vector<HistoryRow> list_history(db::Transaction& transaction,
                                                   std::string_view subject_id);

}  // namespace ledger
