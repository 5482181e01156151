// Text whose lines were broken at the edge of a page (copied out of a PDF): told by its shape, put
// together again before it is read.
#pragma once

#include <optional>

#include "office/document.hpp"

namespace plan {

/// The document with its paragraphs whole again, each with the number of its first line; nothing
/// where the lines are paragraphs already.
[[nodiscard]] std::optional<office::Document> unwrapped(const office::Document& document);

}  // namespace plan
