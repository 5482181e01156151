// What people do with the phases of a programme. Each change is one transaction with its entry in
// the programme's chain.
#pragma once

#include "ledger/phase_store.hpp"
#include "ledger/recorder_actions.hpp"
#include "ledger/task_store.hpp"

namespace ledger {

struct PhaseView {
    Phase phase;
    std::vector<Task> milestones;  // those in sight, by due day
};
struct PhasesView {
    Programme programme;
    std::vector<PhaseView> phases;
    TaskCounts tasks;  // of the whole programme, wherever they come from
};
/// Refuses: programme_not_found.
[[nodiscard]] base::Result<PhasesView> view_phases(const Needs& needs, const base::Actor& actor,
                                                   ProgrammeId programme);

/// All below answer with the phases as they are then and refuse what write() in phase.hpp refuses.
/// Sent again under the same id: as it is. Refuses: programme_not_found, too_many_phases.
[[nodiscard]] base::Result<PhasesView> add_phase(const Needs& needs, const base::Actor& actor,
                                                 ProgrammeId programme, const PhaseDraft& draft);
struct SeenPhase {
    PhaseId id;
    std::int64_t version = 0;
};
/// Refuses: phase_unknown, somebody_else_changed_it.
[[nodiscard]] base::Result<PhasesView> edit_phase(const Needs& needs, const base::Actor& actor,
                                                  const SeenPhase& seen, const PhaseDraft& draft);
/// Refuses: phase_unknown, somebody_else_changed_it, phase_has_milestones (that are not dropped).
[[nodiscard]] base::Result<PhasesView> remove_phase(const Needs& needs, const base::Actor& actor,
                                                    const SeenPhase& seen);
/// The usual phases with those of their milestones whose day is not over. Refuses:
/// programme_not_found, phases_are_set_already.
[[nodiscard]] base::Result<PhasesView> set_usual_phases(const Needs& needs,
                                                        const base::Actor& actor,
                                                        ProgrammeId programme);
/// A task of the phase. Refuses: phase_unknown, and as add_task().
[[nodiscard]] base::Result<PhasesView> add_milestone(const Needs& needs, const base::Actor& actor,
                                                     PhaseId phase, const TaskDraft& draft);

/// A phase that goes on, as the home page shows it.
struct CurrentPhase {
    std::string programme_title;
    Phase phase;
    std::int64_t milestones = 0, confirmed = 0, overdue = 0;  // those in sight, without dropped
    std::optional<Task> next;                                 // the first that is not over
};
/// Of one programme, or of all in sight; the first to end comes first; not more than ten.
[[nodiscard]] std::vector<CurrentPhase> view_current_phases(
    const Needs& needs, const base::Actor& actor, std::optional<ProgrammeId> programme = {});

}  // namespace ledger
