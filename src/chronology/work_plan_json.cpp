#include "chronology/work_plan_json.hpp"

namespace chronology {

base::Result<WorkPlanEdit> read_work_plan(std::string_view body) {
    return base::read_object<WorkPlanEdit>(body, [](base::JsonReader& reader) {
        WorkPlanEdit edit;
        edit.version = reader.integer("version");
        edit.words.plan = reader.text_or_empty("plan", plan_chars_max);
        edit.words.item = reader.text_or_empty("item", item_chars_max);
        return edit;
    });
}

std::string to_json(const WorkPlanView& view, const ledger::Reader& reader) {
    const auto& link = view.link;
    base::JsonWriter json;
    json.begin_object().field("plan", link.plan).field("item", link.item);
    json.field("by", reader.name(link.by)).key("at");
    if (link.version > 0)
        json.value(link.at);
    else
        json.null();
    json.field("version", link.version).key("may").begin_array();
    if (view.may_link) json.value("link");
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const PlannedPage& page, const ledger::Page& asked) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : page.rows) {
        json.begin_object().field("kind", kind_name_of(one.row)).field("id", text_of(one.row));
        json.field("number", one.number).field("text", one.text).field("status", one.status);
        json.field("unit", one.unit).field("plan", one.plan).field("item", one.item);
        json.field("due_on", one.due_on).end_object();
    }
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).end_object();
    return json.take();
}

}  // namespace chronology
