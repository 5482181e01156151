// Days as documents say them.
#pragma once

#include <string>

#include "base/instant.hpp"

namespace base {

/// 2024年6月30日.
[[nodiscard]] std::string in_words(Date day);

}  // namespace base
