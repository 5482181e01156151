// Batches and how their rows came out. Counts and rows are those that lie in the scope of the one
// who asks; a batch of which none does is not there for them. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/batch.hpp"
#include "ledger/programme_store.hpp"

namespace ledger {

void insert_batch(db::Transaction& transaction, const Batch& batch);
/// `before`: what the row said, of a changed one.
void insert_batch_row(db::Transaction& transaction, BatchId batch, std::int64_t position,
                      const BatchedRow& row, const Fields& before);

/// Refuses batch_not_found, also where none of its rows lies in the scope.
[[nodiscard]] base::Result<Batch> load_batch(db::Transaction& transaction, BatchId id,
                                             const base::Scope& scope);
/// Whoever may see its rows.
[[nodiscard]] bool has_batch(db::Transaction& transaction, BatchId id);

struct BatchPage {
    std::vector<Batch> rows;
    std::int64_t total = 0;
};
/// Newest first. Two statements.
[[nodiscard]] BatchPage list_batches(db::Transaction& transaction, ProgrammeId programme,
                                     const base::Scope& scope, const Page& page);

/// In the order in which they were changed, with what each became; of one outcome when asked.
struct BatchRowFilter {
    std::optional<BatchOutcome> outcome;
    std::optional<Page> page;
};
[[nodiscard]] std::vector<BatchedRow> list_batch_rows(db::Transaction& transaction,
                                                      const Batch& batch, const base::Scope& scope,
                                                      const BatchRowFilter& filter);

/// What the changed rows said before, by the id of the row.
struct BatchedBefore {
    std::string id;
    std::int64_t version = 0;  // that the batch made
    Fields fields;
};
[[nodiscard]] std::vector<BatchedBefore> list_befores(db::Transaction& transaction, BatchId id);

}  // namespace ledger
