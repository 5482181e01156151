// The word that made us say something, as it stands in the text: a hint names it. Pure.
#pragma once

#include "text/word_set.hpp"

namespace statements {

/// The first of the words in the text, empty where none is.
[[nodiscard]] inline std::string_view first_of(const text::WordSet& words, std::string_view text) {
    const auto at = words.first_in(text);
    if (at == text::WordSet::npos) return {};
    return text.substr(at, words.longest_prefix(text.substr(at)));
}
template <text::WordList list>
[[nodiscard]] std::string_view found_in(std::string_view text) {
    return first_of(text::words<list>(), text);
}

}  // namespace statements
