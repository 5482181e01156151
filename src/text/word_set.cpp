#include "text/word_set.hpp"

#include <algorithm>
#include <cassert>

namespace text {

std::vector<std::string_view> words_of(std::string_view text) {
    constexpr std::string_view spaces = " \n";
    std::vector<std::string_view> found;
    for (auto at = text.find_first_not_of(spaces); at != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(spaces, at), text.size());
        found.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(spaces, end);
    }
    return found;
}

WordSet::WordSet(std::string_view words) {
    trie_.emplace_back();
    whole_.push_back(0);
    for (const auto word : words_of(words)) {
        std::size_t state = 0;
        for (const char c : word) {
            const auto byte = static_cast<unsigned char>(c);
            if (trie_[state][byte] == 0) {
                assert(trie_.size() < 65'000);
                trie_[state][byte] = static_cast<std::uint16_t>(trie_.size());
                trie_.emplace_back();
                whole_.push_back(0);
            }
            state = trie_[state][byte];
        }
        whole_[state] = 1;
    }
    next_ = trie_;
    ends_ = whole_;
    std::vector<std::uint16_t> order, back(trie_.size(), 0);
    for (const auto child : trie_[0])
        if (child != 0) order.push_back(child);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto state = order[i];
        if (ends_[back[state]] != 0) ends_[state] = 1;
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const auto child = trie_[state][byte];
            const auto other = next_[back[state]][byte];
            if (child == 0) {
                next_[state][byte] = other;
            } else {
                back[child] = other;
                order.push_back(child);
            }
        }
    }
}

bool WordSet::any_in(std::string_view text) const {
    std::size_t state = 0;
    for (const char c : text) {
        state = next_[state][static_cast<unsigned char>(c)];
        if (ends_[state] != 0) return true;
    }
    return false;
}

std::size_t WordSet::longest_prefix(std::string_view text) const {
    std::size_t state = 0, found = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        state = trie_[state][static_cast<unsigned char>(text[at])];
        if (state == 0) break;
        if (whole_[state] != 0) found = at + 1;
    }
    return found;
}

}  // namespace text
