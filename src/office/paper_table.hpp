// Runs and tables of a .docx, the imprint among them.
#pragma once

#include <optional>
#include <pugixml.hpp>

#include "office/paper.hpp"

namespace office {

/// `half_points` instead of the size of the style.
void add_run(pugi::xml_node paragraph, const Run& run, std::optional<int> half_points);
void add_table(pugi::xml_node body, const PaperTable& table, Orientation orientation);
/// 版记 (7.4): between rules, its last one on the lower edge of the type area.
void add_imprint(pugi::xml_node body, const Imprint& imprint);

}  // namespace office
