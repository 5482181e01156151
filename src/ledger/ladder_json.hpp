// Ladders on the wire.
#pragma once

#include "ledger/ladder.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

/// {"version","mark_pattern","kinds":[{"name","short_name","requirement","reply_days"}],
///  "rungs":[{"cause","amount","days","recipients","notice","colour","since"}],"may":["edit"]}
[[nodiscard]] std::string to_json(const Ladder& ladder, const Reader& reader);
/// The same without colour, since and may.
[[nodiscard]] base::Result<Ladder> read_ladder(std::string_view body);

}  // namespace ledger
