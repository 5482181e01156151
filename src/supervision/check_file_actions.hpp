// Files at the rows of a check: brought by its team while it is under way, looked at by whoever
// sees the row. Each change is one transaction with its entry in the programme's chain.
#pragma once

#include "ledger/evidence_actions.hpp"
#include "supervision/check_actions.hpp"

namespace supervision {

/// Sent again with the same content: as it is. Refuses: check_row_unknown, as why_not(fill_in),
/// what evidence::check() and ledger::keep_brought() refuse, row_has_too_many_files (args
/// accepted), same_id_other_content.
[[nodiscard]] base::Result<CheckView> bring_check_file(const ledger::EvidenceNeeds& needs,
                                                       const base::Actor& actor, CheckRowId row,
                                                       const ledger::EvidenceUpload& upload);
/// Refuses: evidence_not_found (also out of sight), as why_not(fill_in),
/// removal_reason_says_nothing (args accepted).
[[nodiscard]] base::Result<CheckView> remove_check_file(const Needs& needs,
                                                        const base::Actor& actor,
                                                        evidence::EvidenceId id,
                                                        std::string_view reason);
/// Refuses: evidence_not_found, evidence_file_is_gone.
[[nodiscard]] base::Result<ledger::FetchedEvidence> fetch_check_file(
    const ledger::EvidenceNeeds& needs, const base::Actor& actor, evidence::EvidenceId id);

}  // namespace supervision
