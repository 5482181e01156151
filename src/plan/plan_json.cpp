#include "plan/plan_json.hpp"

#include "base/json_writer.hpp"

namespace plan {
namespace {

using base::JsonWriter;

void write(JsonWriter& json, std::string_view key, const std::vector<std::string>& list) {
    json.key(key).begin_array();
    for (const auto& text : list) json.value(text);
    json.end_array();
}

void write(JsonWriter& json, const Source& source) {
    json.key("source").begin_object();
    json.field("first", static_cast<std::uint64_t>(source.first))
        .field("last", static_cast<std::uint64_t>(source.last));
    json.end_object();
}

void write(JsonWriter& json, const ledger::Responsibility& responsibility) {
    json.key("responsibility").begin_object();
    for (const auto role : ledger::holder_roles) {
        json.key(ledger::list_name_of(role)).begin_array();
        for (const auto& holder : responsibility)
            if (holder.role == role) json.value(holder.name);
        json.end_array();
    }
    json.end_object();
}

void write(JsonWriter& json, const ledger::Deadline& deadline) {
    json.key("deadline").begin_object();
    json.field("text", deadline.text)
        .field("kind", ledger::name_of(deadline.kind))
        .field("date", deadline.date);
    json.end_object();
}

void write(JsonWriter& json, const ReadMeasure& measure) {
    json.begin_object().field("number", measure.number).field("text", measure.text);
    write(json, measure.responsibility);
    write(json, measure.deadline);
    if (!measure.status.empty()) json.field("status", measure.status);
    if (!measure.progress.empty()) json.field("progress", measure.progress);
    write(json, measure.source);
    json.end_object();
}

void write(JsonWriter& json, const std::vector<ReadMeasure>& measures) {
    json.key("measures").begin_array();
    for (const auto& measure : measures) write(json, measure);
    json.end_array();
}

template <class Row>
void write_fields(JsonWriter& json, const Row& row) {
    write(json, row.responsibility);
    write(json, row.deadline);
    json.field("status", row.status).field("progress", row.progress);
    write(json, row.source);
}

void write(JsonWriter& json, const ReadProblem& problem) {
    json.begin_object().field("number", problem.number).field("text", problem.text);
    json.key("manifestations").begin_array();
    for (const auto& manifestation : problem.manifestations) {
        json.begin_object().field("number", manifestation.number).field("text", manifestation.text);
        write(json, manifestation.measures);
        write_fields(json, manifestation);
        write(json, "shares_measures_with", manifestation.shares_measures_with);
        json.end_object();
    }
    json.end_array();
    write(json, problem.measures);
    write_fields(json, problem);
    json.end_object();
}

void write(JsonWriter& json, const ReadPhase& phase) {
    json.begin_object()
        .field("name", phase.name)
        .field("start_text", phase.start_text)
        .field("end_text", phase.end_text);
    json.key("tasks").begin_array();
    for (const auto& task : phase.tasks)
        json.begin_object().field("number", task.number).field("text", task.text).end_object();
    json.end_array().end_object();
}

void write(JsonWriter& json, const ReadBody& body) {
    json.begin_object().field("name", body.name).key("members").begin_array();
    for (const auto& member : body.members) {
        json.begin_object().field("role", member.role);
        write(json, "names", member.names);
        json.end_object();
    }
    json.end_array().field("duties", body.duties).end_object();
}

void write(JsonWriter& json, std::string_view key, const std::vector<ReadStep>& steps) {
    json.key(key).begin_array();
    for (const auto& step : steps)
        json.begin_object()
            .field("name", step.name)
            .field("text", step.text)
            .field("due_text", step.due_text)
            .end_object();
    json.end_array();
}

void write(JsonWriter& json, const ReadMeetingPlan& plan) {
    json.begin_object()
        .field("title", plan.title)
        .field("theme", plan.theme)
        .field("time", plan.time)
        .field("place", plan.place);
    write(json, "participants", plan.participants);
    write(json, "guests", plan.guests);
    write(json, "sections", plan.sections);
    write(json, "preparation", plan.preparation);
    write(json, "agenda", plan.agenda);
    write(json, "after", plan.after);
    json.key("reports").begin_array();
    for (const auto& report : plan.reports) {
        json.begin_object();
        write(json, "to", report.to);
        json.field("within_text", report.within_text).end_object();
    }
    json.end_array().key("deadlines").begin_array();
    for (const auto& deadline : plan.deadlines)
        json.begin_object()
            .field("what", deadline.what)
            .field("text", deadline.text)
            .field("due_text", deadline.due_text)
            .end_object();
    json.end_array();
    write(json, "focus", plan.focus);
    json.end_object();
}

void write_background(JsonWriter& json, const PlanDocument& document) {
    json.key("phases").begin_array();
    for (const auto& phase : document.phases) write(json, phase);
    json.end_array().key("mechanisms").begin_array();
    for (const auto& one : document.mechanisms)
        json.begin_object()
            .field("name", one.name)
            .field("period", one.period)
            .field("text", one.text)
            .end_object();
    json.end_array().key("bodies").begin_array();
    for (const auto& body : document.bodies) write(json, body);
    json.end_array().key("meeting_plans").begin_array();
    for (const auto& plan : document.meeting_plans) write(json, plan);
    json.end_array();
}

}  // namespace

void write_areas(const std::vector<ReadArea>& areas, JsonWriter& json) {
    json.begin_array();
    for (const auto& area : areas) {
        json.begin_object()
            .field("number", area.number)
            .field("heading", area.heading)
            .key("problems")
            .begin_array();
        for (const auto& problem : area.problems) write(json, problem);
        json.end_array();
        write(json, area.measures);
        write(json, area.source);
        json.end_object();
    }
    json.end_array();
}

std::string to_json(const PlanDocument& document) {
    JsonWriter json;
    json.begin_object().field("kind", document.kind).field("title", document.title);
    json.key("declared").begin_object().field("areas", document.declared_areas);
    json.field("problems", document.declared_problems)
        .field("measures", document.declared_measures)
        .end_object();
    json.key("areas");
    write_areas(document.areas, json);
    write_background(json, document);
    json.key("warnings").begin_array();
    for (const auto& warning : document.warnings) {
        json.begin_object()
            .field("code", warning.code)
            .field("at", static_cast<std::uint64_t>(warning.at));
        json.field("message", warning.message).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace plan
