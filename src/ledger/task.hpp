// A task (任务): a dated duty of a programme that is no measure: a milestone of a phase, what a
// meeting decided, what the office asks for. The unit reports it done, the office confirms or sends
// it back; doer and confirmer are two people. The table of states stands in docs/states.md. Pure.
//
// Whoever makes tasks in an action of their own, in their own transaction:
//     auto task = new_task(draft, {OriginKind::decision, decision.text()}, actor);
//     if (auto held = check_holders(transaction, holders_of(*task)); !held) return held.error();
//     recorder.insert(*task, "add_task");    // number, due day, history, journal
//     tell_of_new(recorder, {*task});        // news_actions.hpp: one message for each unit
// and finds them again with list_tasks_of() in task_store.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/deadline.hpp"
#include "ledger/programme.hpp"
#include "ledger/responsibility.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

using TaskId = base::Id<struct TaskTag>;
inline constexpr std::size_t task_chars_max = 500;

enum class TaskState { open, reported, sent_back, confirmed, dropped };
inline constexpr TaskState task_states[]{TaskState::open, TaskState::reported, TaskState::sent_back,
                                         TaskState::confirmed, TaskState::dropped};
enum class TaskAct { edit, report, confirm, send_back, drop };
inline constexpr TaskAct task_acts[]{TaskAct::edit, TaskAct::report, TaskAct::confirm,
                                     TaskAct::send_back, TaskAct::drop};
/// What kind of thing a task comes from; whose id it is, only the capability that made it knows.
enum class OriginKind { office, milestone, decision, finding, campaign };

[[nodiscard]] std::string_view name_of(TaskState state);
[[nodiscard]] std::optional<TaskState> task_state_of(std::string_view name);
[[nodiscard]] std::string_view name_of(TaskAct act);
[[nodiscard]] std::optional<TaskAct> task_act_of(std::string_view name);
[[nodiscard]] std::string_view name_of(OriginKind kind);
[[nodiscard]] std::optional<OriginKind> origin_kind_of(std::string_view name);

struct TaskOrigin {
    OriginKind kind = OriginKind::office;
    std::string id = {};  // "" : the office asked for it
    bool operator==(const TaskOrigin&) const = default;
};

/// What the office writes.
struct TaskDraft {
    TaskId id;
    std::string text;
    base::UnitId unit;                          // whose it is
    std::optional<base::PersonId> person = {};  // of that unit, where it is known who
    std::string person_name = {};               // "" : nobody in particular
    Deadline deadline;                          // a date, or words that count from an event
    bool operator==(const TaskDraft&) const = default;
};

struct Task {
    TaskId id;
    ProgrammeId programme;
    std::int64_t number = 0;                 // running within the programme, never reused
    std::string programme_title, unit_name;  // read with the row
    TaskOrigin origin;
    std::string text;
    base::UnitId unit;
    std::optional<base::PersonId> person;
    std::string person_name;
    Deadline deadline;
    std::optional<base::Date> due_on;
    TaskState state = TaskState::open;
    std::string report;  // what was done; of one that was sent back, what it said before
    std::optional<base::AccountId> reported_by;
    std::string reported_by_name;
    std::optional<base::Instant> reported_at;
    std::string remark;  // of whoever confirmed it, sent it back or dropped it
    std::string decided_by_name;
    std::optional<base::Instant> decided_at;
    base::Guards guards;
    base::Instant made_at;
    std::int64_t version = 1;
    bool operator==(const Task&) const = default;

    [[nodiscard]] bool is_over() const {
        return state == TaskState::confirmed || state == TaskState::dropped;
    }
};

/// Whether an act is refused now. Refuses, in this order:
/// edit: only_the_office_edits, task_is_over, task_is_reported;
/// drop: only_the_office_edits, task_is_over;
/// report: only_responsible_units_report, task_is_over, task_is_reported;
/// confirm, send_back: only_the_office_confirms_tasks, task_is_over, task_is_not_reported,
/// nobody_reviews_their_own.
[[nodiscard]] std::optional<base::Error> why_not(TaskAct act, const Task& task,
                                                 const base::Actor& actor);

/// A task as it begins; number, programme and due day are set when it is inserted. Refuses:
/// only_the_office_edits, then all together as form errors: text_empty (text), task_needs_a_day
/// (deadline: no date, and words that no day can be reckoned from).
[[nodiscard]] base::Result<Task> new_task(const TaskDraft& draft, const TaskOrigin& origin,
                                          const base::Actor& actor);
/// Refuses: as why_not(edit), then the form errors of new_task().
[[nodiscard]] base::Result<Task> edit(const Task& before, const TaskDraft& draft,
                                      const base::Actor& actor);
/// Refuses: as why_not(report), task_report_too_short (args accepted).
[[nodiscard]] base::Result<Task> report(const Task& before, std::string_view what_was_done,
                                        const base::Actor& actor, base::Instant now);
[[nodiscard]] base::Result<Task> confirm(const Task& before, std::string_view remark,
                                         const base::Actor& actor, base::Instant now);
/// Refuses: as why_not(send_back), reason_too_short (args accepted).
[[nodiscard]] base::Result<Task> send_back(const Task& before, std::string_view reason,
                                           const base::Actor& actor, base::Instant now);
/// Refuses: as why_not(drop), reason_too_short (args accepted).
[[nodiscard]] base::Result<Task> drop(const Task& before, std::string_view reason,
                                      const base::Actor& actor, base::Instant now);

/// What the office wrote of it.
[[nodiscard]] TaskDraft draft_of(const Task& task);
/// The unit and the person, as rows of the ledger name them.
[[nodiscard]] Responsibility holders_of(const Task& task);

/// A section of the home page that is about tasks. review: reported by somebody else; report: open;
/// returned: sent back; due_soon and overdue as they are of rows.
struct TaskSection {
    Waiting waiting = Waiting::report;
    base::Act needs{};
    bool of_holders = true;
};
/// The sections this person has, the most urgent first.
[[nodiscard]] std::vector<TaskSection> task_sections_for(const base::Actor& actor, Reach reach);

}  // namespace ledger
