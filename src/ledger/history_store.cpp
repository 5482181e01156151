#include "ledger/history_store.hpp"

namespace ledger {

constexpr std::string_view insert_history_sql = R"sql(
INSERT INTO ledger_history (subject_id, version, programme_id, subject_kind, at, by_name, act,
                            fields, batch_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";

void insert_history(db::Transaction& transaction, const Subject& subject, const HistoryRow& row) {
    transaction.execute(insert_history_sql,
                        {subject.id, row.version, subject.programme, subject.kind, row.at, row.by,
                         row.act, encode(row.fields), row.batch});
}

constexpr std::string_view select_history = R"sql(
SELECT version, at, by_name, act, fields, batch_id FROM ledger_history WHERE subject_id = $1
    ORDER BY version)sql";

std::vector<HistoryRow> list_history(db::Transaction& transaction, std::string_view subject_id) {
    return transaction.all(select_history, {subject_id}, [](const db::Row& row) {
        return HistoryRow{row.integer(0), row.instant(1),      row.string(2),
                          row.string(3),  decode(row.text(4)), row.optional_id<BatchId>(5)};
    });
}

}  // namespace ledger
