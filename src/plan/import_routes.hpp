// All endpoints of imports.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "plan/import_actions.hpp"

namespace plan {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace plan
