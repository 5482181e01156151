// A new deadline and another unit for seven thousand measures at once: looked at, changed, undone.
#include "base/clock.hpp"
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "district.hpp"
#include "ledger/batch_actions.hpp"

namespace bench {
namespace {

constexpr std::size_t rows_wanted = 7'000;

void measure(Setting& setting, db::Database& database, const std::string& prefix) {
    // Two thirds of the measures can be edited in the states that the district gives them.
    const auto district =
        make_district(database, {.units = 200, .programmes = 1, .problems = 4'000});
    base::SeededRandom random(1);
    const base::SystemClock clock;
    const journal::Journal journal(journal::Key(std::string(32, 'k')), random);
    const ledger::Needs needs{database, clock, random, journal};
    base::Actor office;
    office.id = base::AccountId::make(clock.now(), random);
    office.name = "整改办";
    office.acts = {base::Act::read_ledger, base::Act::edit_ledger};
    office.scope = base::Scope::everything();
    ledger::BulkChange change;
    change.deadline = {ledger::DeadlineKind::date, "2027年底前", base::parse_date("2027-12-31")};
    change.holders = {{ledger::HolderRole::responsible_unit,
                       ledger::HolderWay::replace,
                       {{ledger::HolderRole::responsible_unit, "承接单位", district.units[7], {}}},
                       {}}};
    const auto programme = district.programmes.front();
    const Stopwatch looking;
    const auto looked = ledger::preview_bulk_change(needs, office, programme,
                                                    {ledger::View::measures, change, {}, {}});
    const auto look_s = looking.seconds();
    if (!looked) throw std::runtime_error(looked.error().code);
    ledger::BulkOrder order{ledger::BatchId::make(clock.now(), random),
                            ledger::View::measures,
                            change,
                            "全区统一调整时限",
                            {}};
    for (const auto& row : *looked)
        if (row.outcome == ledger::BatchOutcome::changed && order.rows.size() < rows_wanted)
            order.rows.push_back({row.id, row.version});
    const auto before = database.statements_run();
    const Stopwatch changing;
    const auto done = ledger::change_in_bulk(needs, office, programme, order);
    const auto change_s = changing.seconds();
    if (!done || done->batch.counts.changed != static_cast<std::int64_t>(rows_wanted))
        throw std::runtime_error(done ? "not all rows were changed" : done.error().code);
    const auto statements = database.statements_run() - before;
    const Stopwatch undoing;
    const auto undone =
        ledger::undo_batch(needs, office, order.id,
                           {ledger::BatchId::make(clock.now(), random), "选错了单位，恢复原状"});
    if (!undone) throw std::runtime_error(undone.error().code);
    const auto how = "deadline and responsible unit of 7,000 of 12,000 measures in one transaction";
    setting.report(prefix + "bulk_preview_12000_rows_s", look_s, "s",
                   "what the same change would make of each of the 12,000, nothing written");
    setting.report(prefix + "bulk_7000_rows_s", change_s, "s",
                   how +
                       std::string(", each with history, journal entry and outcome, one batch; ") +
                       std::to_string(statements) + " statements");
    setting.report(prefix + "bulk_undo_7000_rows_s", undoing.seconds(), "s",
                   "the same batch undone, which is a batch too");
}

}  // namespace

void bulk(Setting& setting) {
    measure(setting, *new_sqlite(setting, "bulk"), "");
}
void postgres_bulk(Setting& setting) {
    measure(setting, *new_postgres(setting, "bench_bulk"), "postgres_");
}

}  // namespace bench
