// Preferences of the account that asks: column choices, page sizes. Small JSON texts by name.
#pragma once

#include <string>
#include <string_view>

#include "accounts/needs.hpp"

namespace accounts {

/// The JSON text. Refuses: as check_preference_name(), preference_unknown.
[[nodiscard]] base::Result<std::string> load_preference(Needs needs, std::string_view name,
                                                        const base::Actor& actor);
/// Refuses: as check_preference().
[[nodiscard]] base::Result<std::string> set_preference(Needs needs, std::string_view name,
                                                       const std::string& value,
                                                       const base::Actor& actor);

}  // namespace accounts
