// What changed in a large ledger between two days.
#include "base/clock.hpp"
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "district.hpp"
#include "ledger/comparison_actions.hpp"
#include "ledger/fields.hpp"
#include "ledger/ledger_list_store.hpp"

namespace bench {
namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1'000;

/// Every row as it came into the ledger, and every tenth changed since: a version on each of ten
/// days.
void write_history(db::Database& database, ledger::ProgrammeId programme, base::Instant came) {
    (void)database.write([&](db::Transaction& transaction) -> base::Result<void> {
        ledger::LedgerFilter filter;
        filter.programme = programme;
        filter.page = {1, 200'000};
        const auto rows =
            ledger::list_measure_rows(transaction, filter, {{}, base::unbounded()}).rows;
        std::int64_t count = 0;
        for (const auto& row : rows) {
            auto measure = row.measure;
            const auto subject = ledger::subject_of(measure);
            ledger::insert_history(transaction, subject,
                                   {1, came, "何敏", "import", ledger::fields_of(measure)});
            if (++count % 10 != 0) continue;
            measure.text += "，并逐户核查";
            measure.percent = 60;
            const base::Instant changed{came.milliseconds + day_ms * (count / 10 % 10 + 1)};
            ledger::insert_history(
                transaction, subject,
                {2, changed, "周桂芳", "report_progress", ledger::fields_of(measure)});
        }
        return {};
    });
}

}  // namespace

void compare_dates(Setting& setting) {
    const auto database = new_sqlite(setting, "compare");
    const auto district = make_district(
        *database, {.units = 100, .programmes = 1, .problems = 2'000, .measures = 50});
    const base::Instant came{1'767'225'600'000};  // 1 January 2026
    const auto programme = district.programmes.front();
    write_history(*database, programme, came);
    base::SeededRandom random(1);
    const base::SystemClock clock;
    const journal::Journal journal(journal::Key(std::string(32, 'k')), random);
    const ledger::Needs needs{*database, clock, random, journal};
    base::Actor actor;
    actor.acts = {base::Act::read_ledger};
    actor.scope = base::Scope::everything();
    std::vector<double> ms;
    std::int64_t total = 0;
    for (int turn = 0; turn < 20; ++turn) {
        const auto from = base::add_days(base::date_of(came), turn % 10);
        const Stopwatch watch;
        const auto found = ledger::compare_ledger(needs, actor, programme, ledger::View::measures,
                                                  {from, base::add_days(from, 5)}, {1, 50});
        ms.push_back(watch.seconds() * 1e3);
        if (!found) throw std::runtime_error(found.error().code);
        total = std::max(total, found->total);
    }
    setting.report("compare_dates_100k_ms", percentile(ms, 0.95), "ms",
                   "one programme of 100,000 measures with 110,000 kept versions, SQLite: the "
                   "first 50 of up to " +
                       std::to_string(total) +
                       " rows changed within five days, each cell old over new, exact total; 95th "
                       "of 20");
}

}  // namespace bench
