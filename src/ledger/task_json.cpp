#include "ledger/task_json.hpp"

#include "base/limits.hpp"
#include "ledger/waiting_json.hpp"

namespace ledger {
namespace {

using base::limits::reason_chars_max;

/// Of somebody who reported or decided: a name, or null before that.
void write_name(base::JsonWriter& json, std::string_view key, const std::string& name,
                const Reader& reader) {
    json.key(key);
    if (name.empty())
        json.null();
    else
        json.value(reader.name(name));
}

void write_rows(base::JsonWriter& json, const TaskPage& page, const Reader& reader) {
    json.key("rows").begin_array();
    for (const auto& task : page.rows) write(json, task, reader);
    json.end_array().field("total", page.total);
}

}  // namespace

TaskDraft read_task_draft(base::JsonReader& reader) {
    TaskDraft draft;
    draft.text = reader.text_or_empty("text", task_chars_max);
    draft.unit = reader.id<base::UnitTag>("unit_id");
    reader.object("person", [&](base::JsonReader& one) {
        const auto holder = read_holder(one, HolderRole::handler);
        draft.person_name = holder.name;
        draft.person = holder.person;
    });
    draft.deadline = read_deadline(reader, "deadline").value_or(Deadline{});
    return draft;
}

base::Result<TaskDraft> read_new_task(std::string_view body) {
    return base::read_object<TaskDraft>(body, [](base::JsonReader& reader) {
        const auto id = reader.id<TaskTag>("id");
        auto draft = read_task_draft(reader);
        draft.id = id;
        return draft;
    });
}

base::Result<TaskForm> read_task_form(std::string_view body) {
    return base::read_object<TaskForm>(body, [](base::JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return TaskForm{version, read_task_draft(reader)};
    });
}

base::Result<TaskWords> read_task_words(std::string_view body, std::string_view key) {
    return base::read_object<TaskWords>(body, [&](base::JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return TaskWords{version, reader.text_or_empty(key, reason_chars_max)};
    });
}

void write(base::JsonWriter& json, const Task& task, const Reader& reader) {
    json.begin_object().field("id", task.id).field("number", task.number);
    json.key("programme").begin_object().field("id", task.programme);
    json.field("title", task.programme_title).end_object();
    json.field("text", task.text).key("unit").begin_object().field("id", task.unit);
    json.field("name", task.unit_name).end_object().key("person");
    if (task.person_name.empty())
        json.null();
    else
        write(json, Holder{HolderRole::handler, task.person_name, {}, task.person}, reader);
    json.key("origin").begin_object().field("kind", name_of(task.origin.kind));
    json.field("id", task.origin.id).end_object();
    write(json.key("deadline"), task.deadline);
    write_due(json, task.due_on, tier_of(task, reader.today), reader.today);
    json.field("state", name_of(task.state)).field("report", task.report);
    write_name(json, "reported_by", task.reported_by_name, reader);
    json.field("reported_at", task.reported_at).field("remark", task.remark);
    write_name(json, "decided_by", task.decided_by_name, reader);
    json.field("decided_at", task.decided_at).field("version", task.version);
    json.key("may").begin_array();
    for (const auto act : task_acts)
        if (!why_not(act, task, reader.actor)) json.value(name_of(act));
    json.end_array().end_object();
}

std::string to_json(const Task& task, const Reader& reader) {
    base::JsonWriter json;
    write(json, task, reader);
    return json.take();
}

std::string to_json(const TaskPage& page, const Page& asked, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object();
    write_rows(json, page, reader);
    json.field("page", asked.page).field("page_size", asked.page_size).end_object();
    return json.take();
}

std::string to_json(const std::vector<WaitingTasks>& waiting, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("sections").begin_array();
    for (const auto& one : waiting) {
        json.begin_object().field("waiting", name_of(one.section.waiting)).key("held_by");
        if (one.filter.held_by.empty())
            json.null();
        else
            json.value(list_of(one.filter.held_by));
        write_rows(json, one.page, reader);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace ledger
