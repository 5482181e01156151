// The endpoints of importing units and persons from a workbook.
#pragma once

#include <vector>

#include "accounts/unit_import_actions.hpp"
#include "http/http.hpp"

namespace accounts {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> unit_import_routes(UnitImportNeeds needs);

}  // namespace accounts
