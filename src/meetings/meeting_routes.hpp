// All endpoints of meetings.
#pragma once

#include <vector>

#include "accounts/needs.hpp"
#include "http/http.hpp"
#include "ledger/recorder_actions.hpp"

namespace meetings {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(ledger::Needs needs);

/// A calendar program cannot sign in: the address itself bears a token that opens nothing else.
struct FeedNeeds {
    accounts::Needs accounts;
    ledger::Needs ledger;
};
[[nodiscard]] std::vector<http::Route> feed_routes(FeedNeeds needs);

}  // namespace meetings
