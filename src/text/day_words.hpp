// Days as documents write them: 2020年6月30日前, 6月底, 年底, 2024.6.30, 第三季度, X月X日.
// Finds them and says which day they mean once the year is known; the reader decides where it is
// known.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/instant.hpp"

namespace text {

struct DayWords {
    enum class Part : std::uint8_t {
        day,
        month,
        first_ten,
        second_ten,
        last_ten,
        vague,
        quarter,
        half,
        year
    };
    std::size_t first = 0, end = 0;  // bytes of the text
    Part part = Part::day;
    std::optional<int> year;
    int years_ahead = 0;     // 明年: 1, only without year
    bool says_year = false;  // 2020年, 今年, 20XX年; false: 6月底
    int number = 0;          // month, quarter or half
    int day = 0;
    bool open = false;    // a placeholder stands where a number should
    bool before = false;  // 前 follows directly
};

/// All day words in the text, in order; durations (3个月内, 10日内) are none.
[[nodiscard]] std::vector<DayWords> day_words_in(std::string_view text);

/// The last day these words allow; `year` is used where they name none. nullopt: placeholder, no
/// year, no such day, or words that say no day (6月初, 6月前, 三季度前).
[[nodiscard]] std::optional<base::Date> last_day_of(const DayWords& words, std::optional<int> year);

}  // namespace text
