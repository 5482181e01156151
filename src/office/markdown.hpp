// Markdown, above all as pandoc writes it, into blocks: headings, paragraphs, pipe tables.
// Emphasis, links and escapes are reduced to their text; nothing is rendered.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "office/document.hpp"

namespace office {

/// `text` as text_of gives it. Refuses document_too_many_blocks.
[[nodiscard]] base::Result<Document> read_markdown(std::string_view text);

/// One paragraph without its marks: `**字\[xx\]号**` -> `字[xx]号`, `[文本](#a)` -> `文本`.
[[nodiscard]] std::string plain_inline(std::string_view marked);

/// How much a text looks like markdown: 0 not at all, 1 perhaps, 2 without doubt.
[[nodiscard]] int likeness_to_markdown(std::string_view text);

}  // namespace office
