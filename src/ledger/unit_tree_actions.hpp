// What happens to the ledger when the tree of units changes: units are moved, merged and closed
// here, because rows carry copies of the paths of the units that hold them and open rows must not
// be left with nobody. Renaming and reopening touch no row and stand in accounts.
#pragma once

#include "accounts/unit_actions.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

/// A unit and what hangs on it, as far as whoever asks may know of it.
struct UnitView {
    accounts::Unit unit;
    std::int64_t open_units = 0, persons = 0, active_accounts = 0, open_rows = 0;
    std::int64_t scoped_accounts = 0;  // accounts with a scope bounded by this very unit
};

/// Refuses: unit_unknown (also outside the actor's scope, as everywhere here).
[[nodiscard]] base::Result<UnitView> view_unit(const Needs& needs, const base::Actor& actor,
                                               base::UnitId id);

/// With all units below it under `parent`, or as a root. There already: as it is. Refuses:
/// unit_unknown, a_root_needs_the_whole_tree, somebody_else_changed_it, unit_name_taken (by a new
/// sibling), as accounts::move().
[[nodiscard]] base::Result<UnitView> move_unit(const Needs& needs, const base::Actor& actor,
                                               const accounts::SeenUnit& seen,
                                               std::optional<base::UnitId> parent);

/// Closes the unit into another. Its child units, persons (with their accounts), the programmes
/// that inspect it and every problem that is not struck off, with its measures, go to `into`, one
/// version and one entry a row, and so do regulations, checks and what else needs.held tells
/// of, as far as it is not over; what is struck off keeps its holder, whom `into` has below it from
/// now on. Scopes given on the unit stay as they are: nobody is shown more than he was given.
/// Merged there already: as it is. Refuses: unit_unknown, somebody_else_changed_it,
/// unit_name_taken (by a child of `into`), as accounts::merge().
[[nodiscard]] base::Result<UnitView> merge_unit(const Needs& needs, const base::Actor& actor,
                                                const accounts::SeenUnit& seen, base::UnitId into);

/// Refuses: unit_unknown, somebody_else_changed_it, as accounts::close().
[[nodiscard]] base::Result<UnitView> close_unit(const Needs& needs, const base::Actor& actor,
                                                const accounts::SeenUnit& seen);

}  // namespace ledger
