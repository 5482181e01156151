// Many phrases looked for all at once, each known by its place in a list: one pass over the text,
// however many there are and however long. Unlike WordSet it is made from what people write (any
// characters, any number) and says which phrase it met. Texts are valid UTF-8.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace text {

class Phrases {
  public:
    /// Empty phrases are met nowhere; of two that are equal the first counts.
    explicit Phrases(std::vector<std::string> phrases);
    Phrases(const Phrases&) = delete;
    Phrases& operator=(const Phrases&) = delete;

    struct Hit {
        std::size_t begin = 0, phrase = 0;
    };
    /// In order, none overlapping another: the longest where several begin at one place.
    [[nodiscard]] std::vector<Hit> in(std::string_view text) const;
    [[nodiscard]] const std::string& operator[](std::size_t phrase) const {
        return phrases_[phrase];
    }

  private:
    std::vector<std::string> phrases_;
    std::unordered_map<std::string_view, std::size_t> places_;
    // By the last twelve bits of the first character: the lengths of the phrases that begin so, the
    // longest first.
    std::array<std::vector<std::uint32_t>, 4096> lengths_;
};

}  // namespace text
