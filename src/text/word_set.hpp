// A fixed set of words looked for all at once: one pass over the text, however many words.
// Built once from a table of words; knows nothing of what they mean.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

class WordSet {
  public:
    /// Words separated by white space; at most 65,000 bytes of them.
    explicit WordSet(std::string_view words);

    [[nodiscard]] bool any_in(std::string_view text) const;
    /// Bytes of the longest word the text begins with, 0 where it begins with none.
    [[nodiscard]] std::size_t longest_prefix(std::string_view text) const;
    [[nodiscard]] bool begins(std::string_view text) const { return longest_prefix(text) > 0; }

  private:
    std::vector<std::array<std::uint16_t, 256>> next_;  // state, byte -> state; 0 is the root
    std::vector<std::uint8_t> ends_;                    // a word ends here or in a suffix of here
    std::vector<std::uint8_t> whole_;                   // exactly this path is a word
    std::vector<std::array<std::uint16_t, 256>> trie_;  // without the failure links
};

/// The words of a text that separates them by white space, in order.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view text);

}  // namespace text
