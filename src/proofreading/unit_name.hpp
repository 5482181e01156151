// Names of bodies and units: inspecting teams named in two ways, 巡视 where it is 巡察, the
// inspected unit's name with a wrong character, units of somebody else's text. Pure.
#pragma once

#include "proofreading/facts.hpp"
#include "proofreading/finding.hpp"

namespace proofreading {

void find_names(const Passages& passages, const Facts* facts, Found& found);

}  // namespace proofreading
