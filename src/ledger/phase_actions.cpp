#include "ledger/phase_actions.hpp"

#include <algorithm>

#include "ledger/news_actions.hpp"
#include "ledger/phase_step_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;
using Seen = base::Result<PhasesView>;

std::vector<std::string> ids_of(const std::vector<Phase>& phases) {
    std::vector<std::string> ids;
    for (const auto& phase : phases) ids.push_back(phase.id.text());
    return ids;
}

std::vector<Task> milestones_of(const std::vector<Task>& tasks, PhaseId phase) {
    std::vector<Task> own;
    std::copy_if(tasks.begin(), tasks.end(), std::back_inserter(own),
                 [id = phase.text()](const Task& task) { return task.origin.id == id; });
    return own;
}

PhasesView view(db::Transaction& transaction, const Programme& programme,
                const Viewpoint& viewpoint) {
    PhasesView view{programme, {}, count_tasks(transaction, programme.id, viewpoint)};
    const auto phases = list_phases(transaction, programme.id);
    const auto tasks =
        list_tasks_of_all(transaction, OriginKind::milestone, ids_of(phases), viewpoint.scope);
    for (const auto& phase : phases) view.phases.push_back({phase, milestones_of(tasks, phase.id)});
    return view;
}

/// Opens the programme, lets `act` change it, shows its phases.
template <class Change>
Seen changed(const Needs& needs, const base::Actor& actor, ProgrammeId programme, Change act) {
    return needs.database.write([&](db::Transaction& transaction) -> Seen {
        auto recorder = Recorder::open(transaction, needs, actor, programme);
        if (!recorder) return recorder.error();
        if (auto no = why_not_set_phases(actor)) return *no;
        const base::Result<void> done = act(*recorder);
        if (!done) return done.error();
        recorder->finish();
        return view(transaction, recorder->programme(), {recorder->today(), actor.scope});
    });
}

base::Result<Phase> load_phase(const Needs& needs, PhaseId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Phase> {
        auto found = find_phase(transaction, id);
        if (!found) return refuse(ErrorKind::not_found, "phase_unknown");
        return std::move(*found);
    });
}

/// The same for one phase; whoever does not see its programme does not learn that it is there.
template <class Change>
Seen changed_one(const Needs& needs, const base::Actor& actor, PhaseId id, Change act) {
    const auto found = load_phase(needs, id);
    if (!found) return found.error();
    auto seen = changed(needs, actor, found->programme, [&](Recorder& recorder) {
        const auto phase = find_phase(recorder.transaction(), id);
        if (!phase) return base::Result<void>(refuse(ErrorKind::not_found, "phase_unknown"));
        return base::Result<void>(act(recorder, *phase));
    });
    if (!seen && seen.error().code == "programme_not_found")
        return refuse(ErrorKind::not_found, "phase_unknown");
    return seen;
}

base::Result<Task> insert_milestone(Recorder& recorder, const Phase& phase, const TaskDraft& draft,
                                    const base::Actor& actor) {
    auto task = new_task(draft, {OriginKind::milestone, phase.id.text()}, actor);
    if (!task) return task;
    auto held = check_holders(recorder.transaction(), holders_of(*task));
    if (!held) return held.error();
    recorder.insert(*task, "add_task");
    return task;
}

bool is_over(const TaskDraft& draft, const ProgrammeReckoning& reckoning, base::Date today) {
    const auto day = due_on(draft.deadline, reckoning.events, reckoning.calendar, std::nullopt);
    return day && *day < today;
}

base::Result<void> insert_usual(Recorder& recorder, const base::Actor& actor) {
    const ProgrammeReckoning reckoning(recorder);
    std::vector<Task> tasks;
    for (auto& [draft, milestones] : usual_phases(recorder.programme())) {
        auto wanted = draft;
        wanted.id = PhaseId::make(recorder.now(), recorder.random());
        const auto phase = insert_phase(recorder, wanted, actor, "add_phase");
        if (!phase) return phase.error();
        for (auto milestone : milestones) {
            if (is_over(milestone, reckoning, recorder.today())) continue;
            milestone.id = TaskId::make(recorder.now(), recorder.random());
            const auto task = insert_milestone(recorder, *phase, milestone, actor);
            if (!task) return task.error();
            tasks.push_back(*task);
        }
    }
    tell_of_new(recorder, tasks);
    return {};
}

}  // namespace

base::Result<PhasesView> view_phases(const Needs& needs, const base::Actor& actor,
                                     ProgrammeId programme) {
    return needs.database.read([&](db::Transaction& transaction) -> Seen {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return view(transaction, *found, {needs.clock.today(), actor.scope});
    });
}

base::Result<PhasesView> add_phase(const Needs& needs, const base::Actor& actor,
                                   ProgrammeId programme, const PhaseDraft& draft) {
    return changed(needs, actor, programme, [&](Recorder& recorder) -> base::Result<void> {
        const auto stored = find_phase(recorder.transaction(), draft.id);
        if (stored && stored->programme == programme && stored->name == draft.name) return {};
        if (stored) return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        const auto added = insert_phase(recorder, draft, actor, "add_phase");
        if (!added) return added.error();
        return {};
    });
}

base::Result<PhasesView> edit_phase(const Needs& needs, const base::Actor& actor,
                                    const SeenPhase& seen, const PhaseDraft& draft) {
    return changed_one(needs, actor, seen.id,
                       [&](Recorder& recorder, const Phase& before) -> base::Result<void> {
                           auto fresh = check_version(before.version, seen.version);
                           if (!fresh) return fresh;
                           const auto saved = save_phase(recorder, before, draft, "edit_phase");
                           if (!saved) return saved.error();
                           return {};
                       });
}

base::Result<PhasesView> remove_phase(const Needs& needs, const base::Actor& actor,
                                      const SeenPhase& seen) {
    return changed_one(
        needs, actor, seen.id, [&](Recorder& recorder, const Phase& phase) -> base::Result<void> {
            auto& transaction = recorder.transaction();
            auto fresh = check_version(phase.version, seen.version);
            if (!fresh) return fresh;
            const auto tasks = list_tasks_of(transaction, {OriginKind::milestone, phase.id.text()},
                                             base::unbounded());
            const auto stand = std::count_if(tasks.begin(), tasks.end(), [](const Task& task) {
                return task.state != TaskState::dropped;
            });
            if (stand > 0)
                return refuse(ErrorKind::illegal_transition, "phase_has_milestones", "",
                              {{"count", std::to_string(stand)}});
            delete_phase(transaction, phase.id);
            recorder.note("remove_phase", "phase", phase.id.text(), {{"name", phase.name}});
            return {};
        });
}

base::Result<PhasesView> set_usual_phases(const Needs& needs, const base::Actor& actor,
                                          ProgrammeId programme) {
    return changed(needs, actor, programme, [&](Recorder& recorder) -> base::Result<void> {
        if (!list_phases(recorder.transaction(), programme).empty())
            return refuse(ErrorKind::conflict, "phases_are_set_already");
        return insert_usual(recorder, actor);
    });
}

base::Result<PhasesView> add_milestone(const Needs& needs, const base::Actor& actor, PhaseId phase,
                                       const TaskDraft& draft) {
    return changed_one(
        needs, actor, phase, [&](Recorder& recorder, const Phase& found) -> base::Result<void> {
            if (const auto stored = find_task(recorder.transaction(), draft.id, base::unbounded()))
                return stored->origin.id == phase.text() && stored->text == draft.text
                           ? base::Result<void>{}
                           : refuse(ErrorKind::conflict, "same_id_other_content", "id");
            const auto task = insert_milestone(recorder, found, draft, actor);
            if (!task) return task.error();
            tell_of_new(recorder, {*task});
            return {};
        });
}

std::vector<CurrentPhase> view_current_phases(const Needs& needs, const base::Actor& actor,
                                              std::optional<ProgrammeId> programme) {
    constexpr std::int64_t rows_shown = 10;
    const Viewpoint viewpoint{needs.clock.today(), actor.scope};
    return needs.database.read([&](db::Transaction& transaction) {
        std::vector<CurrentPhase> current;
        std::vector<Phase> phases;
        for (auto& found : list_current_phases(transaction, programme, viewpoint, rows_shown)) {
            phases.push_back(found.phase);
            current.push_back({found.programme_title, std::move(found.phase), 0, 0, 0, {}});
        }
        const auto tasks =
            list_tasks_of_all(transaction, OriginKind::milestone, ids_of(phases), actor.scope);
        for (auto& one : current)
            for (auto& task : milestones_of(tasks, one.phase.id)) {
                if (task.state == TaskState::dropped) continue;
                ++one.milestones;
                one.confirmed += task.state == TaskState::confirmed;
                one.overdue += task.state != TaskState::reported &&
                               tier_of(task, viewpoint.today) == Tier::overdue;
                if (!task.is_over() && !one.next) one.next = std::move(task);
            }
        return current;
    });
}

}  // namespace ledger
