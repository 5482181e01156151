// Names of closed sets: an array in the enum's order, read backwards here.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace base {

/// The value whose name stands at its place in `names`; nothing for any other text.
template <class Enum, std::size_t count>
[[nodiscard]] std::optional<Enum> named(const std::array<std::string_view, count>& names,
                                        std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

}  // namespace base
