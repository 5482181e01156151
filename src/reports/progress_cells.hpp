// The cells of one row that somebody filled in, as a report: what they say however it is written,
// and what cannot be taken. Pure.
#pragma once

#include "reports/progress_import.hpp"

namespace reports {

struct ReadCells {
    ledger::ProgressEntry entry;
    bool submit = false;
    std::vector<office::SheetFault> faults, notes;
};

/// A percentage that was left out is what the rule proposes; `counted`: before this report. Notes
/// formula_value_taken and merged_value_taken. Faults: formula_without_value, report_text_missing,
/// text_too_long, percent_not_whole, quantity_not_whole, neither_yes_nor_no.
[[nodiscard]] ReadCells read_cells(const FilledRow& row, const ledger::Measure& measure,
                                   const std::vector<ledger::CountedResult>& counted);

/// 是, 否; nothing for anything else.
[[nodiscard]] std::optional<bool> yes_or_no(std::string_view text);
/// "1,200", "１２００", "3.0", "80%" where `unit` is "%": what is whole and within the bounds.
[[nodiscard]] std::optional<std::int64_t> whole_number(std::string_view text, std::string_view unit,
                                                       std::int64_t max);

}  // namespace reports
