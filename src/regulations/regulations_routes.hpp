// The endpoints of the register of regulations.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "regulations/regulation_actions.hpp"

namespace regulations {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

/// Those of what was studied; routes() puts them beside its own.
[[nodiscard]] std::vector<http::Route> study_routes(Needs needs);

}  // namespace regulations
