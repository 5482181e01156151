// The endpoints of opinions.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "opinions/box_actions.hpp"

namespace opinions {

/// What `needs` refers to, and `tries`, must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(const documents::Needs& needs, CodeTries& tries);

/// Codes, the box, and the page that asks for no account; among routes().
[[nodiscard]] std::vector<http::Route> box_routes(const documents::Needs& needs, CodeTries& tries);

}  // namespace opinions
