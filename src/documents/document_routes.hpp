// The endpoints of official documents.
#pragma once

#include <vector>

#include "documents/document_actions.hpp"
#include "http/http.hpp"

namespace documents {

/// "form" of the query. Refuses unknown_name.
[[nodiscard]] base::Result<FileForm> form_in_query(const http::Request& request);
/// A document as it was made, or why it was not.
[[nodiscard]] http::Response send_document(const reports::Needs& needs,
                                           const base::Result<DocumentFile>& made, FileForm form);

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace documents
