// Measures as a workbook to be filled in without the program: what identifies a measure locked,
// what is reported open, what is to be done explained at the headings and on a sheet of its own.
// And the way back: what stands in a filled one, and its bad rows with what is wrong.
#pragma once

#include "ledger/ledger_list_store.hpp"
#include "office/workbook.hpp"
#include "reports/progress_import.hpp"

namespace reports {

/// What stands above and around the rows.
struct ProgressHead {
    std::string programme_title, unit_name;
    std::string page_head;  // of every printed page
    base::Instant now;
};

[[nodiscard]] office::Workbook progress_workbook(const ProgressHead& head,
                                                 const std::vector<ledger::MeasureRow>& rows);

/// The rows of every sheet whose head names 进展情况 and the rows' identities, wherever the head
/// and its columns stand; other sheets are left out with a note. A sheet to be filled in that has
/// lost its identities is a fault. Refuses: progress_sheet_missing, too_many_rows_to_import (args
/// count, accepted).
[[nodiscard]] base::Result<FilledSheets> read_progress_sheets(const office::Document& document);

/// The faulty rows as they were written, in the same layout, each with its faults in a column.
/// `filled` and `checked` go together row by row.
[[nodiscard]] office::Workbook returned_progress(const ProgressHead& head,
                                                 const std::vector<FilledRow>& filled,
                                                 const std::vector<CheckedRow>& checked);

}  // namespace reports
