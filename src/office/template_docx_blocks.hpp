// What the marks of one part of a Word template do to it: fields in their places, blocks over
// pieces of a paragraph, over paragraphs, or over rows of a table, where lists within each other in
// one row merge the cells of the outer ones downwards.
#pragma once

#include "office/template_docx_page.hpp"

namespace office {

struct DocxPart {
    std::vector<Op> ops;
    std::size_t marks = 0;
};
/// Faults go to `scope`; with any of them the ops mean nothing. `spans` must outlive the ops.
[[nodiscard]] DocxPart docx_part(const XmlSpans& spans, const std::string& where, MarkScope& scope);

}  // namespace office
