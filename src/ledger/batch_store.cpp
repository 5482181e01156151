#include "ledger/batch_store.hpp"

#include "db/conditions.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

constexpr std::string_view insert_batch_sql = R"sql(
INSERT INTO batch (id, programme_id, row_kind, at, by_account, by_name, reason, asked, undoes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view insert_row_sql = R"sql(
INSERT INTO batch_row (batch_id, position, row_id, outcome, version, refusal, changes, fields)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";
constexpr std::string_view find_batch_sql = "SELECT 1 FROM batch WHERE id = $1";
constexpr std::string_view select_befores = R"sql(
SELECT row_id, version, fields, position FROM batch_row
WHERE batch_id = $1 AND outcome = 'changed' ORDER BY position)sql";

std::string_view table_of(View view) {
    return view == View::measures ? "measure" : "problem";
}

// w: a row of a batch; r: the measure or problem as it is now.
constexpr std::string_view counts_of_rows = R"sql(
SELECT w.batch_id, count(*) FILTER (WHERE w.outcome = 'changed') AS changed,
       count(*) FILTER (WHERE w.outcome = 'unchanged') AS unchanged,
       count(*) FILTER (WHERE w.outcome = 'refused') AS refused,
       count(*) FILTER (WHERE w.outcome = 'changed_meanwhile') AS meanwhile,
       count(*) FILTER (WHERE w.outcome = 'changed' AND w.version <> r.version) AS since
FROM batch_row w JOIN batch b ON b.id = w.batch_id)sql";

/// The batches that `of` picks, each with the counts of its rows in scope.
std::string batches_with_counts(Conditions& where, const std::string& of,
                                const base::Scope& scope) {
    std::string counts;
    for (const auto view : {View::measures, View::problems}) {
        const std::string table(table_of(view));
        where.add_fixed("b.row_kind = '" + table + "'");
        where.add_fixed(of);
        add_rows_in_scope(where, scope);
        counts += (counts.empty() ? "" : "\nUNION ALL") + std::string(counts_of_rows) + " JOIN " +
                  table + " r ON r.id = w.row_id" + where.take_text() + "\nGROUP BY w.batch_id";
    }
    return "\nFROM batch b JOIN (" + counts + ") t ON t.batch_id = b.id";
}

constexpr std::string_view select_batch = R"sql(
SELECT b.id, b.programme_id, b.row_kind, b.at, b.by_account, b.by_name, b.reason, b.asked, b.undoes,
       (SELECT u.id FROM batch u WHERE u.undoes = b.id), t.changed, t.unchanged, t.refused,
       t.meanwhile, t.since)sql";

Batch batch_in(const db::Row& row) {
    Batch batch;
    batch.id = row.id<BatchId>(0);
    batch.programme = row.id<ProgrammeId>(1);
    batch.view = row.text(2) == table_of(View::problems) ? View::problems : View::measures;
    batch.at = row.instant(3);
    batch.by_account = row.id<base::AccountId>(4);
    batch.by = row.string(5);
    batch.reason = row.string(6);
    batch.asked = bulk_change_in(decode(row.text(7)));
    batch.undoes = row.optional_id<BatchId>(8);
    batch.undone_by = row.optional_id<BatchId>(9);
    batch.counts = {row.integer(10), row.integer(11), row.integer(12), row.integer(13),
                    row.integer(14)};
    return batch;
}

constexpr std::string_view select_rows = R"sql(
SELECT r.id, r.number, r.text, w.version, w.outcome, w.refusal, r.version, w.changes, w.batch_id,
       w.position
FROM batch_row w)sql";

/// Each field twice: as it was, as it became.
Fields told_twice(const std::vector<journal::FieldChange>& changes) {
    Fields fields;
    for (const auto& change : changes) {
        fields.emplace_back(change.field, change.old_value);
        fields.emplace_back(change.field, change.new_value);
    }
    return fields;
}
std::vector<journal::FieldChange> changes_told(const Fields& fields) {
    std::vector<journal::FieldChange> changes;
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2)
        changes.push_back({fields[i].first, fields[i].second, fields[i + 1].second});
    return changes;
}

BatchedRow batched_row_in(const db::Row& row, View view) {
    BatchedRow one;
    one.id = row.string(0);
    one.number = row.integer(1);
    one.text = row.opened(2, text_field_of(view), one.id);
    one.version = row.integer(3);
    one.outcome = batch_outcome_of(row.text(4)).value_or(BatchOutcome::changed);
    one.refusal = row.string(5);
    one.changed_since = one.outcome == BatchOutcome::changed && row.integer(6) != one.version;
    one.changes = changes_told(decode(row.opened(
        7, "batch_row.changes", [&] { return name_of_keys(row.text(8), row.integer(9)); })));
    return one;
}

}  // namespace

void insert_batch(db::Transaction& transaction, const Batch& batch) {
    transaction.execute(insert_batch_sql, {batch.id, batch.programme, table_of(batch.view),
                                           batch.at, batch.by_account, batch.by, batch.reason,
                                           encode(fields_of(batch.asked)), batch.undoes});
}

void insert_batch_row(db::Transaction& transaction, BatchId batch, std::int64_t position,
                      const BatchedRow& row, const Fields& before) {
    const auto name = name_of_keys(batch.text(), position);
    const auto changes =
        transaction.sealed(encode(told_twice(row.changes)), "batch_row.changes", name);
    const auto fields = transaction.sealed(encode(before), "batch_row.fields", name);
    transaction.execute(insert_row_sql, {batch, position, row.id, name_of(row.outcome), row.version,
                                         row.refusal, changes, fields});
}

base::Result<Batch> load_batch(db::Transaction& transaction, BatchId id, const base::Scope& scope) {
    Conditions where;
    const auto from = batches_with_counts(where, "b.id = " + where.place_for(id), scope);
    auto found = db::first(transaction, std::string(select_batch) + from, where, batch_in);
    if (!found) return base::refuse(base::ErrorKind::not_found, "batch_not_found");
    return std::move(*found);
}

bool has_batch(db::Transaction& transaction, BatchId id) {
    return transaction.first(find_batch_sql, {id}, [](const db::Row&) { return true; })
        .value_or(false);
}

BatchPage list_batches(db::Transaction& transaction, ProgrammeId programme,
                       const base::Scope& scope, const Page& page) {
    Conditions where;
    const auto of = "b.programme_id = " + where.place_for(programme);
    const auto from = batches_with_counts(where, of, scope);
    BatchPage found;
    found.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                      return row.integer(0);
                  }).value_or(0);
    const auto limit = where.place_for(page.page_size);
    const auto offset = where.place_for((page.page - 1) * page.page_size);
    const auto sql = std::string(select_batch) + from + "\nORDER BY b.at DESC, b.id DESC LIMIT " +
                     limit + " OFFSET " + offset;
    found.rows = db::all(transaction, sql, where, batch_in);
    return found;
}

std::vector<BatchedRow> list_batch_rows(db::Transaction& transaction, const Batch& batch,
                                        const base::Scope& scope, const BatchRowFilter& filter) {
    Conditions where;
    where.add("w.batch_id = ", batch.id);
    if (filter.outcome) where.add("w.outcome = ", name_of(*filter.outcome));
    add_rows_in_scope(where, scope);
    auto sql = std::string(select_rows) + " JOIN " + std::string(table_of(batch.view)) +
               " r ON r.id = w.row_id" + where.text() + "\nORDER BY w.position";
    if (filter.page) {
        const auto& page = *filter.page;
        sql += "\nLIMIT " + where.place_for(page.page_size) + " OFFSET " +
               where.place_for((page.page - 1) * page.page_size);
    }
    return db::all(transaction, sql, where,
                   [&](const db::Row& row) { return batched_row_in(row, batch.view); });
}

std::vector<BatchedBefore> list_befores(db::Transaction& transaction, BatchId id) {
    return transaction.all(select_befores, {id}, [&](const db::Row& row) {
        const auto name = [&] { return name_of_keys(id.text(), row.integer(3)); };
        return BatchedBefore{row.string(0), row.integer(1),
                             decode(row.opened(2, "batch_row.fields", name))};
    });
}

}  // namespace ledger
