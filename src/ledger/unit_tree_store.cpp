#include "ledger/unit_tree_store.hpp"

#include <array>

#include "base/utf8.hpp"
#include "ledger/problem_store.hpp"

namespace ledger {
namespace {

constexpr std::string_view select_open_rows = R"sql(
SELECT g.title, 2, p.number, p.guards
FROM problem_unit h JOIN problem p ON p.id = h.problem_id JOIN programme g ON g.id = p.programme_id
WHERE h.unit_id = $1 AND p.status <> 'struck_off'
UNION ALL
SELECT g.title, 1, m.number, m.guards
FROM measure_unit h JOIN measure m ON m.id = h.measure_id JOIN problem p ON p.id = m.problem_id
                    JOIN programme g ON g.id = m.programme_id
WHERE h.unit_id = $1 AND p.status <> 'struck_off' AND m.status <> 'done'
UNION ALL
SELECT g.title, 0, t.number, t.guards
FROM task t JOIN programme g ON g.id = t.programme_id
WHERE t.unit_id = $1 AND t.state NOT IN ('confirmed', 'dropped')
ORDER BY 1, 2 DESC, 3)sql";

constexpr std::string_view select_programmes = R"sql(
SELECT programme_id FROM problem_unit WHERE unit_id = $1
UNION SELECT programme_id FROM measure_unit WHERE unit_id = $1
UNION SELECT programme_id FROM task WHERE unit_id = $1
UNION SELECT id FROM programme WHERE inspected_unit_id = $1
ORDER BY 1)sql";

// Every path in the copy begins behind a bar, and no other path begins with the old one: its last
// number belongs to one unit alone.
constexpr std::array<std::string_view, 2> update_paths{
    R"sql(
UPDATE problem SET holder_paths = replace(holder_paths, $1, $2)
WHERE id IN (SELECT h.problem_id FROM problem_unit h JOIN unit u ON u.id = h.unit_id
             WHERE u.path LIKE $3))sql",
    R"sql(
UPDATE measure SET holder_paths = replace(holder_paths, $1, $2)
WHERE id IN (SELECT h.measure_id FROM measure_unit h JOIN unit u ON u.id = h.unit_id
             WHERE u.path LIKE $3))sql"};

/// x and its o, of a unit $1.
std::string held_by(const HeldTable& table, std::string_view also) {
    const auto text = [](std::string_view one) { return std::string(one); };
    return "\nFROM " + text(table.table) + " x JOIN " + text(table.owner) + " o ON o.id = x." +
           text(table.key) + " JOIN programme g ON g.id = o.programme_id\nWHERE x." +
           text(table.column) + " = $1 AND (" + text(table.follows) + ") AND (" + text(table.rows) +
           ")" + text(also);
}

/// That the successor, $3, stands in a row like x already.
std::string is_doubled(const HeldTable& table) {
    if (table.beside.empty()) return "1 = 0";
    std::string sql = "EXISTS (SELECT 1 FROM " + std::string(table.table) + " y WHERE y." +
                      std::string(table.column) + " = $3";
    auto columns = table.beside;
    while (!columns.empty()) {
        const auto column = std::string(base::cut(columns, ' '));
        sql += " AND y." + column + " = x." + column;
    }
    return sql + ")";
}

/// Rows x of the thing $2 that name the unit $1.
std::string rows_of_one(const HeldTable& table) {
    return " WHERE x." + std::string(table.column) + " = $1 AND x." + std::string(table.key) +
           " = $2 AND (" + std::string(table.rows) + ") AND ";
}

}  // namespace

std::vector<OpenRow> list_open_rows(db::Transaction& transaction, base::UnitId unit) {
    return transaction.all(select_open_rows, {unit}, [](const db::Row& row) {
        return OpenRow{row.string(0), static_cast<OpenRow::Kind>(row.integer(1)), row.integer(2),
                       guards_in(row, 3)};
    });
}

std::vector<ProgrammeId> list_programmes_of(db::Transaction& transaction, base::UnitId unit) {
    return transaction.all(select_programmes, {unit},
                           [](const db::Row& row) { return row.id<ProgrammeId>(0); });
}

void save_moved_paths(db::Transaction& transaction, std::string_view old_path,
                      std::string_view new_path) {
    const auto old_copy = "|" + std::string(old_path), new_copy = "|" + std::string(new_path);
    for (const auto sql : update_paths)
        transaction.execute(sql, {old_copy, new_copy, std::string(new_path) + "%"});
}

std::vector<OpenRow> list_open_held(db::Transaction& transaction, const HeldTable& table,
                                    base::UnitId unit) {
    const auto sql = "SELECT DISTINCT g.title, " + std::string(table.label) + ", g.guards, o.id" +
                     held_by(table, " AND (" + std::string(table.keeps_open) + ")") +
                     "\nORDER BY 1, 4";
    return transaction.all(sql, {unit}, [](const db::Row& row) {
        return OpenRow{row.string(0), OpenRow::Kind::other, 0, guards_in(row, 2), row.string(1)};
    });
}

std::vector<ProgrammeId> list_programmes_of(db::Transaction& transaction, const HeldTable& table,
                                            base::UnitId unit) {
    return transaction.all("SELECT DISTINCT o.programme_id" + held_by(table, ""), {unit},
                           [](const db::Row& row) { return row.id<ProgrammeId>(0); });
}

std::vector<std::string> list_held(db::Transaction& transaction, const HeldTable& table,
                                   base::UnitId unit, ProgrammeId programme) {
    return transaction.all(
        "SELECT DISTINCT o.id" + held_by(table, " AND o.programme_id = $2") + "\nORDER BY o.id",
        {unit, programme}, [](const db::Row& row) { return row.string(0); });
}

std::int64_t save_held(db::Transaction& transaction, const HeldTable& table, std::string_view owner,
                       base::UnitId from, base::UnitId into) {
    const auto name = std::string(table.name);
    std::int64_t rows = 0;
    if (table.doubled == HeldTable::Double::goes && !table.beside.empty())
        rows += transaction.execute("DELETE FROM " + std::string(table.table) + " AS x" +
                                        rows_of_one(table) + is_doubled(table),
                                    {from, owner, into});
    auto sql =
        "UPDATE " + std::string(table.table) + " AS x SET " + std::string(table.column) + " = $3";
    if (!name.empty())
        sql += ", " + name + " = CASE WHEN x." + name +
               " = (SELECT u.name FROM unit u WHERE u.id = $1) THEN (SELECT u.name FROM unit u "
               "WHERE u.id = $3) ELSE x." +
               name + " END";
    rows += transaction.execute(sql + rows_of_one(table) + "NOT " + is_doubled(table),
                                {from, owner, into});
    return rows;
}

void touch_held(db::Transaction& transaction, const HeldTable& table, std::string_view owner) {
    transaction.execute(
        "UPDATE " + std::string(table.owner) + " SET version = version + 1 WHERE id = $1", {owner});
}

}  // namespace ledger
