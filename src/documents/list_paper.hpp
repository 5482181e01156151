// The ledger and the lists that are views of it (R29, R57): the same rows in other columns, as
// tables over wide pages. Which columns, list_columns.hpp says. Pure.
#pragma once

#include "documents/document.hpp"
#include "documents/paper_words.hpp"
#include "office/paper.hpp"
#include "reports/ledger_sheet_store.hpp"

namespace documents {

struct ListSource {
    std::string programme_title, inspected_unit;
    reports::SheetSource rows;
    std::map<ledger::ProblemId, std::string> documents;  // the feedback each problem comes from
    base::Date today;
    std::string issuer = std::string(rectification_office);  // who signs letters and reports
    std::optional<base::Date> feedback_on = {};
    std::map<std::string, std::vector<std::string>> files = {};  // at each row, by its id
};
/// What counts as finished and as overdue, wherever it is counted.
[[nodiscard]] bool is_finished(const ledger::MeasureRow& row);
[[nodiscard]] bool is_overdue(const ledger::MeasureRow& row, base::Date today);

/// `kind` is a table of the ledger: ledger_table, a list, rectification_order.
[[nodiscard]] office::Paper list_paper(DocumentKind kind, const ListSource& source);

}  // namespace documents
