// The endpoints of the office's own templates.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "templates/template_actions.hpp"

namespace templates {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(const Needs& needs);

}  // namespace templates
