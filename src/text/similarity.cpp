#include "text/similarity.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>

#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace text {
namespace {

bool is_compared(char32_t c) {
    const bool latin = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return latin || is_hanzi(c);
}

/// So that every bit of the shingle reaches every bit of the hash: the index takes some of them.
std::uint64_t mixed(std::uint64_t hash) {
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
    return hash ^ (hash >> 31);
}

/// Of the characters from `from` on; no shingle is longer than the text.
std::uint64_t shingle_at(const Compared& text, std::size_t from, std::size_t size) {
    std::uint64_t hash = size;
    for (std::size_t i = from; i < from + size; ++i)
        hash = (hash ^ text.chars[i]) * 0x9e3779b97f4a7c15u + (hash >> 47);
    return mixed(hash);
}

}  // namespace

Compared compared(std::string_view text) {
    Compared result;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto placeholder = placeholder_bytes(text.substr(at));
        const auto c = take_char(text, at);
        // 某 is a placeholder and a word; as a word it says as little.
        if (placeholder > 0) {
            at = begin + placeholder;
            continue;
        }
        if (!is_compared(c)) continue;
        result.chars.push_back(c);
        result.at.push_back(static_cast<std::uint32_t>(begin));
        result.end.push_back(static_cast<std::uint32_t>(at));
    }
    return result;
}

std::vector<std::uint64_t> shingles(const Compared& text, std::size_t size) {
    assert(size > 0);
    std::vector<std::uint64_t> hashes;
    if (text.chars.size() < size) return hashes;
    hashes.reserve(text.chars.size() - size + 1);
    for (std::size_t from = 0; from + size <= text.chars.size(); ++from)
        hashes.push_back(shingle_at(text, from, size));
    return hashes;
}

std::vector<std::uint64_t> shingle_set(const Compared& text, std::size_t size) {
    auto hashes = shingles(text, size);
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

Likeness likeness(std::span<const std::uint64_t> first, std::span<const std::uint64_t> second,
                  const std::function<bool(std::uint64_t)>& is_boilerplate) {
    std::size_t in_first = 0, in_second = 0, in_both = 0;
    auto a = first.begin();
    auto b = second.begin();
    while (a != first.end() || b != second.end()) {
        const bool from_a = b == second.end() || (a != first.end() && *a <= *b);
        const bool from_b = a == first.end() || (b != second.end() && *b <= *a);
        const auto hash = from_a ? *a : *b;
        if (from_a) ++a;
        if (from_b) ++b;
        if (is_boilerplate && is_boilerplate(hash)) continue;
        in_first += from_a;
        in_second += from_b;
        in_both += from_a && from_b;
    }
    if (in_first == 0 || in_second == 0) return {};
    const auto both = static_cast<double>(in_both);
    return {both / static_cast<double>(in_first + in_second - in_both),
            both / static_cast<double>(std::min(in_first, in_second))};
}

Degree degree_of(double likeness) {
    if (likeness >= 0.8) return Degree::high;
    if (likeness >= 0.4) return Degree::medium;
    return likeness >= 0.15 ? Degree::low : Degree::none;
}

std::string_view name_of(Degree degree) {
    switch (degree) {
        case Degree::none: return "none";
        case Degree::low: return "low";
        case Degree::medium: return "medium";
        case Degree::high: return "high";
    }
    return {};
}

std::vector<Passage> shared_passages(std::string_view first, std::string_view second,
                                     std::size_t chars_min) {
    const auto a = compared(first), b = compared(second);
    std::unordered_multimap<std::uint64_t, std::size_t> places;
    const auto of_b = shingles(b, chars_min);
    for (std::size_t i = 0; i < of_b.size(); ++i) places.emplace(of_b[i], i);
    std::vector<Passage> passages;
    constexpr std::size_t places_max = 32;  // of one shingle: a text that repeats itself ends soon
    for (std::size_t i = 0; i + chars_min <= a.chars.size();) {
        std::size_t best = 0, best_at = 0, tried = 0;
        const auto [from, to] = places.equal_range(shingle_at(a, i, chars_min));
        for (auto it = from; it != to && tried < places_max; ++it, ++tried) {
            std::size_t run = 0;
            while (i + run < a.chars.size() && it->second + run < b.chars.size() &&
                   a.chars[i + run] == b.chars[it->second + run])
                ++run;
            if (run > best) best = run, best_at = it->second;
        }
        if (best < chars_min) {
            ++i;
            continue;
        }
        passages.push_back(
            {a.at[i], a.end[i + best - 1], b.at[best_at], b.end[best_at + best - 1]});
        i += best;
    }
    return passages;
}

}  // namespace text
