// The endpoints of official documents.
#pragma once

#include <vector>

#include "documents/document_actions.hpp"
#include "http/http.hpp"

namespace documents {

inline constexpr std::string_view docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Which document a request names: kind and id in the path, the day in the query. Refuses:
/// document_kind_unknown, expected_date.
[[nodiscard]] base::Result<WantedDocument> wanted_in(const http::Request& request);

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace documents
