// The wire format of the bin.
#pragma once

#include "ledger/bin_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

[[nodiscard]] std::string to_json(const RemovalPreview& preview, const Reader& reader);
[[nodiscard]] std::string to_json(const BinEntry& entry, const Reader& reader);
[[nodiscard]] std::string to_json(const BinPage& page, const Page& asked, const Reader& reader);

}  // namespace ledger
