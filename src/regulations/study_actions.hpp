// Writing down what was studied. Each change is one transaction with its entry in the programme's
// chain.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "regulations/study_store.hpp"

namespace regulations {

/// Sent again with the same content: as it is. Refuses: programme_not_found, unit_unknown, as
/// why_not_keep(), as check(), same_id_other_content.
[[nodiscard]] base::Result<Study> add_study(const ledger::Needs& needs, const base::Actor& actor,
                                            const Study& wanted);
/// Refuses: study_unknown (also outside the scope), as why_not_keep(), somebody_else_changed_it.
[[nodiscard]] base::Result<void> remove_study(const ledger::Needs& needs, const base::Actor& actor,
                                              StudyId id, std::int64_t version);
/// Refuses: programme_not_found.
[[nodiscard]] base::Result<StudyPage> list_study_page(const ledger::Needs& needs,
                                                      const base::Actor& actor,
                                                      base::ProgrammeId programme,
                                                      const ledger::Page& page);

}  // namespace regulations
