#include "ledger/declared_store.hpp"

namespace ledger {
namespace {

Totals totals_in(const db::Row& row) {
    return {row.optional_integer(0), row.optional_integer(1), row.optional_integer(2),
            row.optional_integer(3)};
}

constexpr std::string_view insert_declared = R"sql(
INSERT INTO declared_total (programme_id, source, at, areas, problems, measures)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view delete_declared_sql =
    "DELETE FROM declared_total WHERE programme_id = $1 AND source = $2";
constexpr std::string_view select_declared = R"sql(
SELECT areas, problems, NULL, measures FROM declared_total WHERE programme_id = $1
ORDER BY at DESC, source DESC LIMIT 1)sql";
constexpr std::string_view select_standing = R"sql(
SELECT (SELECT count(*) FROM area WHERE programme_id = $1),
       (SELECT count(*) FROM problem WHERE programme_id = $1),
       (SELECT count(*) FROM manifestation WHERE programme_id = $1),
       (SELECT count(*) FROM measure WHERE programme_id = $1))sql";

}  // namespace

void save_declared(db::Transaction& transaction, ProgrammeId programme, std::string_view source,
                   const Totals& declared, base::Instant at) {
    if (declared == Totals{}) return;
    transaction.execute(insert_declared, {programme, source, at, declared.areas, declared.problems,
                                          declared.measures});
}

void delete_declared(db::Transaction& transaction, ProgrammeId programme, std::string_view source) {
    transaction.execute(delete_declared_sql, {programme, source});
}

std::optional<Totals> find_declared(db::Transaction& transaction, ProgrammeId programme) {
    return transaction.first(select_declared, {programme}, totals_in);
}

Totals count_standing(db::Transaction& transaction, ProgrammeId programme) {
    return transaction.first(select_standing, {programme}, totals_in).value_or(Totals{});
}

}  // namespace ledger
