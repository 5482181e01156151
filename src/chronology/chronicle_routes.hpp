// The endpoints of the chronology.
#pragma once

#include <vector>

#include "chronology/chronicle_actions.hpp"
#include "http/http.hpp"

namespace chronology {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(const Needs& needs);

}  // namespace chronology
