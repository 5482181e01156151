// How each kind of paragraph looks: one table, from which the styles of a .docx are made. Sizes are
// those of GB/T 9704-2012, 5 and 7; lengths in twips (1/1440 inch), as the format has them.
#pragma once

#include <array>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "office/paper.hpp"

namespace office {

inline constexpr int twips_per_mm_x100 = 5'669;
[[nodiscard]] constexpr int twips(double mm) {
    return static_cast<int>(mm * twips_per_mm_x100 / 100 + 0.5);
}

/// A4, and on it 22 lines of 28 characters (5.2): the edges above, right of, below and left of the
/// type area of 156 × 225 mm.
inline constexpr int page_width = 11'906, page_height = 16'838, edge_top = twips(37),
                     edge_right = twips(26), edge_bottom = twips(35), edge_left = twips(28),
                     line_pitch = 579;
inline constexpr std::string_view red = "E60012";

/// The name that is written, and what is taken where no such font is installed.
struct FaceName {
    std::string_view written, otherwise;
};
[[nodiscard]] const FaceName& name_of(Face face);
/// As the paragraphs refer to it: ASCII.
[[nodiscard]] std::string_view id_of(Style style);

/// word/styles.xml.
void write_styles(pugi::xml_document& part);
/// word/fontTable.xml.
void write_fonts(pugi::xml_document& part);

/// An element with one attribute: <name w:val="value"/>.
pugi::xml_node add_value(pugi::xml_node parent, const char* name, std::string_view value);
pugi::xml_node add_value(pugi::xml_node parent, const char* name, int value);
void set(pugi::xml_node node, const char* attribute, std::string_view value);
void set(pugi::xml_node node, const char* attribute, int value);
/// The typeface of a run, or of the runs of a style.
void add_face(pugi::xml_node properties, Face face);
/// The root of a part, with the namespaces that are used here.
pugi::xml_node add_root(pugi::xml_document& part, const char* name);

}  // namespace office
