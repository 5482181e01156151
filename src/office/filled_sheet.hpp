// Sheets that somebody filled in: a head found by its headings wherever it stands, cells by their
// column, and what is wrong named with its place. Knows no noun of any module.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "office/document.hpp"

namespace office {

/// Where a row stands in the workbook; row 0: the sheet as a whole.
struct SheetPlace {
    std::string sheet;
    int row = 0;
    bool operator==(const SheetPlace&) const = default;
    bool operator<(const SheetPlace& other) const {
        return std::tie(sheet, row) < std::tie(other.sheet, other.row);
    }
};

/// One thing that is wrong (or only worth saying), with the cell it stands in.
struct SheetFault {
    SheetPlace at;
    std::string column, value;
    base::Error error;
};

/// What stands for a row in a column of its own when it is given back, by row: each fault with its
/// column, a line each.
[[nodiscard]] std::map<SheetPlace, std::string> faults_by_row(
    const std::vector<SheetFault>& faults);

/// Only an archive is read: other formats would be sent through an outside program for nothing.
/// Refuses workbook_must_be_xlsx, then what read_document refuses.
[[nodiscard]] base::Result<Document> read_filled_workbook(const std::filesystem::path& file);

/// The rows of each sheet, in the order of the file. They point into the document.
[[nodiscard]] std::vector<std::vector<const Block*>> sheets_of(const Document& document);

/// A heading as it is compared: 单位名称*, 单位名称（必填）, 单位 名称 are the same.
[[nodiscard]] std::string heading_key(std::string_view text);
/// Which column stands under this heading, -1 when none does. One that says exactly `heading` is
/// preferred to one that says it in the words of `also`.
[[nodiscard]] int column_under(const Block& head, std::string_view heading,
                               const std::array<std::string_view, 3>& also = {});
/// The cell that covers the column, nullptr where nothing stands; for a column of -1, too.
[[nodiscard]] const Cell* cell_at(const Block& row, int column);

/// Among these first rows of a sheet a head is looked for.
inline constexpr std::size_t head_rows_max = 20;

}  // namespace office
