// All endpoints of inspections: rounds and teams, feedback, clues handed over.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "ledger/recorder_actions.hpp"

namespace inspections {

using Needs = ledger::Needs;

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

/// One family each; routes() puts them together.
[[nodiscard]] std::vector<http::Route> round_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> feedback_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> clue_routes(Needs needs);

}  // namespace inspections
