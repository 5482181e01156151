// Web pages and what word processors save as such, into blocks: paragraphs, headings, numbered
// lists, tables with cells over several rows and columns.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "office/document.hpp"

namespace office {

/// `text` as text_of gives it. Refuses document_too_many_blocks.
[[nodiscard]] base::Result<Document> read_html(std::string_view text);

/// How much a text looks like HTML: 0 not at all, 1 perhaps, 2 without doubt.
[[nodiscard]] int likeness_to_html(std::string_view text);

}  // namespace office
