// Ledger tables of Word and Excel: rows to areas, problems, manifestations and measures. Merged
// cells, blank cells under a value, rows that head an area, repeated heads, tables that go on over
// a page, form tables.
#pragma once

#include <string>
#include <vector>

#include "plan/grammar_outline.hpp"
#include "plan/plan_document.hpp"

namespace plan {

/// What one table holds. Without problems of its own (only 对应问题序号) its rows refer by
/// `number`.
struct TableLedger {
    std::vector<ReadArea> areas;
    bool refers = false;  // problems stand for a number or wording read elsewhere
    bool has_measures = false;
};

/// All ledger tables of the document, in order. `around`: the outline that tells under which
/// heading a table stands.
[[nodiscard]] std::vector<TableLedger> tables_of(const Outline& around);

}  // namespace plan
