// The endpoints of links to ordinary work plans.
#pragma once

#include <vector>

#include "chronology/work_plan_actions.hpp"
#include "http/http.hpp"

namespace chronology {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> work_plan_routes(ledger::Needs needs);

}  // namespace chronology
