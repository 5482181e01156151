#include "ledger/history_store.hpp"

#include "ledger/sealed_rows_store.hpp"

namespace ledger {

Fields fields_in(const db::Row& row, int column, std::string_view subject_id,
                 std::int64_t version) {
    return decode(row.opened(column, "ledger_history.fields",
                             [&] { return name_of_keys(subject_id, version); }));
}

constexpr std::string_view insert_history_sql = R"sql(
INSERT INTO ledger_history (subject_id, version, programme_id, subject_kind, at, by_name, act,
                            fields, batch_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";

void insert_history(db::Transaction& transaction, const Subject& subject, const HistoryRow& row) {
    const auto fields = transaction.sealed(encode(row.fields), "ledger_history.fields",
                                           name_of_keys(subject.id, row.version));
    transaction.execute(insert_history_sql,
                        {subject.id, row.version, subject.programme, subject.kind, row.at, row.by,
                         row.act, fields, row.batch});
}

constexpr std::string_view find_history =
    "SELECT 1 FROM ledger_history WHERE subject_id = $1 LIMIT 1";

bool has_history(db::Transaction& transaction, std::string_view subject_id) {
    return transaction.execute(find_history, {subject_id}) > 0;
}

constexpr std::string_view select_history = R"sql(
SELECT version, at, by_name, act, fields, batch_id FROM ledger_history WHERE subject_id = $1
    ORDER BY version)sql";

std::vector<HistoryRow> list_history(db::Transaction& transaction, std::string_view subject_id) {
    return transaction.all(select_history, {subject_id}, [&](const db::Row& row) {
        return HistoryRow{row.integer(0),
                          row.instant(1),
                          row.string(2),
                          row.string(3),
                          fields_in(row, 4, subject_id, row.integer(0)),
                          row.optional_id<BatchId>(5)};
    });
}

}  // namespace ledger
