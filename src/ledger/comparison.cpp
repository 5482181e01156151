#include "ledger/comparison.hpp"

namespace ledger {

base::Result<void> check_period(const Period& period, base::Date today) {
    if (period.to < period.from)
        return base::refuse(
            base::ErrorKind::invalid, "from_is_after_to", "to",
            {{"from", base::to_text(period.from)}, {"to", base::to_text(period.to)}});
    if (period.from > today)
        return base::refuse(
            base::ErrorKind::invalid, "period_lies_in_the_future", "from",
            {{"value", base::to_text(period.from)}, {"accepted", base::to_text(today)}});
    return {};
}

}  // namespace ledger
