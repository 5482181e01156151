// Levels: which numbering style of the ledger numbers areas, which problems, manifestations or
// measures. One style has one level in a document; told by where measures stand, by wording and by
// how numbers run on.
#pragma once

#include "plan/grammar_sections.hpp"

namespace plan {

/// Replaces the provisional `problem` of every ledger node by its level. Containers and background
/// stay.
/// Sections under different containers (问题清单, 整改措施) may count differently: `under` = -1 for
/// the whole document, else only the nodes below this container.
void settle_levels(const Outline& outline, Sections& sections);

}  // namespace plan
