// Base64 with padding (RFC 4648, 4): for mails, for signatures that others ask for in it, and for
// bytes in columns of text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

[[nodiscard]] std::string base64_of(std::string_view bytes);
/// Nothing unless it is what base64_of() gives.
[[nodiscard]] std::optional<std::string> bytes_of_base64(std::string_view text);

}  // namespace base
