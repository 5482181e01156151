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
[[nodiscard]] std::vector<http::Route> webhook_routes(Needs needs);

/// Apart from routes(): its hub is fed by a thread of the server. The hub must outlive the routes.
class LiveHub;
[[nodiscard]] std::vector<http::Route> live_routes(LiveHub& hub);

}  // namespace notify
