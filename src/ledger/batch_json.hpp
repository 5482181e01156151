// Changes of many rows on the wire: what is asked for, what would come of it, what came of it.
#pragma once

#include "http/http.hpp"
#include "ledger/batch_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

/// POST …/batches/preview?view=measures&status=under_way…: the list's address says which rows where
/// the body names none: {"rows":["…"]|null,"change":{…}}. Refuses what read_list_address refuses.
[[nodiscard]] base::Result<BulkQuestion> read_bulk_question(const http::Request& request);
/// {"id","view","change","reason","rows":[{"id","version"}],"quiet"}. A change is
/// {"deadline":{…},"holders":[{"role","way","holders":[…],"instead_of":{…}}],"demands":[…]}, each
/// where it is wanted; a role is called as in the rows: "lead_leaders".
[[nodiscard]] base::Result<BulkOrder> read_bulk_order(std::string_view body);
/// {"id","reason","quiet"}
[[nodiscard]] base::Result<UndoOrder> read_undo_order(std::string_view body);
/// "outcome", "page", "page_size" of the rows of a batch.
[[nodiscard]] base::Result<BatchRowFilter> read_batch_row_filter(const http::Request& request);

/// {"counts":{…},"rows":[…]}
[[nodiscard]] std::string to_json(const std::vector<BatchedRow>& rows, const Reader& reader);
/// {"batch":{…},"rows":[…]}
[[nodiscard]] std::string to_json(const BatchReport& report, const Reader& reader);
[[nodiscard]] std::string to_json(const BatchPage& page, const Page& asked, const Reader& reader);

}  // namespace ledger
