// Opening, renaming and reopening units, and looking units and persons up. Moving, merging and
// closing touch rows of the ledger and stand there. An import that finds new units calls place()
// and the store itself, inside its own transaction.
#pragma once

#include <vector>

#include "accounts/needs.hpp"
#include "accounts/person_store.hpp"
#include "accounts/unit_store.hpp"
#include "accounts/unit_tree.hpp"

namespace accounts {

/// A unit as somebody saw it before changing it.
struct SeenUnit {
    base::UnitId id;
    std::int64_t version = 0;
};

inline constexpr std::int64_t units_shown_max = 5'000;
inline constexpr std::int64_t persons_shown_max = 500;

/// `wanted` without number, path and version. Sent again with the same content: the unit as it is.
/// Refuses: same_id_other_content, unit_unknown (the parent, also when it lies outside the actor's
/// scope), a_root_needs_the_whole_tree, unit_name_taken (by a sibling), as place().
[[nodiscard]] base::Result<Unit> open_unit(Needs needs, const Unit& wanted,
                                           const base::Actor& actor);

/// Other names for a unit that stays where it is. Named so already: as it is. Refuses:
/// unit_unknown, somebody_else_changed_it, unit_name_taken, as rename().
[[nodiscard]] base::Result<Unit> rename_unit(Needs needs, const SeenUnit& seen,
                                             const UnitNames& wanted, const base::Actor& actor);
/// Refuses: unit_unknown, somebody_else_changed_it, unit_name_taken, as reopen().
[[nodiscard]] base::Result<Unit> reopen_unit(Needs needs, const SeenUnit& seen,
                                             const base::Actor& actor);

/// Within the actor's scope, so many at most; whoever needs another types more of its name.
[[nodiscard]] std::vector<Unit> search_units(Needs needs, const std::string& q,
                                             const base::Actor& actor,
                                             WhichUnits which = WhichUnits::open);
[[nodiscard]] std::vector<Person> search_persons(Needs needs, const std::string& q,
                                                 const base::Actor& actor);

/// For commands, where a person types a name. Refuses: unit_name_unknown, unit_name_ambiguous.
[[nodiscard]] base::Result<base::UnitId> find_unit_by_name(Needs needs, std::string_view name);

}  // namespace accounts
