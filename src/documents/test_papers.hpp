// Test support: what stands in a paper, to be looked for.
#pragma once

#include <string>
#include <vector>

#include "office/paper.hpp"

namespace documents::testing {

/// Runs of a paragraph joined, cells of a row with | behind each, a line each.
inline std::string text_of(const office::Paper& paper) {
    std::string text;
    for (const auto& section : paper.sections)
        for (const auto& part : section.parts) {
            if (const auto* line = std::get_if<office::Paragraph>(&part)) {
                for (const auto& run : line->runs) text += run.text;
                text += '\n';
                continue;
            }
            for (const auto& row : std::get<office::PaperTable>(part).rows) {
                for (const auto& cell : row.cells) text += cell.text + '|';
                text += '\n';
            }
        }
    return text;
}

/// The tables of a paper, in order.
inline std::vector<office::PaperTable> tables_of(const office::Paper& paper) {
    std::vector<office::PaperTable> tables;
    for (const auto& section : paper.sections)
        for (const auto& part : section.parts)
            if (const auto* table = std::get_if<office::PaperTable>(&part))
                tables.push_back(*table);
    return tables;
}

}  // namespace documents::testing
