#include "text/similarity_index.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace text {

void SimilarityIndex::reserve(std::size_t chars) {
    // Winnowing keeps 2 of window + 1; a little more, as short texts keep more.
    postings_.reserve(chars * 21 / (10 * (options_.window + 1)) + 1'000);
}

std::vector<std::uint32_t> SimilarityIndex::winnowed(std::string_view text) const {
    const auto all = shingles(compared(text), options_.shingle);
    std::vector<std::uint32_t> kept;
    const auto window = std::min(options_.window, all.size());
    for (std::size_t from = 0; window > 0 && from + window <= all.size(); ++from) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
        const auto least = *std::min_element(begin, begin + static_cast<std::ptrdiff_t>(window));
        const auto half = static_cast<std::uint32_t>(least >> 32);
        if (kept.empty() || kept.back() != half) kept.push_back(half);
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

std::uint32_t SimilarityIndex::add(std::string_view text) {
    assert(!sealed_);
    for (const auto hash : winnowed(text)) postings_.push_back(std::uint64_t{hash} << 32 | texts_);
    return texts_++;
}

void SimilarityIndex::seal() {
    std::sort(postings_.begin(), postings_.end());
    sealed_ = true;
}

std::vector<SimilarText> SimilarityIndex::similar_to(std::string_view text, std::size_t count,
                                                     double containment_min) const {
    assert(sealed_);
    std::unordered_map<std::uint32_t, std::uint32_t> shared;
    std::size_t telling = 0;
    for (const auto hash : winnowed(text)) {
        const auto low = std::uint64_t{hash} << 32;
        const auto begin = std::lower_bound(postings_.begin(), postings_.end(), low);
        const auto end = std::upper_bound(begin, postings_.end(), low | 0xffff'ffffu);
        if (static_cast<std::size_t>(end - begin) > options_.texts_max) continue;
        ++telling;
        for (auto it = begin; it != end; ++it) ++shared[static_cast<std::uint32_t>(*it)];
    }
    std::vector<SimilarText> found;
    for (const auto& [number, times] : shared) {
        const auto share = static_cast<double>(times) / static_cast<double>(telling);
        if (share >= containment_min) found.push_back({number, times, share});
    }
    std::sort(found.begin(), found.end(), [](const SimilarText& a, const SimilarText& b) {
        return a.shared != b.shared ? a.shared > b.shared : a.text < b.text;
    });
    if (found.size() > count) found.resize(count);
    return found;
}

}  // namespace text
