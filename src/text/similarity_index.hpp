// Which of very many texts are like a given one: an inverted index of winnowed shingles, in memory.
// Of every `window` shingles in a row the one with the least hash is kept, so that a passage which
// two texts share is found for certain from size + window - 1 characters on, and a text costs about
// two shingles in five. Holds no text: whoever asks looks closer at the few that are found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/similarity.hpp"

namespace text {

struct SimilarityOptions {
    std::size_t shingle = document_shingle;
    std::size_t window = 4;
    /// A shingle that stands in more texts than this is boilerplate, and looked for no longer.
    std::size_t texts_max = 1'000;
};

struct SimilarText {
    std::uint32_t text = 0;  // the how-manieth that was added
    std::uint32_t shared = 0;
    double containment = 0;  // share of what is asked about, boilerplate left out; an estimate
};

/// Filled, then sealed, then asked. Asking is const and safe from several threads.
class SimilarityIndex {
  public:
    explicit SimilarityIndex(SimilarityOptions options = {}) : options_(options) {}

    /// Room for texts of `chars` characters together, so that growing does not double the memory.
    void reserve(std::size_t chars);
    /// Returns its number, from 0. Requires that seal() was not called.
    std::uint32_t add(std::string_view text);
    void seal();
    /// The most alike first, at most `count`, none below `containment_min`. Requires seal().
    [[nodiscard]] std::vector<SimilarText> similar_to(std::string_view text, std::size_t count,
                                                      double containment_min = 0.15) const;
    [[nodiscard]] std::size_t texts() const { return texts_; }
    [[nodiscard]] std::size_t bytes() const { return postings_.capacity() * sizeof(std::uint64_t); }

  private:
    [[nodiscard]] std::vector<std::uint32_t> winnowed(std::string_view text) const;

    SimilarityOptions options_;
    std::uint32_t texts_ = 0;
    bool sealed_ = false;
    std::vector<std::uint64_t> postings_;  // upper half: the hash; lower half: the text
};

}  // namespace text
