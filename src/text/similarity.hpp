// How alike two texts are, and which passages they share: shingles (runs of so many characters) of
// what is left once spaces, signs, digits and placeholders are taken out. Texts are valid UTF-8.
// Does not know whose texts they are, nor whether being alike is wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace text {

/// What is compared of a text, each character with the byte where it begins in the original.
struct Compared {
    std::vector<char32_t> chars;
    std::vector<std::uint32_t> at;
    std::vector<std::uint32_t> end;  // behind it
};
/// Letters and hanzi; without spaces, punctuation, digits and runs of placeholders (XX, **, ○○).
/// A number written in hanzi stays: 第一 and 一是 are words.
[[nodiscard]] Compared compared(std::string_view text);

/// Characters of a shingle. Whole documents are told apart by 8. A measure of 40 characters has
/// hardly a run of 8 left after a few words were changed, so that single rows are compared by 4.
inline constexpr std::size_t document_shingle = 8, row_shingle = 4;
/// Rows with fewer characters are alike by chance (“召开党组会研究部署”).
inline constexpr std::size_t row_chars_min = 14;

/// Hashes of all shingles in the order of the text, one for each place.
[[nodiscard]] std::vector<std::uint64_t> shingles(const Compared& text, std::size_t size);
/// The same as a set: sorted, each once.
[[nodiscard]] std::vector<std::uint64_t> shingle_set(const Compared& text, std::size_t size);

struct Likeness {
    double jaccard = 0;      // shared by either
    double containment = 0;  // share of the smaller set that the larger has
};
/// Of two shingle sets; what `is_boilerplate` says counts for neither. Empty sets are not alike.
[[nodiscard]] Likeness likeness(std::span<const std::uint64_t> first,
                                std::span<const std::uint64_t> second,
                                const std::function<bool(std::uint64_t)>& is_boilerplate = {});

enum class Degree { none, low, medium, high };  // from 0, 0.15, 0.4, 0.8
[[nodiscard]] Degree degree_of(double likeness);
[[nodiscard]] std::string_view name_of(Degree degree);  // "medium"

/// A passage that stands in both, as bytes of the originals.
struct Passage {
    std::size_t first_begin = 0, first_end = 0;
    std::size_t second_begin = 0, second_end = 0;
    bool operator==(const Passage&) const = default;
};
/// The longest common runs of at least `chars_min` compared characters, in the order of `first`;
/// none overlaps another in `first`. Each goes as far as the texts agree.
[[nodiscard]] std::vector<Passage> shared_passages(std::string_view first, std::string_view second,
                                                   std::size_t chars_min);

}  // namespace text
