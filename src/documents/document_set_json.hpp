// Sets of documents on the wire.
#pragma once

#include "base/result.hpp"
#include "documents/document_set.hpp"
#include "documents/document_set_actions.hpp"
#include "ledger/row_json.hpp"

namespace documents {

/// "ledger_table,notice" of an address. Refuses unknown_name (kinds, value).
[[nodiscard]] base::Result<std::vector<DocumentKind>> read_kinds(std::string_view names);
[[nodiscard]] base::Result<DocumentSet> read_document_set(std::string_view body);
[[nodiscard]] std::string to_json(const DocumentSets& sets, const ledger::Reader& reader);

}  // namespace documents
