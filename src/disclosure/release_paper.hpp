// A text that is made public, as an official document: title, paragraphs by the marks they begin
// with, name and day. Pure.
#pragma once

#include "disclosure/release.hpp"
#include "office/paper.hpp"

namespace disclosure {

/// What stands below the text.
struct Signature {
    std::string name;
    base::Date on;
};
[[nodiscard]] office::Paper release_paper(const std::string& title, const Paragraphs& text,
                                          const Signature& signature);

/// Why things are left out (拟不公开情况说明): place, ground, by which rule, what stands instead.
/// Only for those who see inside.
[[nodiscard]] office::Paper withheld_paper(const Release& release, const Paragraphs& text,
                                           const std::vector<Passage>& passages,
                                           const Signature& signature);

}  // namespace disclosure
