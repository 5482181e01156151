// Asking what changed in a ledger between two days.
#pragma once

#include "ledger/comparison_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

/// Refuses: programme_not_found (also outside the scope), as check_period().
[[nodiscard]] base::Result<ComparisonPage> compare_ledger(const Needs& needs,
                                                          const base::Actor& actor,
                                                          ProgrammeId programme, View view,
                                                          const Period& period, const Page& page);

}  // namespace ledger
