// What Excel lets people type into the cells of a column: one of several choices, whole numbers
// within bounds. Private to the writer of workbooks.
#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <string>
#include <vector>

#include "office/workbook.hpp"

namespace office {

/// Throws std::runtime_error that names the file unless all went well.
void must(lxw_error error, const std::filesystem::path& path);

/// The choices stand on a hidden sheet: a list inside the rule itself may not pass 255 bytes, and
/// the library overruns its buffer on Chinese ones that do.
class CellRules {
  public:
    static constexpr auto sheet_name = "可选值";

    struct Lines {
        lxw_row_t first, last;
    };

    CellRules(lxw_workbook* workbook, const std::filesystem::path& path)
        : workbook_(workbook), path_(path) {}

    void apply(lxw_worksheet* sheet, Lines lines, lxw_col_t column, const SheetColumn& what);
    /// Behind all other sheets.
    void write_lists();

  private:
    [[nodiscard]] std::string formula_of(const std::vector<std::string>& choices);

    lxw_workbook* workbook_;
    const std::filesystem::path& path_;
    std::vector<std::vector<std::string>> lists_;
};

}  // namespace office
