// The parts of a report that only those see who are cleared for them: clues, petitions, and who was
// called to account. Pure.
#pragma once

#include "narrative/document.hpp"
#include "narrative/source_store.hpp"

namespace narrative {

[[nodiscard]] std::vector<Line> clue_lines(const Source& source);
/// Of the clues those that came by petition, as their source says.
[[nodiscard]] std::vector<Line> petition_lines(const Source& source);
[[nodiscard]] std::vector<Line> cadre_lines(const Source& source);

}  // namespace narrative
