// The ledger and the lists that are views of it (R29, R57): the same rows in other columns, as
// tables over wide pages. Pure.
#pragma once

#include "documents/document.hpp"
#include "office/paper.hpp"
#include "reports/ledger_sheet_store.hpp"

namespace documents {

struct ListSource {
    std::string programme_title, inspected_unit;
    reports::SheetSource rows;
    std::map<ledger::ProblemId, std::string> documents;  // the feedback each problem comes from
    base::Date today;
};
/// `kind` is one of ledger_table, problem_list, task_list, responsibility_list, results_list.
[[nodiscard]] office::Paper list_paper(DocumentKind kind, const ListSource& source);

}  // namespace documents
