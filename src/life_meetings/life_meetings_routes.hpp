// The endpoints of life meetings: their plans.
#pragma once

#include <vector>

#include "documents/making_actions.hpp"
#include "http/http.hpp"

namespace life_meetings {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(const documents::Needs& needs);

}  // namespace life_meetings
