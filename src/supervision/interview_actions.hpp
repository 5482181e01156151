// Recording interviews, revoking what was recorded wrongly, and looking at them. Each change is one
// transaction with its entry in the programme's chain.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "supervision/interview_store.hpp"

namespace supervision {

using Needs = ledger::Needs;

/// The requirement becomes a task of the unit where the actor may give tasks. Sent again with the
/// same content: as it is. Refuses: as why_not_interview(), programme_not_found, as check(),
/// unit_unknown (also outside the scope), same_id_other_content.
[[nodiscard]] base::Result<Interview> record_interview(const Needs& needs, const base::Actor& actor,
                                                       const Interview& wanted);
/// Refuses: as why_not_interview(), interview_unknown (also outside the scope),
/// somebody_else_changed_it, as revoke().
[[nodiscard]] base::Result<Interview> revoke_interview(const Needs& needs, const base::Actor& actor,
                                                       InterviewId id, std::int64_t version,
                                                       std::string_view reason);
/// Refuses: as why_not_interview(), programme_not_found.
[[nodiscard]] base::Result<InterviewPage> list_interview_page(const Needs& needs,
                                                              const base::Actor& actor,
                                                              base::ProgrammeId programme,
                                                              const ledger::Page& page);

}  // namespace supervision
