// References of a workbook as formulas, names and ranges write them: which rows they mean, and the
// same with other rows. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace office {

struct SheetRange {
    int top = 0, left = 0, bottom = 0, right = 0;  // from 1
    bool operator==(const SheetRange&) const = default;
};
/// "B5" or "B5:D9"; "$" does not count.
[[nodiscard]] std::optional<SheetRange> read_range(std::string_view text);
/// "B5" where it is one cell.
[[nodiscard]] std::string to_text(const SheetRange& range);
/// 28 -> "AB".
[[nodiscard]] std::string column_letters(int column);
/// "AB12" -> 28; 0 when there is none.
[[nodiscard]] int column_in(std::string_view reference);

/// Which end of a range a row is, or a cell by itself.
enum class RefEnd { single, first, last };
/// Where a row of a sheet has gone; `sheet` is "" for the sheet that the formula stands in.
using RowOf = std::function<int(std::string_view sheet, int row, RefEnd end)>;
/// The formula with every row where it has gone. Texts in quotes, names of tables and functions
/// stay.
[[nodiscard]] std::string with_rows(std::string_view formula, const RowOf& row_of);
/// What a formula says that is copied so many rows down and columns to the right.
[[nodiscard]] std::string copied_to(std::string_view formula, int rows, int columns);

}  // namespace office
