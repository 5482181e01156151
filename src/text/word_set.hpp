// A fixed set of words looked for all at once: one pass over the text, however many words.
// Built once from a table of words; knows nothing of what they mean. Words and texts are valid
// UTF-8; a character cut off at the end of a text belongs to no word.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

class WordSet {
  public:
    /// Words separated by white space; at most 65,000 bytes of them.
    explicit WordSet(std::string_view words);

    [[nodiscard]] bool any_in(std::string_view text) const { return first_in(text) != npos; }
    /// Where the first of the words begins that stands at or behind `from`, else npos.
    [[nodiscard]] std::size_t first_in(std::string_view text, std::size_t from = 0) const;
    /// Bytes of the longest word the text begins with, 0 where it begins with none.
    [[nodiscard]] std::size_t longest_prefix(std::string_view text) const;
    [[nodiscard]] bool begins(std::string_view text) const { return longest_prefix(text) > 0; }
    /// The whole text is one of the words.
    [[nodiscard]] bool holds(std::string_view text) const;
    /// The text ends in one of the words.
    [[nodiscard]] bool ends(std::string_view text) const;

    static constexpr auto npos = std::string_view::npos;

  private:
    [[nodiscard]] bool may_begin_at(std::string_view text, std::size_t at) const;

    std::vector<std::array<std::uint16_t, 256>> trie_;  // state, byte -> state; 0 is the root
    std::vector<std::uint8_t> whole_;                   // exactly this path is a word
    // Characters that words begin with: short ones by their lead byte, those of three bytes by
    // their last twelve bits, so that nearly every character is passed over by one look.
    std::bitset<256> short_starts_;
    std::bitset<4096> long_starts_;
    std::size_t longest_ = 0;  // bytes
};

/// The words of a text that separates them by white space, in order.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

/// Words written where they are asked about: has_any<"会前 会后">(heading).
template <std::size_t N>
struct WordList {
    consteval WordList(const char (&words)[N]) { std::copy_n(words, N, text); }
    char text[N] = {};
};
/// The set of these words, built when it is first asked for.
template <WordList list>
[[nodiscard]] const WordSet& words() {
    static const WordSet set({list.text, sizeof list.text - 1});
    return set;
}
template <WordList list>
[[nodiscard]] bool has_any(std::string_view text) {
    return words<list>().any_in(text);
}

}  // namespace text
