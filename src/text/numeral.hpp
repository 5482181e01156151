// Numbers as Chinese documents write them: 17, １７, 十七, 一百零五, 二〇二四.
// Whole numbers from 0 to 99,999,999; placeholders (X, ×, *) are no numbers.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace text {

struct Numeral {
    int value = 0;
    std::size_t bytes = 0;  // read from the start of the text
};

/// Digits, half or full width, at the start of the text.
[[nodiscard]] std::optional<Numeral> leading_digits(std::string_view text);
/// A number in hanzi at the start of the text (十七; 二〇二四 and 一二 digit by digit; 两 as two).
[[nodiscard]] std::optional<Numeral> leading_hanzi_number(std::string_view text);
/// Either of them.
[[nodiscard]] std::optional<Numeral> leading_number(std::string_view text);
/// 〇 to 九, 十 and the other characters of such numbers.
[[nodiscard]] bool is_numeral(char32_t c);
/// Bytes of a run of placeholder characters (X x × * ＊ ○ _ ＿ 某) at the start, 0 where there is
/// none.
[[nodiscard]] std::size_t placeholder_bytes(std::string_view text);

}  // namespace text
