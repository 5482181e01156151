// The runs of one paragraph of a Word document as pieces of its text, and changing them.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "office/docx_text.hpp"

namespace office {

/// Some bytes of a paragraph's text and the w:t they come from; none for tabs and breaks.
struct DocxPiece {
    std::size_t begin = 0, end = 0;
    pugi::xml_node text, run;
};
struct DocxRuns {
    std::string text;
    std::vector<DocxPiece> pieces;
    std::vector<pugi::xml_node> boxes;  // w:txbxContent that hangs on it
};
/// `prefix` stands in front of the text and belongs to no run.
[[nodiscard]] DocxRuns runs_of(const pugi::xml_node& paragraph, std::string prefix);

/// Of the piece that holds the range, those bytes become `words`; `last_id` is the last id given to
/// a revision of this document.
struct DocxRevision {
    Marks marks = Marks::tracked;
    base::Instant now;
    int& last_id;
};
void change_piece(DocxPiece& piece, std::size_t begin, std::size_t end, const std::string& words,
                  DocxRevision& revision);

}  // namespace office
