#include "regulations/study_store.hpp"

#include "db/conditions.hpp"
#include "ledger/scope_store.hpp"

namespace regulations {
namespace {

using db::Conditions;

constexpr std::string_view insert_sql = R"sql(
INSERT INTO study (id, programme_id, title, studied_on, occasion, unit_id, persons, by_name,
                   version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view delete_sql = "DELETE FROM study WHERE id = $1";
constexpr std::string_view select_studies = R"sql(
SELECT r.id, r.programme_id, r.title, r.studied_on, r.occasion, r.unit_id, u.name, u.path,
       r.persons, r.by_name, r.version)sql";
constexpr std::string_view from_studies = R"sql(
FROM study r JOIN programme g ON g.id = r.programme_id JOIN unit u ON u.id = r.unit_id
             JOIN unit iu ON iu.id = g.inspected_unit_id)sql";

Study study_in(const db::Row& row) {
    return {row.id<StudyId>(0), row.id<base::ProgrammeId>(1),
            row.string(2),      row.date(3),
            row.string(4),      row.id<base::UnitId>(5),
            row.string(6),      row.string(7),
            row.integer(8),     row.string(9),
            row.integer(10)};
}

}  // namespace

void insert_study(db::Transaction& transaction, const Study& one) {
    transaction.execute(insert_sql, {one.id, one.programme, one.title, one.studied_on, one.occasion,
                                     one.unit, one.persons, one.by, one.version});
}

void delete_study(db::Transaction& transaction, StudyId id) {
    transaction.execute(delete_sql, {id});
}

std::optional<Study> find_study(db::Transaction& transaction, StudyId id,
                                const base::Scope& scope) {
    Conditions where;
    where.add("r.id = ", id);
    ledger::add_about_rows_in_scope(where, scope, {});
    const auto sql = std::string(select_studies) + std::string(from_studies) + where.text();
    return db::first(transaction, sql, where, study_in);
}

StudyPage list_studies(db::Transaction& transaction, base::ProgrammeId programme,
                       const ledger::Page& page, const base::Scope& scope) {
    Conditions where;
    where.add("r.programme_id = ", programme);
    ledger::add_about_rows_in_scope(where, scope, {});
    const auto from = std::string(from_studies) + where.text();
    StudyPage found;
    found.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                      return row.integer(0);
                  }).value_or(0);
    const auto limit = where.place_for(page.page_size);
    const auto offset = where.place_for((page.page - 1) * page.page_size);
    const auto sql = std::string(select_studies) + from +
                     "\nORDER BY r.studied_on DESC, r.id DESC LIMIT " + limit + " OFFSET " + offset;
    found.rows = db::all(transaction, sql, where, study_in);
    return found;
}

}  // namespace regulations
