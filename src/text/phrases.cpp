#include "text/phrases.hpp"

#include <algorithm>

#include "text/punctuation.hpp"

namespace text {
namespace {

std::size_t bucket_of(std::string_view text, std::size_t at) {
    return char_at(text, at) & 0xfffu;
}

}  // namespace

Phrases::Phrases(std::vector<std::string> phrases) : phrases_(std::move(phrases)) {
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
        const std::string_view phrase = phrases_[i];
        if (phrase.empty() || !places_.emplace(phrase, i).second) continue;
        auto& lengths = lengths_[bucket_of(phrase, 0)];
        const auto length = static_cast<std::uint32_t>(phrase.size());
        if (std::find(lengths.begin(), lengths.end(), length) == lengths.end())
            lengths.push_back(length);
    }
    for (auto& lengths : lengths_) std::sort(lengths.rbegin(), lengths.rend());
}

std::vector<Phrases::Hit> Phrases::in(std::string_view text) const {
    std::vector<Hit> found;
    for (std::size_t at = 0; at < text.size();) {
        auto next = at + bytes_of(text[at]);
        for (const auto length : lengths_[bucket_of(text, at)]) {
            if (at + length > text.size()) continue;
            const auto place = places_.find(text.substr(at, length));
            if (place == places_.end()) continue;
            found.push_back({at, place->second});
            next = at + length;
            break;
        }
        at = next;
    }
    return found;
}

}  // namespace text
