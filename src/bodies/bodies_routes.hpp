// The endpoints of bodies and of the three tiers of a row.
#pragma once

#include <vector>

#include "bodies/body_actions.hpp"
#include "http/http.hpp"

namespace bodies {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace bodies
