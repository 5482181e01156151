// Shared views on the wire.
#pragma once

#include "ledger/row_json.hpp"
#include "ledger/shared_view_actions.hpp"

namespace ledger {

/// {"rows":[{"id","name","query","by","at"}],"may_share"}
[[nodiscard]] std::string to_json(const SharedViews& views, const Reader& reader);
[[nodiscard]] base::Result<SharedView> read_shared_view(std::string_view body);  // {"name","query"}

}  // namespace ledger
