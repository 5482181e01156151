// Walks the ledger parts of an outline and builds areas, problems, manifestations and measures from
// them. Reads paragraphs only; tables have a reader of their own.
#pragma once

#include <vector>

#include "plan/grammar_sections.hpp"
#include "plan/plan_document.hpp"

namespace plan {

[[nodiscard]] std::vector<ReadArea> ledger_of(const Outline& outline, const Sections& sections);

/// A line with which a ledger is over though no section begins: 特此报告, 联系电话：…, date,
/// signature.
[[nodiscard]] bool closes_ledger(const Line& line);

}  // namespace plan
