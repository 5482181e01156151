// What is proof-read, whatever its format: passages in reading order, each a paragraph or a cell of
// a table. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "office/document.hpp"
#include "office/paper.hpp"

namespace proofreading {

struct Passage {
    std::string text;
    std::size_t paragraph = 0;           // from 1: the how-manieth paragraph or row of the document
    int table = 0, row = 0, column = 0;  // from 1; 0: stands in no table

    [[nodiscard]] bool in_table() const { return table > 0; }
    bool operator==(const Passage&) const = default;
};
using Passages = std::vector<Passage>;

/// A passage a line, empty ones too, so that lines_of() gives the text back. What is no UTF-8
/// becomes U+FFFD.
[[nodiscard]] Passages passages_of(std::string_view plain);
[[nodiscard]] Passages passages_of(const office::Document& document);
/// Every part of it that is printed, in order; of a table the cells as they stand.
[[nodiscard]] Passages passages_of(const office::Paper& paper);
/// With '\n' between them.
[[nodiscard]] std::string lines_of(const Passages& passages);

/// Valid UTF-8, whatever came in.
[[nodiscard]] std::string repaired(std::string_view bytes);

}  // namespace proofreading
