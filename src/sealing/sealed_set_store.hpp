// Every column of the database that may hold sealed texts: those of the ledger, and beside them
// what was read, brought and written down about it. docs/security.md says what is not among them.
#pragma once

#include <vector>

#include "ledger/sealed_rows_store.hpp"

namespace sealing {

/// `open_acts`: the acts whose entries stay open, as the journal has them.
[[nodiscard]] std::vector<ledger::SealedSet> all_sealed_sets(
    const std::vector<std::string_view>& open_acts);

}  // namespace sealing
