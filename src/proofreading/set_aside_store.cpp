#include "proofreading/set_aside_store.hpp"

namespace proofreading {
namespace {

constexpr std::string_view list_sql = R"sql(
SELECT finding, reason, by_name, at FROM finding_set_aside
WHERE programme_id = $1 AND digest = $2)sql";
constexpr std::string_view save_sql = R"sql(
INSERT INTO finding_set_aside (programme_id, digest, finding, reason, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (programme_id, digest, finding)
DO UPDATE SET reason = excluded.reason, by_name = excluded.by_name, at = excluded.at)sql";
constexpr std::string_view delete_sql = R"sql(
DELETE FROM finding_set_aside WHERE programme_id = $1 AND digest = $2 AND finding = $3)sql";

}  // namespace

SetAsides list_set_aside(db::Transaction& transaction, base::ProgrammeId programme,
                         std::string_view digest) {
    SetAsides all;
    for (
        auto& [key, what] : transaction.all(list_sql, {programme, digest}, [](const db::Row& row) {
            return std::pair(row.string(0), SetAside{row.string(1), row.string(2), row.instant(3)});
        }))
        all.emplace(std::move(key), std::move(what));
    return all;
}

void save_set_aside(db::Transaction& transaction, const FindingPlace& place, const SetAside& what) {
    transaction.execute(
        save_sql, {place.programme, place.digest, place.finding, what.reason, what.by, what.at});
}

bool delete_set_aside(db::Transaction& transaction, const FindingPlace& place) {
    return transaction.execute(delete_sql, {place.programme, place.digest, place.finding}) > 0;
}

}  // namespace proofreading
