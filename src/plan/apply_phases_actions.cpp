// Setting the phases of a programme as a document has them.
#include <algorithm>

#include "ledger/news_actions.hpp"
#include "ledger/phase_step_actions.hpp"
#include "ledger/task_store.hpp"
#include "plan/apply_actions.hpp"
#include "plan/planned_phase.hpp"

namespace plan {
namespace {

using ledger::Phase;

/// The phase that stands for the same part of the work, and that no other of the document has
/// taken.
std::optional<Phase> standing_for(const std::vector<Phase>& phases, std::string_view name) {
    const auto usual = usual_phase_named(name);
    const auto found = std::find_if(phases.begin(), phases.end(), [&](const Phase& phase) {
        return phase.name == name || (usual && usual_phase_named(phase.name) == usual);
    });
    return found == phases.end() ? std::nullopt : std::optional(*found);
}

base::Result<Phase> set_phase(ledger::Recorder& recorder, PlannedPhase& planned,
                              std::vector<Phase>& standing_yet, Applied& applied) {
    const auto standing = standing_for(standing_yet, planned.phase.name);
    if (!standing) {
        planned.phase.id = ledger::PhaseId::make(recorder.now(), recorder.random());
        auto made = ledger::insert_phase(recorder, planned.phase, recorder.actor(), "import");
        if (made)
            applied.effects.push_back({Effect::What::created, "phase", made->id.text(), 1, {}});
        return made;
    }
    std::erase_if(standing_yet, [&](const Phase& phase) { return phase.id == standing->id; });
    auto saved = ledger::save_phase(recorder, *standing, planned.phase, "import");
    if (saved && *saved != *standing)
        applied.effects.push_back({Effect::What::changed, "phase", saved->id.text(), saved->version,
                                   fields_kept(*standing)});
    return saved;
}

base::Result<void> set_milestones(ledger::Recorder& recorder, const Phase& phase,
                                  std::vector<ledger::TaskDraft>& milestones, Applied& applied) {
    const ledger::TaskOrigin origin{ledger::OriginKind::milestone, phase.id.text()};
    const auto there = ledger::list_tasks_of(recorder.transaction(), origin, base::unbounded());
    std::vector<ledger::Task> added;
    for (auto& draft : milestones) {
        const bool known = std::any_of(there.begin(), there.end(), [&](const ledger::Task& task) {
            return task.text == draft.text;
        });
        if (known || draft.deadline.date < recorder.today()) continue;
        draft.id = ledger::TaskId::make(recorder.now(), recorder.random());
        draft.unit = recorder.programme().inspected_unit;
        auto task = ledger::new_task(draft, origin, recorder.actor());
        if (!task) return task.error();
        recorder.insert(*task, "import");
        applied.effects.push_back({Effect::What::created, "task", task->id.text(), 1, {}});
        added.push_back(std::move(*task));
    }
    applied.report.milestones += static_cast<std::int64_t>(added.size());
    ledger::tell_of_new(recorder, added);
    return {};
}

}  // namespace

base::Result<void> apply_phases(ledger::Recorder& recorder, const std::vector<ReadPhase>& read,
                                Applied& applied) {
    if (ledger::why_not_set_phases(recorder.actor())) return {};  // May import, but not edit.
    const auto feedback = recorder.programme().feedback_on;
    auto planned = planned_phases(read, feedback ? std::optional(feedback->year()) : std::nullopt);
    auto standing_yet = ledger::list_phases(recorder.transaction(), recorder.programme().id);
    for (auto& one : planned) {
        const auto phase = set_phase(recorder, one, standing_yet, applied);
        if (!phase) return phase.error();
        ++applied.report.phases;
        auto set = set_milestones(recorder, *phase, one.milestones, applied);
        if (!set) return set;
    }
    return {};
}

base::Result<void> restore_phase(ledger::Recorder& recorder, const Effect& effect) {
    const auto id = ledger::PhaseId::parse(effect.subject_id).value_or(ledger::PhaseId{});
    const auto now = ledger::find_phase(recorder.transaction(), id);
    if (!now) return base::refuse(base::ErrorKind::not_found, "phase_unknown");
    const auto saved = ledger::save_phase(recorder, *now, phase_kept(effect.before), "undo_import");
    if (!saved) return saved.error();
    return {};
}

}  // namespace plan
