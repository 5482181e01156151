#include "accounts/unit_store.hpp"

#include "accounts/name.hpp"

namespace accounts {
namespace {

base::Error unknown_unit() {
    return base::refuse(base::ErrorKind::not_found, "unit_unknown", "unit_id");
}
constexpr auto take_number_sql = R"(
    UPDATE unit_number SET last = last + 1 WHERE only_row = 1 RETURNING last)";

constexpr auto insert_unit_sql = R"(
    INSERT INTO unit (id, number, name, name_key, short_name, short_key, kind, parent_id, path,
                      version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";

constexpr auto find_unit_sql = R"(
    SELECT id, number, name, short_name, kind, parent_id, path, version,
           closed_at, merged_into
    FROM unit WHERE id = $1)";

constexpr auto find_path_sql = "SELECT path FROM unit WHERE id = $1";

constexpr auto find_child_sql = R"(
    SELECT id FROM unit
    WHERE name_key = $1 AND (parent_id = $2 OR (parent_id IS NULL AND $2 IS NULL))
      AND closed_at IS NULL)";

constexpr auto list_units_sql = R"(
    SELECT id, number, name, short_name, kind, parent_id, path, version,
           closed_at, merged_into
    FROM unit)";

}  // namespace

Unit unit_in(const db::Row& row) {
    Unit unit;
    unit.id = row.id<base::UnitId>(0);
    unit.number = row.integer(1);
    unit.name = row.string(2);
    unit.short_name = row.string(3);
    unit.kind = unit_kind_of(row.text(4)).value_or(UnitKind::other);
    unit.parent = row.optional_id<base::UnitId>(5);
    unit.path = row.string(6);
    unit.version = row.integer(7);
    unit.closed_at = row.optional_instant(8);
    unit.merged_into = row.optional_id<base::UnitId>(9);
    return unit;
}

std::int64_t take_unit_number(db::Transaction& transaction) {
    const auto number =
        transaction.first(take_number_sql, {}, [](const db::Row& row) { return row.integer(0); });
    return number.value();
}

void insert_unit(db::Transaction& transaction, const Unit& unit) {
    const auto key = name_key(unit.name), short_key = name_key(unit.short_name);
    transaction.execute(insert_unit_sql,
                        {unit.id, unit.number, unit.name, key, unit.short_name, short_key,
                         name_of(unit.kind), unit.parent, unit.path, unit.version});
}

std::optional<Unit> find_unit(db::Transaction& transaction, base::UnitId id) {
    return transaction.first(find_unit_sql, {id}, unit_in);
}

base::Result<Unit> load_unit(db::Transaction& transaction, base::UnitId id) {
    auto unit = find_unit(transaction, id);
    if (!unit) return unknown_unit();
    return std::move(*unit);
}

base::Result<std::string> load_unit_path(db::Transaction& transaction, base::UnitId id) {
    auto path =
        transaction.first(find_path_sql, {id}, [](const db::Row& row) { return row.string(0); });
    if (!path) return unknown_unit();
    return std::move(*path);
}

std::optional<base::UnitId> find_child_named(db::Transaction& transaction,
                                             std::optional<base::UnitId> parent,
                                             std::string_view name) {
    return transaction.first(find_child_sql, {name_key(name), parent},
                             [](const db::Row& row) { return row.id<base::UnitId>(0); });
}

void add_paths_in_scope(db::Conditions& where, std::string_view column, const base::Scope& scope) {
    std::string any;
    for (const auto& part : scope.parts) {
        if (part.unit_path.empty()) return;
        any += (any.empty() ? "(" : " OR ") + std::string(column) + " LIKE " +
               where.place_for(where.keep(part.unit_path + "%"));
    }
    where.add_fixed(any.empty() ? "1 = 0" : any + ")");
}

std::vector<Unit> list_units(db::Transaction& transaction, const UnitFilter& filter) {
    db::Conditions where;
    where.add_repeated("(name_key LIKE # ESCAPE '\\' OR short_key LIKE # ESCAPE '\\')", "#",
                       where.keep(containing(filter.q)));
    add_paths_in_scope(where, "path", filter.scope);
    if (filter.which == WhichUnits::open) where.add_fixed("closed_at IS NULL");
    const auto sql = list_units_sql + where.text() + "\nORDER BY number LIMIT " +
                     where.place_for(filter.rows_max);
    return db::all(transaction, sql, where, unit_in);
}

}  // namespace accounts
