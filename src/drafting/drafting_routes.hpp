// All endpoints of plans as documents.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "ledger/recorder_actions.hpp"

namespace drafting {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(ledger::Needs needs);

}  // namespace drafting
