// Statements on sets of documents. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "documents/document_set.hpp"

namespace documents {

/// Shared ones and those of this account, by name. Kinds that this version does not know are left
/// out.
[[nodiscard]] std::vector<DocumentSet> list_document_sets(db::Transaction& transaction,
                                                          base::ProgrammeId programme,
                                                          base::AccountId account);
/// Writes a new one, or over the one with the id.
void save_document_set(db::Transaction& transaction, base::ProgrammeId programme,
                       const DocumentSet& one);
void delete_document_set(db::Transaction& transaction, DocumentSetId id);

}  // namespace documents
