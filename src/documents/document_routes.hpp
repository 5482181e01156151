// The endpoints of official documents.
#pragma once

#include <vector>

#include "documents/document_actions.hpp"
#include "http/http.hpp"

namespace documents {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace documents
