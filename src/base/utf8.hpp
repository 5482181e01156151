// UTF-8 as code points: every text inside the program is valid UTF-8 without NUL.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms, nothing above
/// U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);
/// Code points in a valid UTF-8 text.
[[nodiscard]] std::size_t chars_in(std::string_view text);
/// The first `count` code points of a valid UTF-8 text, never cutting one.
[[nodiscard]] std::string_view first_chars(std::string_view text, std::size_t count);
/// Decodes the code point at `at` and moves `at` behind it. `text` must be valid and `at` inside
/// it.
char32_t next_char(std::string_view text, std::size_t& at);
void append_char(std::string& text, char32_t c);
/// Splits off the part before `separator`; the whole rest when there is none.
std::string_view cut(std::string_view& rest, char separator);
/// Without white space at either end, the ideographic space (U+3000) and no-break space included.
[[nodiscard]] std::string_view trim(std::string_view text);
/// As it is compared where people mean the same: without white space and zero-width characters,
/// full-width forms narrowed, ASCII letters lower-cased, the dots inside names alike.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace base
