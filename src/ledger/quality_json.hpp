// The findings of the checks, on the wire.
#pragma once

#include <string>

#include "http/http.hpp"
#include "ledger/quality_actions.hpp"

namespace ledger {

/// check, unit, page, page_size. Refuses: number_out_of_range, unknown_name (check).
[[nodiscard]] base::Result<QualityQuestion> read_quality_question(const http::Request& request);
/// {"checks":[{"check","count"}],"units":[{"unit","count"}],"rows":[{"check","weight","view","id",
/// "number","unit","parts":[{"text","marked"}],"facts":{},"twin"}],"total","elsewhere_cut","page",
/// "page_size"}
[[nodiscard]] std::string to_json(const QualityPage& page, const QualityQuestion& asked);
/// {"rows":[{"problem":{"id","number","printed_number","text","unit","status"},"manifestation":
/// null or {"printed_number","text"},"measures","first":null or {"id","number"}}],"total",
/// "uncovered","page","page_size"}
[[nodiscard]] std::string to_json(const CoveragePage& page, const Page& asked);

}  // namespace ledger
