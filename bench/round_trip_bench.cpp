// A unit's reports by workbook: from the filled file to the check, and to the reports in the
// ledger.
#include <filesystem>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "district.hpp"
#include "reports/progress_actions.hpp"
#include "reports/progress_sheet.hpp"

namespace bench {
namespace {

constexpr std::size_t cells_wanted = 10'000;

/// Every entry column of every row filled in.
std::size_t fill(office::Sheet& sheet) {
    const auto before = sheet.columns.size() - 1 - reports::entry_columns;
    std::size_t cells = 0;
    for (auto& row : sheet.rows)
        for (std::size_t at = 0; at < reports::entry_columns; ++at, ++cells) {
            auto& value = row.values[before + at];
            if (at == reports::text_at || at == reports::percent_reason_at ||
                at == reports::evidence_note_at)
                value = std::string("已修订制度并组织学习，逐户核查到位");
            else if (at == reports::submit_at)
                value = std::string("否");
            else
                value = std::int64_t{60};
        }
    return cells;
}

}  // namespace

void import_roundtrip(Setting& setting) {
    const auto database = new_sqlite(setting, "round_trip");
    const auto district = make_district(*database, {.units = 20, .programmes = 1, .problems = 900});
    base::SeededRandom random(1);
    const base::SystemClock clock;
    const journal::Journal journal(journal::Key(std::string(32, 'k')), random);
    const reports::Needs needs{{*database, clock, random, journal}, setting.folder};
    base::Actor actor;
    actor.id = base::AccountId::make(clock.now(), random);
    actor.name = "联络员";
    actor.acts = {base::Act::read_ledger, base::Act::report_progress};
    actor.scope = base::Scope::everything();
    auto rows = database->read([&](db::Transaction& transaction) {
        ledger::LedgerFilter filter;
        filter.programme = district.programmes.front();
        filter.page = {1, 100'000};
        return ledger::list_measure_rows(transaction, filter, {clock.today(), actor.scope}).rows;
    });
    std::erase_if(rows, [&](const ledger::MeasureRow& row) {
        return why_not(ledger::MeasureAct::report, row.measure, ledger::gate_of(row.problem.status),
                       actor)
            .has_value();
    });
    rows.resize(std::min(rows.size(), cells_wanted / reports::entry_columns));
    auto book = reports::progress_workbook({"填报", "", "", clock.now()}, rows);
    const auto cells = fill(book.sheets.front());
    const reports::ProgressFile file{district.programmes.front(),
                                     setting.folder + "/round_trip.xlsx", "填报表.xlsx"};
    office::write_workbook(file.file, book);
    const Stopwatch watch;
    const auto check = reports::check_progress(needs, actor, file);
    if (!check) throw std::runtime_error(check.error().code);
    const auto checked = watch.seconds();
    const auto done = reports::apply_progress(needs, actor, file, {check->mark, {}});
    if (!done) throw std::runtime_error(done.error().code);
    const auto how = std::to_string(cells) + " cells filled in on " + std::to_string(rows.size()) +
                     " measures of a ledger of 2,700, SQLite: read, ";
    setting.report("import_roundtrip_10k_check_s", checked, "s", how + "checked");
    setting.report("import_roundtrip_10k_cells_s", watch.seconds(), "s",
                   how + "checked; read, checked again and reported");
}

}  // namespace bench
