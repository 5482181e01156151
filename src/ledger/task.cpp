#include "ledger/task.hpp"

#include <array>

#include "base/limits.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"
#include "ledger/deadline_words.hpp"

namespace ledger {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 5> state_names{"open", "reported", "sent_back", "confirmed",
                                                      "dropped"};
constexpr std::array<std::string_view, 5> act_names{"edit", "report", "confirm", "send_back",
                                                    "drop"};
constexpr std::array<std::string_view, 5> origin_names{"office", "milestone", "decision", "finding",
                                                       "campaign"};

constexpr std::array<TaskSection, 5> sections{{
    {Waiting::review, Act::edit_ledger, false},
    {Waiting::overdue, Act::read_ledger},
    {Waiting::returned, Act::report_progress},
    {Waiting::due_soon, Act::read_ledger},
    {Waiting::report, Act::report_progress},
}};

Refusal illegal(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}

Refusal why_not_keep(TaskAct act, const Task& task, const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger)) return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (task.is_over()) return illegal("task_is_over");
    if (act == TaskAct::edit && task.state == TaskState::reported)
        return illegal("task_is_reported");
    return std::nullopt;
}

Refusal why_not_report(const Task& task, const base::Actor& actor) {
    if (!actor.may(Act::report_progress))
        return refuse(ErrorKind::forbidden, "only_responsible_units_report");
    if (task.is_over()) return illegal("task_is_over");
    if (task.state == TaskState::reported) return illegal("task_is_reported");
    return std::nullopt;
}

Refusal why_not_decide(const Task& task, const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_confirms_tasks");
    if (task.is_over()) return illegal("task_is_over");
    if (task.state != TaskState::reported) return illegal("task_is_not_reported");
    if (task.reported_by == actor.id)
        return refuse(ErrorKind::forbidden, "nobody_reviews_their_own");
    return std::nullopt;
}

Refusal too_short(std::string_view text, std::string_view code, std::string_view field) {
    if (base::chars_in(text) >= base::limits::reason_chars_min) return std::nullopt;
    return refuse(ErrorKind::invalid, code, field,
                  {{"accepted", std::to_string(base::limits::reason_chars_min)}});
}

bool has_a_day(const Deadline& deadline) {
    if (deadline.kind == DeadlineKind::date) return deadline.date.has_value();
    return deadline.kind == DeadlineKind::relative && relative_words(deadline.text).has_value();
}

Refusal form_fault(const TaskDraft& draft) {
    std::vector<base::Error> faults;
    if (draft.text.empty()) faults.push_back(refuse(ErrorKind::invalid, "text_empty", "text"));
    if (!has_a_day(draft.deadline))
        faults.push_back(refuse(ErrorKind::invalid, "task_needs_a_day", "deadline",
                                {{"value", draft.deadline.text}}));
    return base::together(std::move(faults));
}

void write(Task& task, const TaskDraft& draft) {
    task.text = draft.text;
    task.unit = draft.unit;
    task.person = draft.person;
    task.person_name = draft.person_name;
    task.deadline = draft.deadline.kind == DeadlineKind::date
                        ? by(*draft.deadline.date)
                        : Deadline{DeadlineKind::relative, draft.deadline.text, std::nullopt};
}

Task decided(const Task& before, TaskState state, std::string_view remark, const base::Actor& actor,
             base::Instant now) {
    Task after = before;
    after.state = state;
    after.remark = remark;
    after.decided_by_name = actor.name;
    after.decided_at = now;
    return after;
}

}  // namespace

std::string_view name_of(TaskState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<TaskState> task_state_of(std::string_view name) {
    return base::named<TaskState>(state_names, name);
}
std::string_view name_of(TaskAct act) {
    return act_names[static_cast<std::size_t>(act)];
}
std::optional<TaskAct> task_act_of(std::string_view name) {
    return base::named<TaskAct>(act_names, name);
}
std::string_view name_of(OriginKind kind) {
    return origin_names[static_cast<std::size_t>(kind)];
}
std::optional<OriginKind> origin_kind_of(std::string_view name) {
    return base::named<OriginKind>(origin_names, name);
}

std::optional<base::Error> why_not(TaskAct act, const Task& task, const base::Actor& actor) {
    switch (act) {
        case TaskAct::edit:
        case TaskAct::drop: return why_not_keep(act, task, actor);
        case TaskAct::report: return why_not_report(task, actor);
        case TaskAct::confirm:
        case TaskAct::send_back: return why_not_decide(task, actor);
    }
    return std::nullopt;
}

base::Result<Task> new_task(const TaskDraft& draft, const TaskOrigin& origin,
                            const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger)) return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (auto fault = form_fault(draft)) return *fault;
    Task task;
    task.id = draft.id;
    task.origin = origin;
    write(task, draft);
    return task;
}

base::Result<Task> edit(const Task& before, const TaskDraft& draft, const base::Actor& actor) {
    if (auto no = why_not(TaskAct::edit, before, actor)) return *no;
    if (auto fault = form_fault(draft)) return *fault;
    Task after = before;
    write(after, draft);
    return after;
}

base::Result<Task> report(const Task& before, std::string_view what_was_done,
                          const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(TaskAct::report, before, actor)) return *no;
    if (auto no = too_short(what_was_done, "task_report_too_short", "report")) return *no;
    Task after = before;
    after.state = TaskState::reported;
    after.report = what_was_done;
    after.reported_by = actor.id;
    after.reported_by_name = actor.name;
    after.reported_at = now;
    return after;
}

base::Result<Task> confirm(const Task& before, std::string_view remark, const base::Actor& actor,
                           base::Instant now) {
    if (auto no = why_not(TaskAct::confirm, before, actor)) return *no;
    return decided(before, TaskState::confirmed, remark, actor, now);
}

base::Result<Task> send_back(const Task& before, std::string_view reason, const base::Actor& actor,
                             base::Instant now) {
    if (auto no = why_not(TaskAct::send_back, before, actor)) return *no;
    if (auto no = too_short(reason, "reason_too_short", "reason")) return *no;
    return decided(before, TaskState::sent_back, reason, actor, now);
}

base::Result<Task> drop(const Task& before, std::string_view reason, const base::Actor& actor,
                        base::Instant now) {
    if (auto no = why_not(TaskAct::drop, before, actor)) return *no;
    if (auto no = too_short(reason, "reason_too_short", "reason")) return *no;
    return decided(before, TaskState::dropped, reason, actor, now);
}

TaskDraft draft_of(const Task& task) {
    return {task.id, task.text, task.unit, task.person, task.person_name, task.deadline};
}

Responsibility holders_of(const Task& task) {
    Responsibility holders{{HolderRole::responsible_unit, task.unit_name, task.unit, std::nullopt}};
    if (!task.person_name.empty())
        holders.push_back({HolderRole::handler, task.person_name, std::nullopt, task.person});
    return holders;
}

std::vector<TaskSection> task_sections_for(const base::Actor& actor, Reach reach) {
    return open_to(sections, actor, reach);
}

}  // namespace ledger
