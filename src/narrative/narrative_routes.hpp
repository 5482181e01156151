// The endpoints of reports and their editions.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "reports/ledger_book_actions.hpp"

namespace narrative {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(reports::Needs needs);

}  // namespace narrative
