#include "ledger/shared_view_store.hpp"

namespace ledger {

constexpr std::string_view select_shared_views = R"sql(
SELECT id, name, query, by_name, at FROM shared_view WHERE programme_id = $1 ORDER BY name)sql";

std::vector<SharedView> list_shared_views(db::Transaction& transaction, ProgrammeId programme) {
    return transaction.all(select_shared_views, {programme}, [](const db::Row& row) {
        return SharedView{row.id<SharedViewId>(0), row.string(1), row.string(2), row.string(3),
                          row.instant(4)};
    });
}

constexpr std::string_view upsert_shared_view = R"sql(
INSERT INTO shared_view (id, programme_id, name, query, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (id) DO UPDATE
SET query = excluded.query, by_name = excluded.by_name, at = excluded.at)sql";

void save_shared_view(db::Transaction& transaction, ProgrammeId programme, const SharedView& view) {
    transaction.execute(upsert_shared_view,
                        {view.id, programme, view.name, view.query, view.by, view.at});
}

constexpr std::string_view delete_shared_view_sql =
    "DELETE FROM shared_view WHERE id = $1 AND programme_id = $2";

void delete_shared_view(db::Transaction& transaction, ProgrammeId programme, SharedViewId id) {
    transaction.execute(delete_shared_view_sql, {id, programme});
}

}  // namespace ledger
