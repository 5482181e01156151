// Messages on the wire: {"rows":[{"id","at","kind","programme":{"id","title"},"subject":{"kind",
// "id","number","text"},"by","note","read_at"}],"total","unread","page","page_size"}.
#pragma once

#include <string>
#include <string_view>

#include "notify/message_actions.hpp"

namespace notify {

[[nodiscard]] std::string to_json(const MessagePage& page, std::int64_t number,
                                  std::int64_t page_size);
/// {"unread"}
[[nodiscard]] std::string unread_json(const MessagePage& counted);
/// {"up_to": milliseconds since 1970}: the "at" of the newest message that was seen.
[[nodiscard]] base::Result<base::Instant> read_up_to(std::string_view body);

}  // namespace notify
