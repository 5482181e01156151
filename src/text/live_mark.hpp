// {{name}} in a text that stands for something told from outside, a figure of the ledger say: where
// such marks stand. What they mean is not known here. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace text {

inline constexpr std::size_t live_name_chars_max = 40;

/// In bytes, the braces included.
struct LiveMark {
    std::size_t begin = 0, end = 0;
    std::string_view name;
};
/// In their order. A name is not empty, of one line, without "{{" in it and not longer than
/// live_name_chars_max: what is no name is no mark.
[[nodiscard]] std::vector<LiveMark> live_marks(std::string_view text);

}  // namespace text
