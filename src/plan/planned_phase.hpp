// What a document says of its phases, as the ledger keeps phases: those with two days that can be
// read, their dated sentences as milestones, the other sentences as their work. Pure.
#pragma once

#include <optional>
#include <vector>

#include "ledger/fields.hpp"
#include "ledger/phase.hpp"
#include "plan/plan_document.hpp"

namespace plan {

struct PlannedPhase {
    ledger::PhaseDraft phase;                   // without an id
    std::vector<ledger::TaskDraft> milestones;  // without ids and units
    bool operator==(const PlannedPhase&) const = default;
};
/// Nothing of a phase whose days are left open (X月X日). `year`: of days that name none; an end
/// before its beginning lies in the year after.
[[nodiscard]] std::vector<PlannedPhase> planned_phases(const std::vector<ReadPhase>& read,
                                                       std::optional<int> year);

/// Which of the three usual phases a name speaks of (动员, 整改, 建章), or none.
[[nodiscard]] std::optional<int> usual_phase_named(std::string_view name);

/// What an import changes of a phase, as it is now: enough to put it back.
[[nodiscard]] ledger::Fields fields_kept(const ledger::Phase& phase);
/// What fields_kept() kept.
[[nodiscard]] ledger::PhaseDraft phase_kept(const ledger::Fields& fields);

}  // namespace plan
