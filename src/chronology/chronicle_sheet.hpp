// The chronology as a workbook that prints. From rows to cells.
#pragma once

#include <vector>

#include "chronology/happening.hpp"
#include "office/workbook.hpp"

namespace chronology {

/// 日期, 类别, 人员, 事项; `rows` as they are to stand.
[[nodiscard]] office::Sheet chronicle_sheet(const std::vector<Happening>& rows,
                                            const std::string& programme_title);

}  // namespace chronology
