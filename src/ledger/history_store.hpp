// Every row as it was after each change. Append only; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/measure_store.hpp"
#include "ledger/steps.hpp"

namespace ledger {

void insert_history(db::Transaction& transaction, const Subject& subject, const HistoryRow& row);
/// Oldest first.
[[nodiscard]] std::vector<HistoryRow> list_history(db::Transaction& transaction,
                                                   std::string_view subject_id);

}  // namespace ledger
