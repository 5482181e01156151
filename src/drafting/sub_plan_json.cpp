#include "drafting/sub_plan_json.hpp"

#include "base/limits.hpp"

namespace drafting {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::reason_chars_max;
using base::limits::text_chars_max;

void write(JsonWriter& json, const SubPlan& plan, const Reader& reader) {
    json.begin_object().field("id", plan.id).field("goals", plan.goals).field("text", plan.text);
    json.field("state", name_of(plan.state));
    json.field("submitted_by", reader.name(plan.submitted_by_name));
    json.field("submitted_at", plan.submitted_at);
    json.field("decided_by", reader.name(plan.decided_by)).field("decided_at", plan.decided_at);
    json.field("reason", plan.reason).field("version", plan.version).end_object();
}

void write(JsonWriter& json, const OwingUnitView& view, const Reader& reader) {
    const auto& unit = view.unit;
    json.begin_object().field("unit_id", unit.unit).field("unit_name", unit.name);
    json.field("problems", unit.problems).field("measures", unit.measures).key("plan");
    if (unit.plan)
        write(json, *unit.plan, reader);
    else
        json.null();
    json.key("may").begin_array();
    for (const auto act : view.may) json.value(name_of(act));
    json.end_array().end_object();
}

}  // namespace

base::Result<SubPlanForm> read_sub_plan(std::string_view body) {
    return base::read_object<SubPlanForm>(body, [](JsonReader& reader) {
        SubPlanForm form;
        form.plan.id = reader.id<SubPlanTag>("id");
        form.version = reader.integer("version", 0);
        form.plan.goals = reader.text_or_empty("goals", reason_chars_max);
        form.plan.text = reader.text_or_empty("text", text_chars_max);
        return form;
    });
}

base::Result<SubPlanDecision> read_sub_plan_decision(std::string_view body) {
    return base::read_object<SubPlanDecision>(body, [](JsonReader& reader) {
        SubPlanDecision decision;
        decision.version = reader.integer("version", 1);
        decision.accept = reader.boolean("accept", false);
        decision.reason = reader.text_or_empty("reason", reason_chars_max);
        return decision;
    });
}

std::string to_json(const OwingUnitView& view, const Reader& reader) {
    JsonWriter json;
    write(json, view, reader);
    return json.take();
}

std::string to_json(const std::vector<OwingUnitView>& views, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& view : views) write(json, view, reader);
    json.end_array().end_object();
    return json.take();
}

}  // namespace drafting
