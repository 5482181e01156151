// A sheet of a template as it is written for a record: its rows where the layout puts them, and
// everything in the workbook that names rows following them.
#pragma once

#include "office/template_layout.hpp"
#include "office/xlsx_number.hpp"

namespace office {

/// What writing a sheet takes besides its layout.
struct SheetSurroundings {
    const Record& root;
    const CellFormats& formats;
    bool since_1904 = false;
    /// Where rows of other sheets went, by the sheet's name.
    RowOf row_of;
};
[[nodiscard]] std::string write_sheet(const SheetPlan& plan, const RowLayout& layout,
                                      const SheetSurroundings& around);
/// The formula as it stands in the part, with its rows where they went.
[[nodiscard]] std::string followed(std::string_view escaped_formula, const RowOf& row_of);
/// Edits that let attributes ref and sqref of a part follow the rows: tables, comments. Elements
/// from `from` on.
void follow_ranges(const XmlSpans& spans, std::uint32_t from, const RowOf& row_of,
                   std::vector<Edit>& edits);
[[nodiscard]] Edit put_text(ByteRange where, std::string text);

}  // namespace office
