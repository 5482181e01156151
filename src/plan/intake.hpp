// Reads a rectification document: what it is, its ledger, its background, and what is wrong with
// it. Pure: no file, no clock, no database. Invents nothing: what the document does not say stays
// empty.
#pragma once

#include "office/document.hpp"
#include "plan/plan_document.hpp"

namespace plan {

/// Linear in the text; never refuses: a document without a ledger has no areas.
[[nodiscard]] PlanDocument read_plan(const office::Document& document);

}  // namespace plan
