// How a Recorder keeps tasks.
#include "ledger/due.hpp"
#include "ledger/recorder_actions.hpp"
#include "ledger/task_store.hpp"

namespace ledger {

void Recorder::set_due(Task& task) {
    task.due_on =
        due_on(task.deadline, events_of(programme_), calendar_for(task.deadline), std::nullopt);
}

void Recorder::insert(Task& task, std::string_view act) {
    task.programme = programme_.id;
    task.programme_title = programme_.title;
    task.number = ++programme_.last.task;
    task.guards = task.guards | guards_of(programme_.classification);
    task.made_at = now_;
    set_due(task);
    insert_task(transaction_, task);
    record(subject_of(task), task.version, act, {}, fields_of(task));
}

base::Result<Task> Recorder::save(const Task& before, Task after, std::string_view act) {
    if (after.deadline != before.deadline) set_due(after);
    if (after == before) return before;
    if (auto saved = save_task(transaction_, after); !saved) return saved.error();
    ++after.version;
    record(subject_of(after), after.version, act, fields_of(before), fields_of(after));
    return after;
}

void Recorder::place_tasks_again() {
    for (auto& task : list_open_tasks(transaction_, programme_.id)) {
        const auto before = task.due_on;
        set_due(task);
        if (task.due_on != before) save_task_due(transaction_, task);
    }
}

base::Result<std::int64_t> Recorder::hand_over_tasks(const Succession& succession) {
    std::int64_t rows = 0;
    for (const auto& task : list_open_tasks(transaction_, programme_.id, succession.from)) {
        auto after = task;
        after.unit = succession.into;
        after.unit_name = succession.into_name;
        if (auto saved = save(task, after, "merge_unit"); !saved) return saved.error();
        ++rows;
    }
    return rows;
}

}  // namespace ledger
