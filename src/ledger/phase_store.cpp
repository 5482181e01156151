#include "ledger/phase_store.hpp"

#include "ledger/scope_store.hpp"

namespace ledger {
namespace {

constexpr std::string_view insert_phase_sql = R"sql(
INSERT INTO phase (id, programme_id, position, name, description, from_kind, from_text, from_date,
                   until_kind, until_text, until_date, begins_on, ends_on, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql";
constexpr std::string_view update_phase = R"sql(
UPDATE phase SET name = $3, description = $4, from_kind = $5, from_text = $6, from_date = $7,
                 until_kind = $8, until_text = $9, until_date = $10, begins_on = $11, ends_on = $12,
                 version = version + 1
WHERE id = $1 AND version = $2)sql";
constexpr std::string_view update_place =
    "UPDATE phase SET position = $2, begins_on = $3, ends_on = $4 WHERE id = $1";
constexpr std::string_view delete_phase_sql = "DELETE FROM phase WHERE id = $1";

constexpr std::string_view select_phases = R"sql(
SELECT f.id, f.programme_id, f.position, f.name, f.description, f.from_kind, f.from_text,
       f.from_date, f.until_kind, f.until_text, f.until_date, f.begins_on, f.ends_on, f.version,
       g.title
FROM phase f JOIN programme g ON g.id = f.programme_id JOIN unit u ON u.id = g.inspected_unit_id
)sql";

Deadline deadline_in(const db::Row& row, int column) {
    return {deadline_kind_of(row.text(column)).value_or(DeadlineKind::unspecified),
            row.string(column + 1), row.optional_date(column + 2)};
}

Phase phase_in(const db::Row& row) {
    Phase one;
    one.id = row.id<PhaseId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.position = row.integer(2);
    one.name = row.string(3);
    one.description = row.string(4);
    one.from = deadline_in(row, 5);
    one.until = deadline_in(row, 8);
    one.begins_on = row.optional_date(11);
    one.ends_on = row.optional_date(12);
    one.version = row.integer(13);
    return one;
}

}  // namespace

void insert_phase(db::Transaction& transaction, const Phase& one) {
    transaction.execute(
        insert_phase_sql,
        {one.id, one.programme, one.position, one.name, one.description, name_of(one.from.kind),
         one.from.text, one.from.date, name_of(one.until.kind), one.until.text, one.until.date,
         one.begins_on, one.ends_on, one.version});
}

base::Result<void> save_phase(db::Transaction& transaction, const Phase& one) {
    const auto changed = transaction.execute(
        update_phase, {one.id, one.version, one.name, one.description, name_of(one.from.kind),
                       one.from.text, one.from.date, name_of(one.until.kind), one.until.text,
                       one.until.date, one.begins_on, one.ends_on});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

void save_phase_place(db::Transaction& transaction, const Phase& one) {
    transaction.execute(update_place, {one.id, one.position, one.begins_on, one.ends_on});
}

void delete_phase(db::Transaction& transaction, PhaseId id) {
    transaction.execute(delete_phase_sql, {id});
}

std::optional<Phase> find_phase(db::Transaction& transaction, PhaseId id) {
    return transaction.first(std::string(select_phases) + "WHERE f.id = $1", {id}, phase_in);
}

std::vector<Phase> list_phases(db::Transaction& transaction, ProgrammeId programme) {
    return transaction.all(
        std::string(select_phases) + "WHERE f.programme_id = $1 ORDER BY f.position, f.id",
        {programme}, phase_in);
}

std::vector<ProgrammePhase> list_current_phases(db::Transaction& transaction,
                                                std::optional<ProgrammeId> programme,
                                                const Viewpoint& viewpoint, std::int64_t rows_max) {
    db::Conditions where;
    if (programme) where.add("f.programme_id = ", *programme);
    where.add("f.ends_on >= ", viewpoint.today);
    where.add("f.begins_on <= ", viewpoint.today);
    add_programmes_in_scope(where, viewpoint.scope);
    const auto sql = std::string(select_phases) + where.text() +
                     "\nORDER BY f.ends_on, f.programme_id, f.position LIMIT " +
                     where.place_for(rows_max);
    return db::all(transaction, sql, where, [](const db::Row& row) {
        return ProgrammePhase{row.string(14), phase_in(row)};
    });
}

}  // namespace ledger
