// The endpoints of the calendar.
#pragma once

#include <vector>

#include "calendar/calendar_actions.hpp"
#include "http/http.hpp"

namespace calendar {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace calendar
