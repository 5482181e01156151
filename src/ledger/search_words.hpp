// What was typed into a search box as a pattern for LIKE. Pure.
#pragma once

#include <string>
#include <string_view>

namespace ledger {

/// With small Latin letters, as lower() of both engines has them.
[[nodiscard]] std::string lowered(std::string_view text);
/// '%', '_' and '\' are looked for as they are, with ESCAPE '\'; Latin letters become small, to be
/// compared with lower(text): the engines do not agree on LIKE otherwise.
[[nodiscard]] std::string search_pattern(std::string_view words);

}  // namespace ledger
