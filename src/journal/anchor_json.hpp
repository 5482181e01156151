// The payload of an anchor: {"heads":[{"chain","sequence","hash"}]}. It is hashed into the
// installation's chain, so its form must not change.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "journal/entry.hpp"

namespace journal {

[[nodiscard]] std::string anchor_json(std::span<const Head> heads);
[[nodiscard]] base::Result<std::vector<Head>> heads_from_json(std::string_view text);
/// The payload of an "erase_payload" entry.
[[nodiscard]] std::string erasure_json(std::int64_t sequence, std::string_view reason);

}  // namespace journal
