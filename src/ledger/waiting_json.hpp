// What waits, on the wire: {"reach","total","sections":[{"view","waiting","held_by","total",
// "rows":[a row of the ledger with its "programme"]}]}. "held_by", "view" and "waiting" are the
// address of the list with all rows of the section.
#pragma once

#include "ledger/row_json.hpp"
#include "ledger/waiting_actions.hpp"

namespace ledger {

[[nodiscard]] std::string to_json(const std::vector<SectionView>& sections, Reach reach,
                                  const Reader& reader);

/// Ids of units as an address takes several.
[[nodiscard]] std::string list_of(const std::vector<base::UnitId>& units);
/// "reach" in the query, Reach::unit when it is absent. Refuses unknown_name.
[[nodiscard]] base::Result<Reach> read_reach(std::string_view given);

}  // namespace ledger
