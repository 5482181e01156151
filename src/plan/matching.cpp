#include "plan/matching.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.hpp"

namespace plan {
namespace {

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool cjk_punctuation = c >= 0x3000 && c <= 0x303f;
    const bool full_width_sign = c >= 0xff00 && c <= 0xffef;
    const bool general_punctuation = c >= 0x2000 && c <= 0x206f;
    return !cjk_punctuation && !full_width_sign && !general_punctuation && c != 0xa0;
}

std::vector<std::uint64_t> pairs_in(std::string_view text) {
    std::vector<std::uint64_t> pairs;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = base::next_char(text, at);
        if (!is_word(c)) continue;
        if (before != 0) pairs.push_back(static_cast<std::uint64_t>(before) << 32 | c);
        before = c;
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace

std::string bare_words(std::string_view text) {
    std::string bare;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = base::next_char(text, at);
        if (is_word(c)) base::append_char(bare, c);
    }
    return bare;
}

int likeness(std::string_view a, std::string_view b) {
    const auto in_a = pairs_in(a), in_b = pairs_in(b);
    const auto shorter = std::min(in_a.size(), in_b.size());
    if (shorter == 0) return bare_words(a) == bare_words(b) ? 100 : 0;
    std::vector<std::uint64_t> both;
    std::set_intersection(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                          std::back_inserter(both));
    return static_cast<int>(both.size() * 100 / shorter);
}

std::vector<std::optional<std::size_t>> match(const std::vector<Known>& there,
                                              const std::vector<Known>& wanted) {
    std::unordered_multimap<std::string, std::size_t> by_words, by_number;
    for (std::size_t i = 0; i < there.size(); ++i) {
        by_words.emplace(bare_words(there[i].text), i);
        if (!there[i].number.empty()) by_number.emplace(there[i].number, i);
    }
    std::vector<bool> used(there.size());
    std::vector<std::optional<std::size_t>> found(wanted.size());
    const auto take_first = [&](const auto& range, const auto& fits) -> std::optional<std::size_t> {
        std::optional<std::size_t> first;
        for (auto at = range.first; at != range.second; ++at) {
            const bool free = !used[at->second] && fits(at->second);
            if (free && (!first || at->second < *first)) first = at->second;
        }
        if (first) used[*first] = true;
        return first;
    };
    for (std::size_t k = 0; k < wanted.size(); ++k)
        found[k] = take_first(by_words.equal_range(bare_words(wanted[k].text)),
                              [](std::size_t) { return true; });
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        if (found[k] || wanted[k].number.empty()) continue;
        found[k] = take_first(by_number.equal_range(wanted[k].number), [&](std::size_t i) {
            return likeness(there[i].text, wanted[k].text) >= reworded_likeness_min;
        });
    }
    return found;
}

}  // namespace plan
