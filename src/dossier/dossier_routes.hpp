// The endpoints of the dossier.
#pragma once

#include <vector>

#include "dossier/volume_actions.hpp"
#include "http/http.hpp"

namespace dossier {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(const Needs& needs);

}  // namespace dossier
