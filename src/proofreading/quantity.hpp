// Numbers with their measure word in a sentence, and the words around each: 反馈问题25个, 76%.
// Pure.
#pragma once

#include <string_view>
#include <vector>

namespace proofreading {

struct Quantity {
    std::size_t begin = 0, end = 0;  // bytes of the number and its measure word
    double value = 0;
    int decimals = 0;
    char32_t measure = 0;            // 个, 条, %, …
    std::string_view label, behind;  // in the same clause: before it; after it
    bool ordinal = false;            // 第3项
};
/// Of one sentence, in order; numbers in hanzi count where a measure word follows (三个方面).
[[nodiscard]] std::vector<Quantity> quantities_in(std::string_view sentence);

}  // namespace proofreading
