// Taking rows away that an import made and nobody worked on. Their history and journal entries
// stay. Nothing else in the product deletes a row of the ledger.
#pragma once

#include "db/database.hpp"

namespace ledger {

/// `kind` is measure, problem, manifestation or area; the row goes with all that hangs on it alone.
/// Throws db::ConstraintError when something else still refers to it.
void delete_row(db::Transaction& transaction, std::string_view kind, std::string_view id);

}  // namespace ledger
