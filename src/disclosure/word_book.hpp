// A fixed set of words in characters, asked for at a place of a text. Pure.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "disclosure/chars.hpp"

namespace disclosure {

class WordBook {
  public:
    WordBook() = default;
    /// Words separated by white space.
    explicit WordBook(std::string_view words);
    void add(Chars word);

    [[nodiscard]] bool holds(CharsView word) const;
    /// Characters of the longest word that begins at `at`; 0 where none does.
    [[nodiscard]] std::size_t longest_at(CharsView text, std::size_t at) const;
    /// Characters of the longest word that ends right before `end`; 0 where none does.
    [[nodiscard]] std::size_t longest_before(CharsView text, std::size_t end) const;
    [[nodiscard]] bool empty() const { return words_.empty(); }
    [[nodiscard]] std::size_t longest() const { return longest_; }

  private:
    std::unordered_set<Chars> words_;
    std::size_t longest_ = 0;
};

}  // namespace disclosure
