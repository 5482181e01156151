// Statements on the tree of units as a whole: paths of subtrees, what hangs on one unit. Decides
// nothing. Copies of paths in other modules' tables are theirs to write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounts/unit.hpp"
#include "db/database.hpp"

namespace accounts {

/// Waits for whoever opens, names or moves units, so that no two siblings take one name.
void lock_unit_names(db::Transaction& transaction);
/// Refuses: unit_unknown, also when it lies outside the scope.
[[nodiscard]] base::Result<Unit> load_unit_within(db::Transaction& transaction, base::UnitId id,
                                                  const base::Scope& scope);
/// The unit, kept from being changed by other writers until the end of this transaction. Refuses:
/// unit_unknown.
[[nodiscard]] base::Result<Unit> load_unit_to_hold(db::Transaction& transaction, base::UnitId id);
/// Everything but id and number; moves the version on. Refuses somebody_else_changed_it when
/// `unit.version` is not the stored one.
[[nodiscard]] base::Result<void> save_unit(db::Transaction& transaction, const Unit& unit);
/// The units below (not at) `old_path` stand below `new_path` from now on.
void save_paths_below(db::Transaction& transaction, std::string_view old_path,
                      std::string_view new_path);
/// How many levels of units stand below this path.
[[nodiscard]] std::size_t count_levels_below(db::Transaction& transaction, std::string_view path);
/// Right below it, by running number, closed ones too.
[[nodiscard]] std::vector<Unit> list_children(db::Transaction& transaction, base::UnitId id);
/// The names of the accounts of its persons that are not disabled.
[[nodiscard]] std::vector<std::string> list_active_accounts(db::Transaction& transaction,
                                                            base::UnitId id);
[[nodiscard]] std::int64_t count_persons(db::Transaction& transaction, base::UnitId id);
/// Accounts that were given a scope bounded by this very unit.
[[nodiscard]] std::int64_t count_accounts_scoped_to(db::Transaction& transaction, base::UnitId id);
/// Returns how many persons there were.
std::int64_t move_persons(db::Transaction& transaction, base::UnitId from, base::UnitId into);

}  // namespace accounts
