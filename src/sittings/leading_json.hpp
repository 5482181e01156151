// Messages about what the principal does first and what has arrived with each of the team.
#pragma once

#include "ledger/row_json.hpp"
#include "sittings/leading_actions.hpp"

namespace sittings {

/// {"acts":[{"kind","done","required","minutes","first_on","is_done"}],"members":[{"participant",
/// "notes","claimed","offered","rules","rules_of","minutes_missing","has_arrived"}]}
[[nodiscard]] std::string to_json(const LeadingView& view, const ledger::Reader& reader);

}  // namespace sittings
