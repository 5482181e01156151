// All endpoints of inspections: rounds and teams, feedback, clues handed over.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "ledger/evidence_actions.hpp"

namespace inspections {

using Needs = ledger::Needs;

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

/// One family each; routes() puts them together.
[[nodiscard]] std::vector<http::Route> round_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> feedback_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> clue_routes(Needs needs);

/// The file of a feedback; not among routes(), for it needs a place to lie in. As above.
[[nodiscard]] std::vector<http::Route> feedback_file_routes(const ledger::EvidenceNeeds& needs);

}  // namespace inspections
