// Reporting through a workbook, on the wire: what a check found, what came of applying it.
#pragma once

#include "ledger/row_json.hpp"
#include "reports/progress_actions.hpp"

namespace reports {

[[nodiscard]] std::string_view name_of(RowOutcome outcome);
/// {"mark","counts","rows","faults","notes"}; `reader` is told the names he may know.
[[nodiscard]] std::string to_json(const ProgressCheck& check, const ledger::Reader& reader);
/// {"rows":[{"sheet","row","number","outcome"}]}.
[[nodiscard]] std::string to_json(const std::vector<ProgressRow>& rows);

/// "3,17": running numbers. Refuses expected_integer (field mine).
[[nodiscard]] base::Result<std::set<std::int64_t>> read_numbers(std::string_view text);

}  // namespace reports
