// Opinions as sheets of a workbook: the template with its choices, what stands in a filled one, and
// its bad rows given back with what is wrong.
#pragma once

#include "office/workbook.hpp"
#include "opinions/opinion_import.hpp"

namespace opinions {

/// With the channels, those asked and the team as choices, and a sheet that explains each column.
[[nodiscard]] office::Workbook opinion_template(const LifeMeeting& meeting,
                                                const Collection& collection, base::Instant now);

/// The rows of every sheet whose head names the columns, wherever it stands. Refuses:
/// opinion_workbook_without_head, too_many_rows_to_import (args count, accepted). A column that is
/// missing is a fault of its sheet.
[[nodiscard]] base::Result<FilledOpinions> read_opinion_sheets(const office::Document& document);

/// The bad rows as they were written, in the template, each with its faults in a last column.
[[nodiscard]] office::Workbook returned_opinions(const FilledOpinions& filled,
                                                 const OpinionImport& import,
                                                 office::Workbook empty);

}  // namespace opinions
