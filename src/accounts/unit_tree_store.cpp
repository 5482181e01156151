#include "accounts/unit_tree_store.hpp"

#include "accounts/name.hpp"
#include "accounts/unit_store.hpp"

namespace accounts {
namespace {

// What is read here goes into copies elsewhere. SQLite has one writer and needs no such lock.
constexpr auto hold_unit_sql = "SELECT id FROM unit WHERE id = $1 FOR SHARE";

// Whoever opens a unit takes a number, and so waits here.
constexpr auto lock_names_sql = "UPDATE unit_number SET last = last WHERE only_row = 1";

constexpr auto save_unit_sql = R"(
    UPDATE unit SET name = $3, name_key = $4, short_name = $5, short_key = $6, kind = $7,
                    parent_id = $8, path = $9, closed_at = $10, merged_into = $11,
                    version = version + 1
    WHERE id = $1 AND version = $2)";

constexpr auto save_paths_sql = R"(
    UPDATE unit SET path = $1 || substr(path, length($2) + 1)
    WHERE path LIKE $3 AND path <> $2)";

constexpr auto deepest_sql = R"(
    SELECT COALESCE(max(length(path) - length(replace(path, '/', ''))), 0)
    FROM unit WHERE path LIKE $1)";

constexpr auto list_children_sql = R"(
    SELECT id, number, name, short_name, kind, parent_id, path, version, closed_at, merged_into
    FROM unit WHERE parent_id = $1 ORDER BY number)";

constexpr auto list_accounts_sql = R"(
    SELECT account.name FROM account JOIN person ON person.id = account.person_id
    WHERE person.unit_id = $1 AND account.disabled = 0 ORDER BY account.name_key)";

constexpr auto count_persons_sql = "SELECT count(*) FROM person WHERE unit_id = $1";

constexpr auto count_scoped_sql =
    "SELECT count(DISTINCT account_id) FROM account_scope WHERE unit_id = $1";

constexpr auto move_persons_sql =
    "UPDATE person SET unit_id = $2, version = version + 1 WHERE unit_id = $1";

std::int64_t first_integer(const db::Row& row) {
    return row.integer(0);
}

}  // namespace

void lock_unit_names(db::Transaction& transaction) {
    transaction.execute(lock_names_sql);
}

base::Result<Unit> load_unit_within(db::Transaction& transaction, base::UnitId id,
                                    const base::Scope& scope) {
    auto unit = load_unit(transaction, id);
    if (unit && !scope.covers(unit->path, std::nullopt))
        return base::refuse(base::ErrorKind::not_found, "unit_unknown", "unit_id");
    return unit;
}

base::Result<Unit> load_unit_to_hold(db::Transaction& transaction, base::UnitId id) {
    if (transaction.engine() == db::Engine::postgres) transaction.execute(hold_unit_sql, {id});
    return load_unit(transaction, id);
}

base::Result<void> save_unit(db::Transaction& transaction, const Unit& unit) {
    const auto key = name_key(unit.name), short_key = name_key(unit.short_name);
    const auto changed =
        transaction.execute(save_unit_sql, {unit.id, unit.version, unit.name, key, unit.short_name,
                                            short_key, name_of(unit.kind), unit.parent, unit.path,
                                            unit.closed_at, unit.merged_into});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

void save_paths_below(db::Transaction& transaction, std::string_view old_path,
                      std::string_view new_path) {
    transaction.execute(save_paths_sql, {new_path, old_path, std::string(old_path) + "%"});
}

std::size_t count_levels_below(db::Transaction& transaction, std::string_view path) {
    const auto slashes =
        transaction.first(deepest_sql, {std::string(path) + "%"}, first_integer).value_or(0);
    const auto own = static_cast<std::int64_t>(levels_of(path)) + 1;
    return static_cast<std::size_t>(slashes > own ? slashes - own : 0);
}

std::vector<Unit> list_children(db::Transaction& transaction, base::UnitId id) {
    return transaction.all(list_children_sql, {id}, unit_in);
}

std::vector<std::string> list_active_accounts(db::Transaction& transaction, base::UnitId id) {
    return transaction.all(list_accounts_sql, {id},
                           [](const db::Row& row) { return row.string(0); });
}

std::int64_t count_persons(db::Transaction& transaction, base::UnitId id) {
    return transaction.first(count_persons_sql, {id}, first_integer).value_or(0);
}

std::int64_t count_accounts_scoped_to(db::Transaction& transaction, base::UnitId id) {
    return transaction.first(count_scoped_sql, {id}, first_integer).value_or(0);
}

std::int64_t move_persons(db::Transaction& transaction, base::UnitId from, base::UnitId into) {
    return transaction.execute(move_persons_sql, {from, into});
}

}  // namespace accounts
