// All endpoints of meetings.
#pragma once

#include <functional>
#include <vector>

#include "accounts/needs.hpp"
#include "http/http.hpp"
#include "ledger/recorder_actions.hpp"
#include "meetings/calendar_feed.hpp"

namespace meetings {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(ledger::Needs needs);

/// What somebody has in the calendar beside meetings, from a module to the right.
using EventSource = std::function<std::vector<CalendarEvent>(const base::Actor&)>;
/// A calendar program cannot sign in: the address itself bears a token that opens nothing else.
struct FeedNeeds {
    accounts::Needs accounts;
    ledger::Needs ledger;
    std::vector<EventSource> sources = {};
};
[[nodiscard]] std::vector<http::Route> feed_routes(FeedNeeds needs);

}  // namespace meetings
