// A document read again against the ledger that stands: which row is which. Equal words first, then
// the same printed number with words that are alike; each row is used once. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace plan {

/// A row to be told again: its words and its printed number.
struct Known {
    std::string text, number;
};

/// For each of `wanted` the index into `there` of the same row, or nothing.
[[nodiscard]] std::vector<std::optional<std::size_t>> match(const std::vector<Known>& there,
                                                            const std::vector<Known>& wanted);

/// The words without white space and punctuation: what makes two rows the same although retyped.
[[nodiscard]] std::string bare_words(std::string_view text);
/// 0 to 100: how many of the character pairs of the shorter text stand in the longer one.
[[nodiscard]] int likeness(std::string_view a, std::string_view b);

/// From this likeness on, rows of one printed number are taken for the same row, reworded.
inline constexpr int reworded_likeness_min = 50;

}  // namespace plan
