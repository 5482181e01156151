// Units and persons as sheets of a workbook: the template with its instructions, what stands in a
// filled one, and the bad rows of it given back with what is wrong.
#pragma once

#include "accounts/unit_import.hpp"
#include "office/document.hpp"
#include "office/workbook.hpp"

namespace accounts {

/// With choices, remarks at the headings, and a sheet that explains each column.
[[nodiscard]] office::Workbook unit_template(base::Instant now);

/// The rows of every sheet whose head names units or persons, whatever the sheet is called and
/// wherever its head stands. Refuses: workbook_must_be_xlsx, unit_workbook_without_header,
/// too_many_rows_to_import (args count, accepted). A column that is missing is a fault of its
/// sheet.
[[nodiscard]] base::Result<UnitSheets> read_unit_sheets(const office::Document& document);

/// The bad rows as they were written, in the template, each with its faults in a last column.
[[nodiscard]] office::Workbook returned_rows(const UnitSheets& sheets, const UnitImport& import,
                                             base::Instant now);

}  // namespace accounts
