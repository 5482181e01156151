// The ledger of one day against that of another: what is new and which cells read differently. Days
// stand for their ends, so that from a Friday to the next is what a week's report tells of. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "journal/payload.hpp"

namespace ledger {

struct Period {
    base::Date from, to;
};
/// Refuses: from_is_after_to (args from, to), period_lies_in_the_future (args value, accepted).
[[nodiscard]] base::Result<void> check_period(const Period& period, base::Date today);

/// A row that was touched in the period, with its cells then against those before.
struct RowComparison {
    std::string id;
    std::int64_t number = 0;
    std::string text;  // as it is today
    bool is_new = false;
    std::string last_by;
    base::Instant last_at;
    std::vector<journal::FieldChange> changes;  // none: changed, and changed back
};

}  // namespace ledger
