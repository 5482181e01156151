// The endpoints of proof-reading and its dictionary.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "proofreading/proofread_actions.hpp"

namespace proofreading {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace proofreading
