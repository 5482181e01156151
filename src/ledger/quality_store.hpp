// What the checks of quality look at, as far as somebody may see it. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/quality.hpp"

namespace ledger {

/// Measures of other programmes that are read to compare with, the latest first.
inline constexpr std::int64_t elsewhere_max = 2'000;

/// The rows in scope of one programme. Eight statements.
[[nodiscard]] CheckedLedger read_checked(db::Transaction& transaction, const Programme& programme,
                                         const base::Scope& scope);

}  // namespace ledger
