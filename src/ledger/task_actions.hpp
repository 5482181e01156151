// What people do with tasks. Each change is one transaction with its entry in the programme's
// chain. How another capability makes tasks: task.hpp.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "ledger/steps.hpp"
#include "ledger/task_store.hpp"

namespace ledger {

/// A task that the office asks for by itself. Sent again with the same content: as it is. Refuses:
/// programme_not_found, as new_task(), unit_unknown, unit_is_closed, same_id_other_content.
[[nodiscard]] base::Result<Task> add_task(const Needs& needs, const base::Actor& actor,
                                          ProgrammeId programme, const TaskDraft& draft);

/// A task as somebody saw it before acting on it. All below refuse: task_unknown (also outside the
/// actor's scope), somebody_else_changed_it, then as the rule of their name in task.hpp.
struct SeenTask {
    TaskId id;
    std::int64_t version = 0;
};
/// `draft.id` is not looked at. Refuses besides: unit_unknown, unit_is_closed.
[[nodiscard]] base::Result<Task> edit_task(const Needs& needs, const base::Actor& actor,
                                           const SeenTask& seen, const TaskDraft& draft);
[[nodiscard]] base::Result<Task> report_task(const Needs& needs, const base::Actor& actor,
                                             const SeenTask& seen, std::string_view what_was_done);
[[nodiscard]] base::Result<Task> confirm_task(const Needs& needs, const base::Actor& actor,
                                              const SeenTask& seen, std::string_view remark);
[[nodiscard]] base::Result<Task> send_back_task(const Needs& needs, const base::Actor& actor,
                                                const SeenTask& seen, std::string_view reason);
[[nodiscard]] base::Result<Task> drop_task(const Needs& needs, const base::Actor& actor,
                                           const SeenTask& seen, std::string_view reason);

/// Refuses: task_unknown.
[[nodiscard]] base::Result<Task> view_task(const Needs& needs, const base::Actor& actor, TaskId id);
/// Newest first. Refuses: task_unknown.
[[nodiscard]] base::Result<std::vector<HistoryChange>> history_of_task(const Needs& needs,
                                                                       const base::Actor& actor,
                                                                       TaskId id);
[[nodiscard]] TaskPage list_task_page(const Needs& needs, const base::Actor& actor,
                                      const TaskFilter& filter);

/// What waits for the actor: how many, and the first few.
struct WaitingTasks {
    TaskSection section;
    TaskFilter filter;  // what the list behind the figure is asked
    TaskPage page;
};
[[nodiscard]] std::vector<WaitingTasks> list_waiting_tasks(const Needs& needs,
                                                           const base::Actor& actor, Reach reach);

}  // namespace ledger
