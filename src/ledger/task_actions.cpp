#include "ledger/task_actions.hpp"

#include "ledger/news_actions.hpp"
#include "ledger/restricted_actions.hpp"
#include "ledger/waiting_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;
using notify::EventKind;

bool says_the_same(const Task& stored, const Task& wanted) {
    return draft_of(stored) == draft_of(wanted) && stored.origin == wanted.origin;
}

/// Loads, checks that it is what the actor saw, saves what `act` makes of it.
template <class Change>
base::Result<Task> changed(const Needs& needs, const base::Actor& actor, const SeenTask& seen,
                           std::string_view name, Change act) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Task> {
        const auto found = find_task(transaction, seen.id, actor.scope);
        if (!found) return refuse(ErrorKind::not_found, "task_unknown");
        auto whole = actor;  // Whoever sees the task may act on it, whatever else they see of it.
        whole.scope = base::unbounded();
        auto recorder = Recorder::open(transaction, needs, whole, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_task(transaction, seen.id, actor.scope);
        if (!before) return refuse(ErrorKind::not_found, "task_unknown");
        if (auto fresh = check_version(before->version, seen.version); !fresh) return fresh.error();
        const base::Result<Task> after = act(*recorder, *before);
        if (!after) return after;
        const auto saved = recorder->save(*before, *after, name);
        if (!saved) return saved;
        recorder->finish();
        return std::move(*find_task(transaction, seen.id, base::unbounded()));
    });
}

/// To the unit, when the office decided; to the office, when the unit reported.
void tell_of(Recorder& recorder, const Task& task, EventKind kind, std::string_view note = {}) {
    auto event = event_of(task, kind, note);
    if (kind == EventKind::task_reported)
        tell_office(recorder, std::move(event), task.guards);
    else
        tell_unit(recorder, task.unit, std::move(event), task.guards);
}

}  // namespace

base::Result<Task> add_task(const Needs& needs, const base::Actor& actor, ProgrammeId programme,
                            const TaskDraft& draft) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Task> {
        auto recorder = Recorder::open(transaction, needs, actor, programme);
        if (!recorder) return recorder.error();
        auto task = new_task(draft, {}, actor);
        if (!task) return task;
        if (const auto stored = find_task(transaction, draft.id, base::unbounded())) {
            if (stored->programme == programme && says_the_same(*stored, *task)) return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (auto held = check_holders(transaction, holders_of(*task)); !held) return held.error();
        recorder->insert(*task, "add_task");
        tell_of_new(*recorder, {*task});
        recorder->finish();
        return std::move(*find_task(transaction, draft.id, base::unbounded()));
    });
}

base::Result<Task> edit_task(const Needs& needs, const base::Actor& actor, const SeenTask& seen,
                             const TaskDraft& draft) {
    return changed(needs, actor, seen, "edit_task",
                   [&](Recorder& recorder, const Task& before) -> base::Result<Task> {
                       const auto after = edit(before, draft, actor);
                       if (!after) return after;
                       auto held = check_holders(recorder.transaction(), holders_of(*after));
                       if (!held) return held.error();
                       if (after->unit != before.unit) tell_of_new(recorder, {*after});
                       return after;
                   });
}

base::Result<Task> report_task(const Needs& needs, const base::Actor& actor, const SeenTask& seen,
                               std::string_view what_was_done) {
    return changed(needs, actor, seen, "report_task", [&](Recorder& recorder, const Task& before) {
        const auto after = report(before, what_was_done, actor, recorder.now());
        if (after) tell_of(recorder, *after, EventKind::task_reported);
        return after;
    });
}

base::Result<Task> confirm_task(const Needs& needs, const base::Actor& actor, const SeenTask& seen,
                                std::string_view remark) {
    return changed(needs, actor, seen, "confirm_task", [&](Recorder& recorder, const Task& before) {
        const auto after = confirm(before, remark, actor, recorder.now());
        if (after) tell_of(recorder, *after, EventKind::task_confirmed);
        return after;
    });
}

base::Result<Task> send_back_task(const Needs& needs, const base::Actor& actor,
                                  const SeenTask& seen, std::string_view reason) {
    return changed(needs, actor, seen, "send_back_task",
                   [&](Recorder& recorder, const Task& before) {
                       const auto after = send_back(before, reason, actor, recorder.now());
                       if (after) tell_of(recorder, *after, EventKind::task_sent_back, reason);
                       return after;
                   });
}

base::Result<Task> drop_task(const Needs& needs, const base::Actor& actor, const SeenTask& seen,
                             std::string_view reason) {
    return changed(needs, actor, seen, "drop_task", [&](Recorder& recorder, const Task& before) {
        const auto after = drop(before, reason, actor, recorder.now());
        if (after) tell_of(recorder, *after, EventKind::task_dropped, reason);
        return after;
    });
}

base::Result<Task> view_task(const Needs& needs, const base::Actor& actor, TaskId id) {
    auto shown = needs.database.read([&](db::Transaction& transaction) -> base::Result<Task> {
        auto found = find_task(transaction, id, actor.scope);
        if (!found) return refuse(ErrorKind::not_found, "task_unknown");
        return std::move(*found);
    });
    if (shown) note_restricted_read(needs, actor, subject_of(*shown));
    return shown;
}

base::Result<std::vector<HistoryChange>> history_of_task(const Needs& needs,
                                                         const base::Actor& actor, TaskId id) {
    using Changes = base::Result<std::vector<HistoryChange>>;
    const auto task = view_task(needs, actor, id);
    if (!task) return task.error();
    return needs.database.read([&](db::Transaction& transaction) -> Changes {
        return changes_of(list_history(transaction, id.text()));
    });
}

TaskPage list_task_page(const Needs& needs, const base::Actor& actor, const TaskFilter& filter) {
    return needs.database.read([&](db::Transaction& transaction) {
        return list_tasks(transaction, filter, actor, needs.clock.today());
    });
}

std::vector<WaitingTasks> list_waiting_tasks(const Needs& needs, const base::Actor& actor,
                                             Reach reach) {
    constexpr std::int64_t rows_shown = 5;
    std::vector<WaitingTasks> waiting;
    needs.database.read([&](db::Transaction& transaction) {
        for (const auto& section : task_sections_for(actor, reach)) {
            TaskFilter filter;
            filter.waiting = section.waiting;
            if (section.of_holders && reach == Reach::unit) filter.held_by = units_of(actor);
            filter.page = {1, rows_shown};
            auto page = list_tasks(transaction, filter, actor, needs.clock.today());
            waiting.push_back({section, std::move(filter), std::move(page)});
        }
    });
    return waiting;
}

}  // namespace ledger
