#include "ledger/phase_step_actions.hpp"

#include <algorithm>

#include "calendar/calendar_store.hpp"

namespace ledger {
namespace {

void note(Recorder& recorder, std::string_view act, const Phase& phase) {
    recorder.note(act, "phase", phase.id.text(),
                  {{"name", phase.name},
                   {"from_on", phase.from.text},
                   {"until_on", phase.until.text},
                   {"description", phase.description}});
}

/// Writes the positions that are not what they were.
void save_order(db::Transaction& transaction, const std::vector<Phase>& before,
                const std::vector<Phase>& after) {
    for (const auto& phase : after)
        if (std::find(before.begin(), before.end(), phase) == before.end())
            save_phase_place(transaction, phase);
}

}  // namespace

ProgrammeReckoning::ProgrammeReckoning(Recorder& recorder)
    : events(events_of(recorder.programme())),
      calendar(calendar::load_calendar(recorder.transaction(), calendar::year_min,
                                       calendar::year_max)) {}

base::Result<Phase> insert_phase(Recorder& recorder, const PhaseDraft& draft,
                                 const base::Actor& actor, std::string_view act) {
    auto& transaction = recorder.transaction();
    const auto before = list_phases(transaction, recorder.programme().id);
    if (before.size() >= phases_max)
        return base::refuse(base::ErrorKind::invalid, "too_many_phases", "",
                            {{"accepted", std::to_string(phases_max)}});
    const ProgrammeReckoning reckoning(recorder);
    auto phase = write({draft.id, recorder.programme().id}, draft, reckoning, actor);
    if (!phase) return phase;
    const auto after = arranged(before, *phase, draft.position);
    insert_phase(transaction, *phase);
    save_order(transaction, before, after);
    note(recorder, act, *phase);
    return std::move(*find_phase(transaction, draft.id));
}

base::Result<Phase> save_phase(Recorder& recorder, const Phase& before, const PhaseDraft& draft,
                               std::string_view act) {
    auto& transaction = recorder.transaction();
    const ProgrammeReckoning reckoning(recorder);
    const auto after = write(before, draft, reckoning, recorder.actor());
    if (!after) return after;
    const auto standing = list_phases(transaction, before.programme);
    auto order = standing;
    if (draft.position > 0) order = arranged(standing, before, draft.position);
    if (*after == before && order == standing) return before;
    if (auto saved = save_phase(transaction, *after); !saved) return saved.error();
    for (auto& phase : order) {  // What was saved just now is not undone by its place.
        if (phase.id != before.id) continue;
        phase.begins_on = after->begins_on;
        phase.ends_on = after->ends_on;
    }
    save_order(transaction, standing, order);
    note(recorder, act, *after);
    return std::move(*find_phase(transaction, before.id));
}

void place_phases_again(Recorder& recorder) {
    const auto phases = list_phases(recorder.transaction(), recorder.programme().id);
    if (phases.empty()) return;
    const ProgrammeReckoning reckoning(recorder);
    for (const auto& phase : phases) {
        const auto after = placed(phase, reckoning);
        if (after != phase) save_phase_place(recorder.transaction(), after);
    }
}

base::Result<void> save_dates(Recorder& recorder, const Programme& after) {
    const auto before = recorder.programme();
    if (auto saved = recorder.save(after); !saved) return saved.error();
    if (events_of(before) == events_of(after)) return {};
    for (const auto& problem : list_problems(recorder.transaction(), after.id)) {
        const auto placed = recorder.place_again(problem);
        if (!placed) return placed.error();
    }
    recorder.place_tasks_again();
    place_phases_again(recorder);
    return {};
}

}  // namespace ledger
