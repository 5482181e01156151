// Messages about measures of the life meeting before.
#pragma once

#include "ledger/row_json.hpp"
#include "sittings/earlier_actions.hpp"

namespace sittings {

/// {"meeting":{"title","held_on"}|null,"rows":[{"owner":id|null,"problem","measure","status"}]}
[[nodiscard]] std::string to_json(const EarlierView& view, const ledger::Reader& reader);

}  // namespace sittings
