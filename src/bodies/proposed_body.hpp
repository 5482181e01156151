// What a plan says of the bodies that lead the work, as bodies of the programme. Nothing is
// invented: names that the plan leaves open (X) are left out, and whoever is named stays a name
// until somebody says who that is. Pure.
#pragma once

#include <vector>

#include "bodies/body.hpp"
#include "plan/plan_document.hpp"

namespace bodies {

/// Those that say something, each name once; what bears the name of one of `standing` is left out,
/// and so is a leading group where one leads already. Of several the first is the leading group,
/// the others are other bodies.
[[nodiscard]] std::vector<BodyTerms> proposed_bodies(const std::vector<plan::ReadBody>& read,
                                                     const std::vector<Body>& standing);

}  // namespace bodies
