// The parts that the ledger fills, and the whole report with its figures in words. Pure.
#pragma once

#include "narrative/narrative.hpp"
#include "narrative/source_store.hpp"

namespace narrative {

/// The lines of a live part as its reader may see it.
[[nodiscard]] std::vector<Line> lines_of(Part part, const Source& source, const Figures& figures);
/// Every part that the reader of `source` may see, headings numbered, figures in words.
[[nodiscard]] Document compose(const std::vector<Section>& sections, const Source& source,
                               const Figures& figures);
/// What is left to be filled in in a written text, figures aside.
[[nodiscard]] std::vector<std::string> placeholders_of(std::string_view text);

}  // namespace narrative
