// Where a text names persons: those the installation knows, and those that their surroundings give
// away (局长张伟, 张伟同志, 对张伟给予). A name that is part of another word, or is a word itself,
// is none unless what stands beside it says so. Pure.
//
//   王在王府井 · 高在高度重视 · 张力在扩张力度 · 文明在精神文明: no persons.
//   局长高峰, 高峰同志: a person, though 高峰 is a word.
#pragma once

#include <string>
#include <vector>

#include "disclosure/word_book.hpp"

namespace disclosure {

struct NameHit {
    std::size_t from = 0, length = 0;
    /// Told by the name or by clear surroundings; otherwise a guess for a person to look at.
    bool sure = true;
    bool beside_post = false;  // 局长 right before it, or right behind
    bool operator==(const NameHit&) const = default;
};

class NameFinder {
  public:
    /// `known`: names of persons, of two characters or more. `spared`: words that are never read as
    /// names, and whose parts are not.
    NameFinder(const std::vector<std::string>& known, const std::vector<std::string>& spared);

    /// In their order, none over another. Takes time in proportion to the text.
    [[nodiscard]] std::vector<NameHit> find(CharsView text) const;

  private:
    WordBook known_, spared_;
};

}  // namespace disclosure
