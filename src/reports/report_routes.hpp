// All endpoints of reports.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "reports/ledger_book_actions.hpp"

namespace reports {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace reports
