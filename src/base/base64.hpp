// Base64 with padding (RFC 4648, 4), for mails and for signatures that others ask for in it.
#pragma once

#include <string>
#include <string_view>

namespace base {

[[nodiscard]] std::string base64_of(std::string_view bytes);

}  // namespace base
