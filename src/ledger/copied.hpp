// Measures and reports that read like those of another unit or another programme. What one unit
// repeats within its own programme is no copy. Pure.
#pragma once

#include "ledger/quality.hpp"

namespace ledger {

/// From the medium degree on, each row with the text that it is most like. Phrases that stand in
/// very many rows (20, or one in twenty) count for nobody.
[[nodiscard]] std::vector<Finding> copies_in(const CheckedLedger& ledger);

}  // namespace ledger
