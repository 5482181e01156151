// The endpoints of official documents.
#pragma once

#include <vector>

#include "documents/document_actions.hpp"
#include "http/http.hpp"

namespace documents {

/// Which document a request names: kind and id in the path, the day and the form of a plan in the
/// query. Refuses: document_kind_unknown, expected_date, unknown_name.
[[nodiscard]] base::Result<WantedDocument> wanted_in(const http::Request& request);
/// "form" of the query. Refuses unknown_name.
[[nodiscard]] base::Result<FileForm> form_in_query(const http::Request& request);
/// A document as it was made, or why it was not.
[[nodiscard]] http::Response send_document(const reports::Needs& needs,
                                           const base::Result<DocumentFile>& made, FileForm form);

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

}  // namespace documents
