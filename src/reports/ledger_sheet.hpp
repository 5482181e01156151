// The full ledger (整改台账) as a table: one line a measure, area and problem said once and merged
// over their lines. Pure: from rows to texts.
#pragma once

#include <string>
#include <vector>

#include "journal/entry.hpp"
#include "ledger/ledger_list_store.hpp"
#include "office/workbook.hpp"
#include "reports/ledger_sheet_store.hpp"

namespace reports {

/// The columns of the full ledger, in their order.
[[nodiscard]] std::vector<office::SheetColumn> sheet_columns();
/// A problem without a measure has one row. Measures stand under their own problem. Groups: area,
/// problem.
[[nodiscard]] std::vector<office::SheetRow> rows_of(const SheetSource& source, base::Date today);

/// By what the rows were chosen, "" when by nothing. Words that were searched for are left out:
/// they may quote the content.
[[nodiscard]] std::string filter_in_words(const ledger::LedgerFilter& filter,
                                          std::string_view unit_name);
/// "操作留痕第 12 条 0123456789abcdef": where the journal stood, for the line below the title.
[[nodiscard]] std::string short_words_of(const journal::Head& head);
/// The same in full, with how it is checked.
[[nodiscard]] office::Sheet journal_sheet(const journal::Head& head,
                                          const std::string& programme_title);

/// For whom this copy was made, and when: on every printed page.
[[nodiscard]] std::string page_head_of(const ledger::Programme& programme, std::string_view reader,
                                       std::string_view unit, base::Instant now);

/// 制度2项, a line a kind.
[[nodiscard]] std::string results_in_words(const std::vector<ledger::CountedResult>& results);
/// 已完成, 整改中 … as the ledger prints it.
[[nodiscard]] std::string_view words_of(ledger::MeasureStatus status);
[[nodiscard]] std::string_view words_of(ledger::ProblemStatus status);

}  // namespace reports
