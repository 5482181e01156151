#include "ledger/grouping_store.hpp"

namespace ledger {

std::vector<CountedCell> list_cells(db::Transaction& transaction, View view, GroupBy by,
                                    const LedgerFilter& filter, const Viewpoint& viewpoint) {
    const Asked asked(transaction, filter, viewpoint, view);
    db::Conditions where;
    add_conditions(where, asked);
    const auto today = where.place_for(viewpoint.today);
    const auto sql = "SELECT " + std::string(group_column(by)) +
                     ", r.status, count(*), count(*) FILTER (WHERE " + overdue_before(view) +
                     today + ")\nFROM " + (view == View::measures ? "measure" : "problem") + " r" +
                     where.text() + "\nGROUP BY 1, 2 ORDER BY 1, 2";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        return CountedCell{row.string(0), {row.string(1), row.integer(2), row.integer(3)}};
    });
}

std::vector<CountedSum> list_sums(db::Transaction& transaction, GroupBy by,
                                  const LedgerFilter& filter, const Viewpoint& viewpoint) {
    const Asked asked(transaction, filter, viewpoint, View::measures);
    db::Conditions where;
    add_conditions(where, asked);
    const auto sql =
        "SELECT " + std::string(group_column(by)) +
        ", n.kind, CAST(sum(n.quantity) AS BIGINT)\nFROM measure r JOIN progress_entry "
        "e ON e.measure_id = r.id JOIN result n ON n.entry_id = e.id" +
        where.text() + "\nGROUP BY 1, 2 ORDER BY 1, 2";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        const auto kind = result_kind_of(row.text(1)).value_or(ResultKind::other);
        return CountedSum{row.string(0), {kind, row.integer(2)}};
    });
}

}  // namespace ledger
