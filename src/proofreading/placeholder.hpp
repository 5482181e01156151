// What of a template was not filled in: ××, XX, ____, 【填写…】, {{…}}, 待补充, 年  月  日. Pure.
#pragma once

#include "proofreading/finding.hpp"

namespace proofreading {

/// Masked numbers (138****1234), 二○二四, X光, 某些 are none.
void find_placeholders(const Passages& passages, Found& found);

}  // namespace proofreading
