#include "disclosure/word_book.hpp"

#include <algorithm>

#include "text/word_set.hpp"

namespace disclosure {

WordBook::WordBook(std::string_view words) {
    for (const auto word : text::words_of(words)) add(chars_of(word));
}

void WordBook::add(Chars word) {
    if (word.empty()) return;
    longest_ = std::max(longest_, word.size());
    words_.insert(std::move(word));
}

bool WordBook::holds(CharsView word) const {
    return !word.empty() && word.size() <= longest_ && words_.contains(Chars(word));
}

std::size_t WordBook::longest_at(CharsView text, std::size_t at) const {
    for (auto length = std::min(longest_, text.size() - at); length > 0; --length)
        if (holds(text.substr(at, length))) return length;
    return 0;
}

std::size_t WordBook::longest_before(CharsView text, std::size_t end) const {
    for (auto length = std::min(longest_, end); length > 0; --length)
        if (holds(text.substr(end - length, length))) return length;
    return 0;
}

}  // namespace disclosure
