// Undoing an import: what it made goes, what it changed stands as before.
#include "ledger/removal_store.hpp"
#include "plan/apply_actions.hpp"
#include "plan/difference.hpp"

namespace plan {
namespace {

base::Result<void> restore_problem(ledger::Recorder& recorder, const Effect& effect) {
    const auto id = ledger::ProblemId::parse(effect.subject_id).value_or(ledger::ProblemId{});
    const auto now = ledger::load_problem(recorder.transaction(), id, base::unbounded());
    if (!now) return now.error();
    const auto saved = recorder.save(*now, put_back(*now, effect.before), "undo_import");
    if (!saved) return saved.error();
    const auto placed = recorder.place_again(*saved);
    if (!placed) return placed.error();
    return {};
}

base::Result<void> restore_measure(ledger::Recorder& recorder, const Effect& effect) {
    const auto id = ledger::MeasureId::parse(effect.subject_id).value_or(ledger::MeasureId{});
    const auto now = ledger::load_measure(recorder.transaction(), id, base::unbounded());
    if (!now) return now.error();
    const auto saved = recorder.save(*now, put_back(*now, effect.before), "undo_import");
    if (!saved) return saved.error();
    return {};
}

}  // namespace

base::Result<void> take_back(ledger::Recorder& recorder, const std::vector<Effect>& effects) {
    // Backwards: what was made last hangs on what was made first.
    for (auto effect = effects.rbegin(); effect != effects.rend(); ++effect) {
        if (effect->what == Effect::What::created) {
            auto gone = ledger::delete_row(recorder.transaction(), effect->subject_kind,
                                           effect->subject_id);
            if (!gone) return gone;
            recorder.note("undo_import", effect->subject_kind, effect->subject_id);
            continue;
        }
        auto restored = effect->subject_kind == "problem"   ? restore_problem(recorder, *effect)
                        : effect->subject_kind == "measure" ? restore_measure(recorder, *effect)
                                                            : restore_phase(recorder, *effect);
        if (!restored) return restored;
    }
    return {};
}

}  // namespace plan
