// The full ledger (整改台账) as a table: one line a measure, area and problem said once and merged
// over their lines. Pure: from rows to texts.
#pragma once

#include <string>
#include <vector>

#include "ledger/ledger_list_store.hpp"
#include "office/workbook.hpp"
#include "reports/ledger_sheet_store.hpp"

namespace reports {

/// Everything the sheet is made from.
struct SheetSource {
    std::vector<ledger::MeasureRow> measures;  // in the order of the ledger
    std::vector<ledger::ProblemRow> problems;  // in the order of the ledger
    std::map<ledger::MeasureId, MeasureFacts> measure_facts;
    std::map<ledger::ProblemId, ProblemFacts> problem_facts;
};

/// The columns of the full ledger, in their order.
[[nodiscard]] std::vector<office::SheetColumn> sheet_columns();
/// A problem without a measure has one row. Measures stand under their own problem. Groups: area,
/// problem.
[[nodiscard]] std::vector<office::SheetRow> rows_of(const SheetSource& source, base::Date today);

/// 已完成, 整改中 … as the ledger prints it.
[[nodiscard]] std::string_view words_of(ledger::MeasureStatus status);
[[nodiscard]] std::string_view words_of(ledger::ProblemStatus status);

}  // namespace reports
