// The endpoints of what is made public.
#pragma once

#include <vector>

#include "disclosure/beginning_actions.hpp"
#include "disclosure/publishing_actions.hpp"
#include "http/http.hpp"

namespace disclosure {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace disclosure
