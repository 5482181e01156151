#include "ledger/holding_store.hpp"

namespace ledger {
namespace {

constexpr std::string_view units_of_measure_sql =
    "SELECT unit_id FROM measure_unit WHERE measure_id = $1 ORDER BY unit_id";
constexpr std::string_view units_of_problem_sql =
    "SELECT unit_id FROM problem_unit WHERE problem_id = $1 ORDER BY unit_id";

base::UnitId unit_in(const db::Row& row) {
    return row.id<base::UnitId>(0);
}

}  // namespace

std::vector<base::UnitId> list_units_of(db::Transaction& transaction, MeasureId id) {
    return transaction.all(units_of_measure_sql, {id}, unit_in);
}

std::vector<base::UnitId> list_units_of(db::Transaction& transaction, ProblemId id) {
    return transaction.all(units_of_problem_sql, {id}, unit_in);
}

}  // namespace ledger
