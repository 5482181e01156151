// Numbers against each other and against the ledger: declared totals, parts that do not add up,
// rates that are not what was divided, "三个方面" followed by four. Pure.
#pragma once

#include "proofreading/facts.hpp"
#include "proofreading/finding.hpp"

namespace proofreading {

/// `facts` may be nullptr: then the text is only held against itself.
void find_figures(const Passages& passages, const Facts* facts, Found& found);

}  // namespace proofreading
