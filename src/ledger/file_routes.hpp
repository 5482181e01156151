// Files that people bring in, and as they leave again: as what they are by their content; they run
// nothing here.
#pragma once

#include "http/http.hpp"
#include "ledger/evidence_actions.hpp"

namespace ledger {

/// What is said of a file stands in the address: the body is the file. id, name, kind, description,
/// document_date. Refuses: expected_id, unknown_name (kind), expected_date, evidence_file_empty.
[[nodiscard]] base::Result<evidence::Claim> claim_in(const http::Request& request);

/// To be saved, under a name that says what it is.
[[nodiscard]] http::Response as_download(const FetchedEvidence& fetched);
/// To be looked at in the browser: a picture, a PDF, a text. Refuses evidence_has_no_preview.
[[nodiscard]] http::Response as_view(const FetchedEvidence& fetched);
/// What the document says, see evidence/preview.hpp. Refuses as evidence::preview_of().
[[nodiscard]] http::Response as_preview(const FetchedEvidence& fetched);

}  // namespace ledger
