// All endpoints of this module.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "notify/needs.hpp"

namespace notify {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

/// One family each; routes() puts them together.
[[nodiscard]] std::vector<http::Route> message_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> mail_routes(Needs needs);

}  // namespace notify
