// Whether a text was taken from another one (R116). Which of very many are worth a look is told by
// the least hashes of each, which are kept in the database; the few found are then compared word by
// word. Pure.
//
// Of each text the `kept_min` least hashes of its shingles are kept, and of long ones all below a
// bound besides, so that every length leaves enough to be found by. Who asks does so with every
// shingle: of a text that shares much with it about that share of the hashes kept comes back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/similarity.hpp"

namespace statements {

inline constexpr std::size_t kept_min = 32, kept_one_in = 128;
/// Fewer shared hashes say nothing; more texts are not looked at closely.
inline constexpr std::int64_t shared_min = 3;
inline constexpr std::size_t looked_at_max = 24;
/// A hash that stands in so many texts is of nobody's own wording, and kept no more.
inline constexpr std::int64_t texts_with_hash_max = 200;
/// A passage shown is as long as this at least, in compared characters.
inline constexpr std::size_t passage_chars_min = 12, passages_max = 20;

/// Shorter texts are alike by chance: “没有受到问责”.
inline constexpr std::size_t compared_chars_min = 30;

/// All hashes to ask with, sorted, each once; below 2^32. None of a text that is too short.
[[nodiscard]] std::vector<std::int64_t> hashes_of(std::string_view text);
/// Those of them that are kept of a text.
[[nodiscard]] std::vector<std::int64_t> kept_of(const std::vector<std::int64_t>& hashes);

struct Copy {
    double likeness = 0;  // Jaccard of shingles, boilerplate left out
    text::Degree degree = text::Degree::none;
    std::vector<text::Passage> passages;  // of `own` and of the other, the longest first
};
/// `given` is what everybody was given to write from (outline, focus, theme): it counts for nobody,
/// nor do phrases of official prose that stand in any statement.
[[nodiscard]] Copy compare(std::string_view own, std::string_view other, std::string_view given);

}  // namespace statements
