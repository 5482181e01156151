// Tasks in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/task.hpp"

namespace ledger {

/// As it stands, its number and due day included. Recorder::insert() sets those and calls this.
void insert_task(db::Transaction& transaction, const Task& task);
/// Everything that can change, over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_task(db::Transaction& transaction, const Task& task);
/// The copy of the due day alone.
void save_task_due(db::Transaction& transaction, const Task& task);

/// A task within the scope: its unit or the inspected one lies there, and nothing that guards it
/// keeps the scope out.
[[nodiscard]] std::optional<Task> find_task(db::Transaction& transaction, TaskId id,
                                            const base::Scope& scope);
/// Those that come from this, within the scope, by number.
[[nodiscard]] std::vector<Task> list_tasks_of(db::Transaction& transaction,
                                              const TaskOrigin& origin, const base::Scope& scope);
/// Those that come from one of these things of a kind: as list_tasks_of(), by origin and due day.
[[nodiscard]] std::vector<Task> list_tasks_of_all(db::Transaction& transaction, OriginKind kind,
                                                  const std::vector<std::string>& origins,
                                                  const base::Scope& scope);
/// What is not over of a programme, by number; of one unit where one is given.
[[nodiscard]] std::vector<Task> list_open_tasks(db::Transaction& transaction, ProgrammeId programme,
                                                std::optional<base::UnitId> unit = {});

struct TaskFilter {
    std::optional<ProgrammeId> programme;
    std::vector<base::UnitId> held_by;  // none: whoever
    std::vector<TaskState> states;
    std::optional<Waiting> waiting;
    std::optional<TaskOrigin> origin;
    Page page;
};
struct TaskPage {
    std::vector<Task> rows;  // by due day, those without one last
    std::int64_t total = 0;
};
/// `today` and the account are those of whoever asks what waits.
[[nodiscard]] TaskPage list_tasks(db::Transaction& transaction, const TaskFilter& filter,
                                  const base::Actor& actor, base::Date today);

/// How the tasks of a programme stand.
struct TaskCounts {
    std::int64_t all = 0, open = 0, overdue = 0, due_soon = 0, reported = 0, confirmed = 0;
    bool operator==(const TaskCounts&) const = default;
};
/// Dropped ones are not counted; open: in the hands of a unit; due_soon: within waiting_days.
[[nodiscard]] TaskCounts count_tasks(db::Transaction& transaction, ProgrammeId programme,
                                     const Viewpoint& viewpoint);

}  // namespace ledger
