// What a careful reader would remark on: gaps in numbers, totals that differ, places not filled in,
// names left beside placeholders, quotes that do not close. Remarks only; nothing is corrected.
#pragma once

#include "plan/grammar_sections.hpp"
#include "plan/plan_document.hpp"

namespace plan {

/// Appends to `document.warnings`, in the order of the document, what concerns all of it first.
void warn(const Outline& outline, PlanDocument& document);

}  // namespace plan
