// All endpoints of the journal's pages, for those who may read it and nobody else.
#pragma once

#include <vector>

#include "audit/needs.hpp"
#include "http/http.hpp"

namespace audit {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace audit
