#include "ledger/comparison_actions.hpp"

namespace ledger {
namespace {

/// The last moment of the day.
base::Instant end_of(base::Date day) {
    return {base::start_of(base::add_days(day, 1)).milliseconds - 1};
}

}  // namespace

base::Result<ComparisonPage> compare_ledger(const Needs& needs, const base::Actor& actor,
                                            ProgrammeId programme, View view, const Period& period,
                                            const Page& page) {
    if (auto fine = check_period(period, needs.clock.today()); !fine) return fine.error();
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<ComparisonPage> {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return compare_rows(transaction, programme, view, {end_of(period.from), end_of(period.to)},
                            actor.scope, page);
    });
}

}  // namespace ledger
