// Two days of the ledger side by side, from the history of its rows. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/comparison.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

/// Between two moments, the later one included.
struct TimeSpan {
    base::Instant after, until;
};
struct ComparisonPage {
    std::vector<RowComparison> rows;  // by number
    std::int64_t total = 0;           // rows touched
    std::int64_t reports = 0;         // on measures, in the same time
};
/// Rows of one level of one programme that lie within the scope today. Three statements.
[[nodiscard]] ComparisonPage compare_rows(db::Transaction& transaction, ProgrammeId programme,
                                          View view, const TimeSpan& span, const base::Scope& scope,
                                          const Page& page);

}  // namespace ledger
