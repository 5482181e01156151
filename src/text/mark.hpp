// The numbering mark in front of a line: 一、 （一） 1. （1） 1.1.1 ① 一是 第一部分 …
// Tells style and value; what level a style has in a document is not known here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace text {

enum class MarkStyle : std::uint8_t {
    none,
    part,            // 第一部分
    han,             // 一、
    han_bracket,     // （一）
    arabic,          // 1.  1、
    arabic_bracket,  // （1）
    arabic_half,     // 1）
    circled,         // ①
    dotted,          // 1.1  1.1.1
    bare,            // 1 (a number and a space)
    first_is,        // 一是  一要  第一，  首先
    letter,          // A.
};

struct Mark {
    MarkStyle style = MarkStyle::none;
    int value = 0;          // of the last part: 3 in 1.2.3
    int parts = 1;          // 3 in 1.2.3
    std::string_view text;  // as printed, without spaces around
    std::size_t bytes = 0;  // up to where the text behind it begins
    explicit operator bool() const { return style != MarkStyle::none; }
};

/// The mark at the start of `text`; style none where there is none. Years, dates and quantities
/// (2024.6.30, 1.5万元, 一、二季度) are no marks.
[[nodiscard]] Mark mark_at(std::string_view text);

}  // namespace text
