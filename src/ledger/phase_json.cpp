#include "ledger/phase_json.hpp"

#include "ledger/task_json.hpp"

namespace ledger {
namespace {

PhaseDraft read_draft(base::JsonReader& reader) {
    PhaseDraft draft;
    draft.position = reader.optional_integer("position", 0, phases_max).value_or(0);
    draft.name = reader.text_or_empty("name", phase_name_chars_max);
    draft.description = reader.text_or_empty("description", phase_description_chars_max);
    draft.from = read_deadline(reader, "from").value_or(Deadline{});
    draft.until = read_deadline(reader, "until").value_or(Deadline{});
    return draft;
}

void write_members(base::JsonWriter& json, const Phase& phase, base::Date today) {
    json.field("id", phase.id).field("position", phase.position).field("name", phase.name);
    json.field("description", phase.description);
    write(json.key("from"), phase.from);
    write(json.key("until"), phase.until);
    json.field("begins_on", phase.begins_on).field("ends_on", phase.ends_on);
    json.field("standing", name_of(standing_of(phase, today))).field("version", phase.version);
}

void write(base::JsonWriter& json, const TaskCounts& counts) {
    json.begin_object().field("all", counts.all).field("open", counts.open);
    json.field("overdue", counts.overdue).field("due_soon", counts.due_soon);
    json.field("reported", counts.reported).field("confirmed", counts.confirmed).end_object();
}

}  // namespace

base::Result<PhaseDraft> read_new_phase(std::string_view body) {
    return base::read_object<PhaseDraft>(body, [](base::JsonReader& reader) {
        const auto id = reader.id<PhaseTag>("id");
        auto draft = read_draft(reader);
        draft.id = id;
        return draft;
    });
}

base::Result<PhaseForm> read_phase_form(std::string_view body) {
    return base::read_object<PhaseForm>(body, [](base::JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return PhaseForm{version, read_draft(reader)};
    });
}

std::string to_json(const PhasesView& view, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& [phase, milestones] : view.phases) {
        json.begin_object();
        write_members(json, phase, reader.today);
        json.key("milestones").begin_array();
        for (const auto& task : milestones) write(json, task, reader);
        json.end_array().end_object();
    }
    json.end_array();
    write(json.key("tasks"), view.tasks);
    json.field("today", reader.today).key("may").begin_array();
    if (!why_not_set_phases(reader.actor)) json.value("set");
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<CurrentPhase>& phases, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : phases) {
        json.begin_object().key("programme").begin_object();
        json.field("id", one.phase.programme).field("title", one.programme_title).end_object();
        json.field("id", one.phase.id).field("name", one.phase.name);
        json.field("begins_on", one.phase.begins_on).field("ends_on", one.phase.ends_on);
        json.field("milestones", one.milestones).field("confirmed", one.confirmed);
        json.field("overdue", one.overdue).key("next");
        if (one.next)
            write(json, *one.next, reader);
        else
            json.null();
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace ledger
