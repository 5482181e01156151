#include "supervision/interview_json.hpp"

namespace supervision {
namespace {

void write(base::JsonWriter& json, const Interview& one, const ledger::Reader& reader) {
    json.begin_object().field("id", one.id).field("number", one.number);
    json.field("held_on", one.held_on).field("begins_at", one.begins_at).field("place", one.place);
    json.key("unit").begin_object().field("id", one.unit).field("name", one.unit_name).end_object();
    json.field("person", reader.name(one.person)).field("post", one.post);
    json.field("interviewers", one.interviewers).field("recorder", one.recorder);
    json.field("cause", one.cause).field("problem", one.problem).field("answer", one.answer);
    json.field("requirement", one.requirement).field("due_on", one.due_on);
    json.field("signed", one.is_signed).field("unsigned_reason", one.unsigned_reason);
    json.field("task_id", one.task).field("recorded_by", reader.name(one.recorded_by));
    json.field("recorded_at", one.recorded_at).key("revoked");
    if (one.revoked) {
        json.begin_object().field("by", reader.name(one.revoked->by));
        json.field("at", one.revoked->at).field("reason", one.revoked->reason).end_object();
    } else {
        json.null();
    }
    json.field("version", one.version).end_object();
}

}  // namespace

base::Result<Interview> read_new_interview(std::string_view body) {
    return base::read_object<Interview>(body, [](base::JsonReader& reader) {
        Interview one;
        one.id = reader.id<InterviewTag>("id");
        one.held_on = reader.date("held_on");
        one.begins_at = reader.text_or_empty("begins_at", 5);
        one.place = reader.text_or_empty("place", place_chars_max);
        one.unit = reader.id<base::UnitTag>("unit_id");
        one.person = reader.text_or_empty("person", person_chars_max);
        one.post = reader.text_or_empty("post", post_chars_max);
        one.interviewers = reader.text_or_empty("interviewers", interviewers_chars_max);
        one.recorder = reader.text_or_empty("recorder", person_chars_max);
        one.cause = reader.text_or_empty("cause", said_chars_max);
        one.problem = reader.text_or_empty("problem", said_chars_max);
        one.answer = reader.text_or_empty("answer", said_chars_max);
        one.requirement = reader.text_or_empty("requirement", ledger::task_chars_max);
        one.due_on = reader.optional_date("due_on");
        one.is_signed = reader.boolean("signed", true);
        one.unsigned_reason = reader.text_or_empty("unsigned_reason", post_chars_max);
        return one;
    });
}

std::string to_json(const Interview& one, const ledger::Reader& reader) {
    base::JsonWriter json;
    write(json, one, reader);
    return json.take();
}

std::string to_json(const InterviewPage& page, const ledger::Page& asked,
                    const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : page.rows) write(json, one, reader);
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).end_object();
    return json.take();
}

}  // namespace supervision
