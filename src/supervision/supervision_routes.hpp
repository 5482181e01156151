// The endpoints of supervision.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "ledger/evidence_actions.hpp"
#include "supervision/accountability_actions.hpp"

namespace supervision {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);
/// One family each.
[[nodiscard]] std::vector<http::Route> check_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> interview_routes(Needs needs);

/// Files at the rows of checks; not among routes(), for they need a place to lie in. As above.
[[nodiscard]] std::vector<http::Route> check_file_routes(const ledger::EvidenceNeeds& needs);

}  // namespace supervision
