// What a preference may be called and how large it may be. Pure; its content is the page's
// business.
#pragma once

#include <string_view>

#include "base/result.hpp"

namespace accounts {

inline constexpr std::size_t preference_name_chars_max = 64;
inline constexpr std::size_t preference_bytes_max = 8 << 10;

/// Refuses: preference_name_not_acceptable (1 to 64 of a-z 0-9 . _ -).
[[nodiscard]] base::Result<void> check_preference_name(std::string_view name);
/// Refuses: as check_preference_name(), then preference_too_large.
[[nodiscard]] base::Result<void> check_preference(std::string_view name, std::string_view value);

}  // namespace accounts
