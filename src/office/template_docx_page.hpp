// One part of a Word template: its paragraphs in order, each with the place at which people find
// it, and the marks that stand where none can be filled. Does not say what marks mean.
#pragma once

#include <string>
#include <vector>

#include "office/template_text.hpp"

namespace office {

/// A cell of a table that a paragraph lies in.
struct DocxCell {
    std::uint32_t table = 0, row = 0, cell = 0;
    bool operator==(const DocxCell&) const = default;
};
struct TemplateParagraph {
    std::uint32_t element = 0, container = 0;
    std::string place;            // 第3段, 表2第4行第2格
    std::vector<DocxCell> cells;  // from the outermost in
    TemplateText text;
    bool bears_more = false;  // a picture, a page break, the end of a section
    std::vector<Mark> marks = {};
};

/// `where`: what stands before each place, "页眉"; "" in the body. Faults go to `scope`.
[[nodiscard]] std::vector<TemplateParagraph> paragraphs_of(const XmlSpans& spans,
                                                           const std::string& where,
                                                           MarkScope& scope);
/// The rows of a table and the cells of a row, whatever wraps them.
[[nodiscard]] std::vector<std::uint32_t> elements_in(const XmlSpans& spans, std::uint32_t of,
                                                     std::string_view name);

}  // namespace office
