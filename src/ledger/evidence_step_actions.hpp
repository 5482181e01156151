// What the actions on evidence have in common, looking and changing. Steps for actions; not actions
// themselves.
#pragma once

#include "ledger/evidence_actions.hpp"

namespace ledger {

/// A file that somebody brought, for whatever row of the programme: looked at, scanned, kept.
/// Whether they may bring it was asked before. `name` is clean. Refuses what evidence::type_of(),
/// the check of its content and the scan for viruses refuse.
[[nodiscard]] base::Result<evidence::StoredFile> keep_brought(const EvidenceNeeds& needs,
                                                              const Programme& programme,
                                                              const std::filesystem::path& file,
                                                              std::string_view name);
/// What was kept, under the name it was brought by. Refuses evidence_file_is_gone (args name).
[[nodiscard]] base::Result<std::shared_ptr<const evidence::Blob>> open_kept(
    const EvidenceNeeds& needs, const std::string& digest, const std::string& name);

[[nodiscard]] base::Error evidence_not_found();
[[nodiscard]] Subject subject_of(const ProvenRow& row);
/// Refuses measure_not_found, problem_not_found, also outside the scope.
[[nodiscard]] base::Result<ProvenRow> load_proven(db::Transaction& transaction, const ProvenId& at,
                                                  const base::Scope& scope);
/// A new version disturbs every row where the evidence stands, those that this person does not see
/// too. Refuses as why_not().
[[nodiscard]] std::optional<base::Error> why_not_replace(db::Transaction& transaction,
                                                         const ProvenRow& row,
                                                         const std::vector<evidence::Link>& links,
                                                         const base::Actor& actor);
/// All evidence of a row as this person sees it, and what its programme asks for there.
[[nodiscard]] EvidenceList evidence_at(db::Transaction& transaction, const base::Actor& actor,
                                       const ProvenRow& row, const Programme& programme);

}  // namespace ledger
