// The endpoints of campaigns.
#pragma once

#include <vector>

#include "campaigns/campaign_actions.hpp"
#include "http/http.hpp"

namespace campaigns {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace campaigns
