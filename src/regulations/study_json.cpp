#include "regulations/study_json.hpp"

namespace regulations {
namespace {

void write(base::JsonWriter& json, const Study& one, const ledger::Reader& reader) {
    json.begin_object().field("id", one.id).field("title", one.title);
    json.field("studied_on", one.studied_on).field("occasion", one.occasion).key("unit");
    json.begin_object().field("id", one.unit).field("name", one.unit_name).end_object();
    json.field("persons", one.persons).field("by", reader.name(one.by));
    json.field("version", one.version).key("may").begin_array();
    if (!why_not_keep(one, reader.actor)) json.value("remove");
    json.end_array().end_object();
}

}  // namespace

base::Result<Study> read_new_study(std::string_view body) {
    return base::read_object<Study>(body, [](base::JsonReader& reader) {
        Study one;
        one.id = reader.id<StudyTag>("id");
        one.title = reader.filled_text("title", study_title_chars_max);
        one.studied_on = reader.date("studied_on");
        one.occasion = reader.text_or_empty("occasion", occasion_chars_max);
        one.unit = reader.id<base::UnitTag>("unit_id");
        one.persons = reader.optional_integer("persons", 0, study_persons_max).value_or(0);
        return one;
    });
}

std::string to_json(const Study& one, const ledger::Reader& reader) {
    base::JsonWriter json;
    write(json, one, reader);
    return json.take();
}

std::string to_json(const StudyPage& page, const ledger::Page& asked,
                    const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : page.rows) write(json, one, reader);
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).key("may").begin_array();
    if (reader.actor.may(base::Act::report_progress)) json.value("add");
    json.end_array().end_object();
    return json.take();
}

}  // namespace regulations
