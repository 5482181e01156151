// Writing a draft into a ledger, inside the transaction of an import: new rows are made, rows that
// stand are told again and changed only where no person decided otherwise, nothing is ever taken
// away.
#pragma once

#include "plan/import_actions.hpp"

namespace plan {

struct Applied {
    CheckReport report;
    std::vector<Effect> effects;
};

/// `draft` must be without faults; `document` names the source in the rows. Refuses
/// somebody_else_changed_it.
[[nodiscard]] base::Result<Applied> apply_draft(ledger::Recorder& recorder, const Draft& draft,
                                                const std::string& document, NewUnits new_units);
/// The phases that the document has, with days that can be read: what stands for the same part of
/// the work is changed, others are added; dated sentences become
/// milestones of the inspected unit, unless their day is over.
[[nodiscard]] base::Result<void> apply_phases(ledger::Recorder& recorder,
                                              const std::vector<ReadPhase>& read, Applied& applied);
/// A phase as it was before.
[[nodiscard]] base::Result<void> restore_phase(ledger::Recorder& recorder, const Effect& effect);
/// Takes the effects back; the caller made sure that nobody worked on them.
[[nodiscard]] base::Result<void> take_back(ledger::Recorder& recorder,
                                           const std::vector<Effect>& effects);
/// Names that no unit and no person bears, in the order of the draft.
[[nodiscard]] std::vector<std::string> unresolved_in(db::Transaction& transaction,
                                                     const Draft& draft);

}  // namespace plan
