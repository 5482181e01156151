// How a list lies on its sheet: which cells become one, how wide columns and how high rows must be
// so that no text is cut off. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "office/workbook.hpp"

namespace office {

struct SheetLayout {
    std::vector<int> column_chars;
    std::vector<double> row_points;
    double header_points = 0;
    std::vector<std::size_t> page_starts;  // rows that begin a new page, so that no group is torn
};

// Of the printed page: A4 landscape, in points.
inline constexpr double margin_side_inches = 0.5, margin_top_inches = 0.6,
                        margin_bottom_inches = 0.7;
inline constexpr double title_points_high = 34, note_points_high = 18;

/// Columns grow beyond their wish where a text would not fit into the highest row Excel has (409
/// points).
[[nodiscard]] SheetLayout layout_of(const Sheet& sheet);
/// How many rows the cell that begins here covers: 1 unless it is merged.
[[nodiscard]] std::size_t merged_rows(const Sheet& sheet, std::size_t row, std::size_t column);
/// Empty where the row has no value for the column.
[[nodiscard]] const SheetValue& value_at(const Sheet& sheet, std::size_t row, std::size_t column);

}  // namespace office
