// How the tree of units changes: renamed, moved, merged, closed, reopened. Nothing is deleted: a
// closed unit keeps its place and its name. What hangs on a unit elsewhere is handed in; who writes
// it anew is the action. Pure.
#pragma once

#include "accounts/unit.hpp"

namespace accounts {

/// What may be said anew about a unit that stays where it is.
struct UnitNames {
    std::string name, short_name;
    UnitKind kind = UnitKind::other;
};

/// How many there are, and the first few by name.
struct Listed {
    std::int64_t count = 0;
    std::string names;
};

/// What keeps a unit from being closed.
struct StillHeld {
    Listed units, posts, accounts, rows;  // open ones
    std::int64_t withheld_rows = 0;       // open rows that whoever asks may not know of
};

/// Refuses: somebody_else_changed_it (args version).
[[nodiscard]] base::Result<void> check_version(const Unit& stored, std::int64_t version);

/// Refuses: unit_is_closed, unit_name_empty.
[[nodiscard]] base::Result<Unit> rename(const Unit& before, const UnitNames& wanted);

/// `before` under `parent`, or as a root; the units below it come along, `levels_below` of them
/// deep. Refuses: unit_is_closed (either), unit_below_itself, units_too_deep.
[[nodiscard]] base::Result<Unit> move(const Unit& before, const std::optional<Unit>& parent,
                                      std::size_t levels_below);

/// `before` closed, and standing under `into` from now on, so that whoever answers for `into` sees
/// what `before` did. The units below `before` move to `into` themselves. Refuses: unit_is_closed
/// (either), unit_below_itself, units_too_deep.
[[nodiscard]] base::Result<Unit> merge(const Unit& before, const Unit& into, base::Instant now);

/// Closed already: as it is. Refuses, in this order: unit_has_open_units,
/// unit_has_posts_held, unit_has_active_accounts, unit_holds_open_rows (args count, value),
/// unit_holds_other_open_rows.
[[nodiscard]] base::Result<Unit> close(const Unit& before, const StillHeld& held,
                                       base::Instant now);

/// Open already: as it is. What was handed to another unit stays there. Refuses: unit_is_closed
/// (the parent).
[[nodiscard]] base::Result<Unit> reopen(const Unit& before, const std::optional<Unit>& parent);

}  // namespace accounts
