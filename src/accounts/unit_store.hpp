// Units in the database. One function a statement; decides nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/unit.hpp"
#include "db/conditions.hpp"

namespace accounts {

/// Closed units are found where something of the past is read, not where one is chosen.
enum class WhichUnits { open, closed_too };

/// Which units a list holds: `q` is searched for in name and short name, `scope` bounds the
/// subtree.
struct UnitFilter {
    std::string q;
    base::Scope scope = base::Scope::everything();
    std::int64_t rows_max = 100'000;  // a directory needs them all; pages ask for fewer
    WhichUnits which = WhichUnits::open;
};

/// A unit from columns 0–9, in the order of every SELECT of units.
[[nodiscard]] Unit unit_in(const db::Row& row);
/// The next running number. Another writer that wants one waits for the end of this transaction.
[[nodiscard]] std::int64_t take_unit_number(db::Transaction& transaction);
/// Throws db::ConstraintError: unit_pkey, unit_path_key, unit_number_key, unit_parent_id_fkey.
void insert_unit(db::Transaction& transaction, const Unit& unit);
[[nodiscard]] std::optional<Unit> find_unit(db::Transaction& transaction, base::UnitId id);
/// Refuses: unit_unknown.
[[nodiscard]] base::Result<Unit> load_unit(db::Transaction& transaction, base::UnitId id);
/// The path alone. Refuses: unit_unknown.
[[nodiscard]] base::Result<std::string> load_unit_path(db::Transaction& transaction,
                                                       base::UnitId id);
/// The open unit right under `parent` (or among the roots) that bears this name.
[[nodiscard]] std::optional<base::UnitId> find_child_named(db::Transaction& transaction,
                                                           std::optional<base::UnitId> parent,
                                                           std::string_view name);
/// By running number. With an empty `q` and an import's scope this is what a UnitDirectory is made
/// of.
[[nodiscard]] std::vector<Unit> list_units(db::Transaction& transaction, const UnitFilter& filter);

/// That the path in `column` lies under a unit of the scope. A part that is bounded by a programme
/// alone shows every unit: who they are is no secret.
void add_paths_in_scope(db::Conditions& where, std::string_view column, const base::Scope& scope);

}  // namespace accounts
