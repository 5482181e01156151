// The endpoints of talks.
#pragma once

#include <vector>

#include "documents/making_actions.hpp"
#include "http/http.hpp"

namespace talks {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(const documents::Needs& needs);

}  // namespace talks
