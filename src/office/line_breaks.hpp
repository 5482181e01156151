// Where a line of Chinese text may end, and how wide its characters are. Pure.
#pragma once

#include <string>
#include <string_view>

namespace office {

/// `text` is valid UTF-8.
[[nodiscard]] std::u32string decoded(std::string_view text);
/// As wide as an ideograph, where others take half of that.
[[nodiscard]] bool is_wide(char32_t c);
/// May a line end between two characters? Not before what closes, nor behind what opens, nor within
/// a word or number of narrow characters.
[[nodiscard]] bool may_break(char32_t before, char32_t after);

}  // namespace office
