// What several actions do with phases: steps in the caller's transaction, not actions themselves.
#pragma once

#include "ledger/phase_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

/// What days of the recorder's programme are reckoned from.
struct ProgrammeReckoning {
    explicit ProgrammeReckoning(Recorder& recorder);
    Events events;
    calendar::Calendar calendar;
    operator Reckoning() const { return {events, calendar}; }
};

/// A new phase in the place the draft wants. Refuses: as write(), too_many_phases.
[[nodiscard]] base::Result<Phase> insert_phase(Recorder& recorder, const PhaseDraft& draft,
                                               const base::Actor& actor, std::string_view act);
/// The phase as the draft has it; nothing is written when nothing changes. Refuses: as write(),
/// somebody_else_changed_it.
[[nodiscard]] base::Result<Phase> save_phase(Recorder& recorder, const Phase& before,
                                             const PhaseDraft& draft, std::string_view act);
/// The days of all phases, because what they are reckoned from changed.
void place_phases_again(Recorder& recorder);
/// The programme as it is now wanted; when its dates changed, the days of all that is reckoned from
/// them. Refuses: as Recorder::save.
[[nodiscard]] base::Result<void> save_dates(Recorder& recorder, const Programme& after);

}  // namespace ledger
