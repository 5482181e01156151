// Percent-encoding of texts in addresses and headers (RFC 3986, RFC 8187).
#pragma once

#include <string>
#include <string_view>

namespace base {

/// Letters, digits and - . _
[[nodiscard]] bool stands_for_itself(char c);
/// Everything but letters, digits and - . _ as %XX, byte by byte.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace base
