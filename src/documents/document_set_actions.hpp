// What people do with sets of documents that are kept under a name. Each refuses
// programme_not_found first (also outside the scope).
#pragma once

#include "documents/document_set_store.hpp"
#include "documents/making_actions.hpp"

namespace documents {

struct DocumentSets {
    std::vector<DocumentSet> rows;  // shared ones first, by name
    bool may_share = false;
    std::string issuer;  // who signs letters and reports here
};
[[nodiscard]] base::Result<DocumentSets> view_document_sets(const Needs& needs,
                                                            const base::Actor& actor,
                                                            ledger::ProgrammeId programme);
/// Refuses besides: as keep().
[[nodiscard]] base::Result<DocumentSets> keep_document_set(const Needs& needs,
                                                           const base::Actor& actor,
                                                           ledger::ProgrammeId programme,
                                                           const DocumentSet& wanted);
/// One that is gone already is gone. Refuses besides: as why_not_keep().
[[nodiscard]] base::Result<DocumentSets> drop_document_set(const Needs& needs,
                                                           const base::Actor& actor,
                                                           ledger::ProgrammeId programme,
                                                           DocumentSetId id);

}  // namespace documents
