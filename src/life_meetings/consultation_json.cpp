#include "life_meetings/consultation_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace life_meetings {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;

void write(JsonWriter& json, const Consultation& one, const ConsultationView& view,
           const ledger::Reader& reader) {
    json.begin_object().field("id", one.id).field("number", one.number);
    json.field("kind", name_of(one.kind)).field("held_on", one.held_on).field("words", one.words);
    json.field("person", reader.name(one.person)).field("entered_by", reader.name(one.entered_by));
    json.field("waits", one.waits()).key("answer");
    if (one.answer) {
        const auto& answer = *one.answer;
        json.begin_object().field("words", answer.words).field("answered_on", answer.answered_on);
        json.field("answered_by", reader.name(answer.answered_by));
        json.field("entered_by", reader.name(answer.entered_by)).end_object();
    } else {
        json.null();
    }
    json.key("may").begin_array();
    if (!why_not_answer(one, view.meeting, view.standing, reader.actor)) json.value("answer");
    if (!why_not_drop(one, view.meeting, view.standing)) json.value("drop");
    json.end_array().end_object();
}

}  // namespace

base::Result<Consultation> read_consultation(std::string_view body) {
    return base::read_object<Consultation>(body, [](JsonReader& reader) {
        Consultation one;
        one.id = reader.id<LifeConsultationTag>("id");
        one.kind =
            reader.name<ConsultationKind>("kind", consultation_kind_of, ConsultationKind::ask);
        one.held_on = reader.date("held_on");
        one.words = reader.text_or_empty("words", consultation_chars_max);
        one.person = reader.text_or_empty("person", name_chars_max);
        return one;
    });
}

base::Result<WantedAnswer> read_answer(std::string_view body) {
    return base::read_object<WantedAnswer>(body, [](JsonReader& reader) {
        WantedAnswer wanted;
        wanted.words = reader.text_or_empty("words", consultation_chars_max);
        wanted.answered_on = reader.date("answered_on");
        wanted.answered_by = reader.text_or_empty("answered_by", name_chars_max);
        return wanted;
    });
}

std::string to_json(const ConsultationView& view, const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : view.rows) write(json, one, view, reader);
    json.end_array().key("may").begin_array();
    if (!why_not_consult(view.meeting, view.standing)) json.value("consult");
    return json.end_array().end_object().take();
}

}  // namespace life_meetings
