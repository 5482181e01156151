// Messages about preferences: {"value": any JSON}.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace accounts {

/// The value as JSON text, written without white space. Refuses what is no object with "value"
/// alone.
[[nodiscard]] base::Result<std::string> read_preference(std::string_view body);
/// `value` is JSON text.
[[nodiscard]] std::string preference_json(const std::string& value);

}  // namespace accounts
