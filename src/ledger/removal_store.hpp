// Taking rows out of the ledger that were made by mistake: by undoing an import, or into the bin.
// Their history and journal entries stay. Nothing else in the product deletes a row of the ledger.
#pragma once

#include "base/result.hpp"
#include "db/database.hpp"
#include "ledger/removal.hpp"

namespace ledger {

/// `kind` is measure, problem, manifestation or area; the row goes with all that hangs on it alone.
/// Refuses row_is_referred_to when something else still refers to it; the transaction must end
/// then.
[[nodiscard]] base::Result<void> delete_row(db::Transaction& transaction, std::string_view kind,
                                            std::string_view id);

[[nodiscard]] RowLife load_life(db::Transaction& transaction, ProblemId id);
[[nodiscard]] RowLife load_life(db::Transaction& transaction, MeasureId id);

}  // namespace ledger
