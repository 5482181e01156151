// The rows of a question counted by group and state, and what was reported on them. Two statements
// whatever the number of groups. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/ledger_filter_store.hpp"

namespace ledger {

[[nodiscard]] std::vector<CountedCell> list_cells(db::Transaction& transaction, View view,
                                                  GroupBy by, const LedgerFilter& filter,
                                                  const Viewpoint& viewpoint);
/// Of measures.
[[nodiscard]] std::vector<CountedSum> list_sums(db::Transaction& transaction, GroupBy by,
                                                const LedgerFilter& filter,
                                                const Viewpoint& viewpoint);

}  // namespace ledger
