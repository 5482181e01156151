// Levels: which numbering style of the ledger numbers areas, which problems, manifestations or
// measures. One style has one level in a document; told by where measures stand, by wording and by
// how numbers run on.
#pragma once

#include "plan/grammar_sections.hpp"

namespace plan {

/// Replaces the provisional `problem` of every ledger node by its level. Containers and background
/// stay.
void settle_levels(const Outline& outline, Sections& sections);

}  // namespace plan
