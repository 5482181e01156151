#include "text/word_set.hpp"

#include <algorithm>
#include <cassert>

#include "text/punctuation.hpp"

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

namespace {

bool is_long(char lead) {
    return static_cast<unsigned char>(lead) >= 0xe0;
}
std::size_t tail_bits(std::string_view text, std::size_t at) {
    return (static_cast<unsigned char>(text[at + 1]) & 0x3fu) << 6 |
           (static_cast<unsigned char>(text[at + 2]) & 0x3fu);
}

}  // namespace

WordSet::WordSet(std::string_view words) {
    trie_.emplace_back();
    whole_.push_back(0);
    for (const auto word : words_of(words)) {
        longest_ = std::max(longest_, word.size());
        if (is_long(word[0]))
            long_starts_.set(tail_bits(word, 0));
        else
            short_starts_.set(static_cast<unsigned char>(word[0]));
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
}

bool WordSet::may_begin_at(std::string_view text, std::size_t at) const {
    if (!is_long(text[at])) return short_starts_[static_cast<unsigned char>(text[at])];
    return at + 2 < text.size() && long_starts_[tail_bits(text, at)];
}

std::size_t WordSet::first_in(std::string_view text, std::size_t from) const {
    for (auto at = from; at < text.size(); at += bytes_of(text[at]))
        if (may_begin_at(text, at) && begins(text.substr(at))) return at;
    return npos;
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

bool WordSet::holds(std::string_view text) const {
    return !text.empty() && longest_prefix(text) == text.size();
}

bool WordSet::ends(std::string_view text) const {
    for (auto at = text.size(); at > 0 && text.size() - at < longest_;) {
        at = before(text, at);
        if (may_begin_at(text, at) && holds(text.substr(at))) return true;
    }
    return false;
}

}  // namespace text
