// Every route of every module, put together once. Knows constructors and no rule.
#pragma once

#include <exception>
#include <optional>
#include <vector>

#include "app/installation.hpp"
#include "http/http.hpp"
#include "http/metrics.hpp"

namespace app {

/// All endpoints: the modules' under /api/v1, /healthz, /metrics, and the pages for the rest.
/// `installation` and `metrics` must outlive the routes.
[[nodiscard]] std::vector<http::Route> all_routes(Installation& installation,
                                                  const http::Metrics& metrics);

/// What exceptions of the modules mean to a client: storage_full, database_not_reachable.
[[nodiscard]] std::optional<base::Error> explain(const std::exception& exception);

}  // namespace app
