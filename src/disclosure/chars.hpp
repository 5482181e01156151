// Text as a row of characters, so that places in it mean the same here and on a page. Pure.
#pragma once

#include <string>
#include <string_view>

namespace disclosure {

/// Characters are Unicode code points.
using Chars = std::u32string;
using CharsView = std::u32string_view;

[[nodiscard]] Chars chars_of(std::string_view text);
[[nodiscard]] std::string text_of(CharsView chars);

[[nodiscard]] bool is_han(char32_t c);
/// Half or full width.
[[nodiscard]] bool is_digit(char32_t c);
/// 0 to 9. Requires is_digit(c).
[[nodiscard]] int digit_value(char32_t c);
[[nodiscard]] bool is_letter(char32_t c);  // Latin, half width
/// Whether `text` holds `part` at `at`.
[[nodiscard]] bool stands_at(CharsView text, std::size_t at, CharsView part);

}  // namespace disclosure
