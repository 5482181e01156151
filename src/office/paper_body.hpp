// word/document.xml and the parts at the edges of its pages.
#pragma once

#include <pugixml.hpp>

#include "office/paper.hpp"

namespace office {

/// The relationships that the sections refer to; paper_docx.cpp writes them.
struct EdgeIds {
    static constexpr const char *header = "rIdHeader", *header_even = "rIdHeaderEven",
                                *header_first = "rIdHeaderFirst", *footer = "rIdFooter",
                                *footer_even = "rIdFooterEven", *footer_first = "rIdFooterFirst";
};

void write_body(pugi::xml_document& part, const Paper& paper);
/// The page number between two lines, outside: right on odd pages, left on even ones (7.5).
void write_footer(pugi::xml_document& part, bool even);
/// What stands at the head of every page; empty without it.
void write_header(pugi::xml_document& part, const std::string& page_head);
/// Of a letter's first page: the name over the double rule, and the mirrored rule (10.1).
void write_letter_header(pugi::xml_document& part, const Paper& paper);
void write_letter_footer(pugi::xml_document& part);

}  // namespace office
