// Punctuation: brackets and quotes by pair, half-width signs among hanzi, doubled stops, full-width
// digits. What stands between Latin letters and in numbers is left alone. Pure.
#pragma once

#include "proofreading/finding.hpp"

namespace proofreading {

void find_signs(const Passages& passages, Found& found);

}  // namespace proofreading
