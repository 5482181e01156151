#include "ledger/comparison_store.hpp"

#include "ledger/history_store.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

/// t, the last version of each row in the time; r, the row as it is today.
std::string touched(Conditions& where, ProgrammeId programme, View view, const TimeSpan& span,
                    const base::Scope& scope) {
    const std::string table = view == View::measures ? "measure" : "problem";
    const auto of = where.place_for(programme), after = where.place_for(span.after),
               until = where.place_for(span.until);
    add_rows_in_scope(where, scope);
    return "\nFROM (SELECT subject_id, max(version) AS version FROM ledger_history"
           "\n      WHERE programme_id = " +
           of + " AND at > " + after + " AND at <= " + until + " AND subject_kind = '" + table +
           "' GROUP BY subject_id) t\n     JOIN " + table + " r ON r.id = t.subject_id";
}

RowComparison comparison_in(const db::Row& row, View view) {
    RowComparison one;
    one.id = row.string(0);
    one.number = row.integer(1);
    one.text = row.opened(2, text_field_of(view), one.id);
    one.last_by = row.string(3);
    one.last_at = row.instant(4);
    one.is_new = row.is_null(7);
    one.changes = changes_between(one.is_new ? Fields{} : fields_in(row, 7, one.id, row.integer(8)),
                                  fields_in(row, 5, one.id, row.integer(6)));
    return one;
}

std::int64_t count_reports(db::Transaction& transaction, ProgrammeId programme,
                           const TimeSpan& span, const base::Scope& scope) {
    Conditions where;
    where.add("e.programme_id = ", programme);
    where.add("e.at > ", span.after);
    where.add("e.at <= ", span.until);
    add_rows_in_scope(where, scope);
    return db::first(transaction,
                     "SELECT count(*) FROM progress_entry e JOIN measure r ON r.id = e.measure_id" +
                         where.text(),
                     where, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

}  // namespace

ComparisonPage compare_rows(db::Transaction& transaction, ProgrammeId programme, View view,
                            const TimeSpan& span, const base::Scope& scope, const Page& page) {
    ComparisonPage found;
    Conditions counted;
    const auto from = touched(counted, programme, view, span, scope);
    found.total = db::first(transaction, "SELECT count(*)" + from + counted.text(), counted,
                            [](const db::Row& row) { return row.integer(0); })
                      .value_or(0);
    Conditions where;
    const auto rows = touched(where, programme, view, span, scope);
    const auto after = where.place_for(span.after);
    const auto limit = where.place_for(page.page_size);
    const auto offset = where.place_for((page.page - 1) * page.page_size);
    const auto sql =
        "SELECT r.id, r.number, r.text, a.by_name, a.at, a.fields, a.version, b.fields, b.version" +
        rows +
        "\n     JOIN ledger_history a ON a.subject_id = t.subject_id AND a.version = t.version"
        "\n     LEFT JOIN ledger_history b ON b.subject_id = t.subject_id AND b.version ="
        "\n       (SELECT max(e.version) FROM ledger_history e"
        " WHERE e.subject_id = t.subject_id AND e.at <= " +
        after + ")" + where.text() + "\nORDER BY r.number LIMIT " + limit + " OFFSET " + offset;
    found.rows = db::all(transaction, sql, where,
                         [view](const db::Row& row) { return comparison_in(row, view); });
    found.reports = count_reports(transaction, programme, span, scope);
    return found;
}

}  // namespace ledger
