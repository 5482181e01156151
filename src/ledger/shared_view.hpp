// A view of the ledger that the office keeps for everybody who sees the programme: the conditions
// and the order of a list, by name. Pure.
#pragma once

#include "ledger/programme.hpp"

namespace ledger {

using SharedViewId = base::Id<struct SharedViewTag>;
inline constexpr std::size_t shared_views_max = 50;
inline constexpr std::size_t view_name_chars_max = 30, view_query_chars_max = 1'000;

struct SharedView {
    SharedViewId id;
    std::string name;
    std::string query;  // as it stands in the address of the list: view=problems&q=…
    std::string by;     // who shared it
    base::Instant at;
    bool operator==(const SharedView&) const = default;
};

/// Refuses: only_the_office_edits.
[[nodiscard]] std::optional<base::Error> why_not_share(const base::Actor& actor);
/// What is kept then, among `others` of the programme: one of the same name is replaced where it
/// stands, with its id. Refuses: as why_not_share(), then too_many_shared_views.
[[nodiscard]] base::Result<SharedView> share(const SharedView& wanted,
                                             const std::vector<SharedView>& others,
                                             const base::Actor& actor);

}  // namespace ledger
