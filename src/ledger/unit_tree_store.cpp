#include "ledger/unit_tree_store.hpp"

#include <array>

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

}  // namespace ledger
