// The endpoints of sittings and of what follows them.
#pragma once

#include <vector>

#include "documents/making_actions.hpp"
#include "http/http.hpp"

namespace sittings {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(documents::Needs needs);

}  // namespace sittings
