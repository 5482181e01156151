#include "statements/criticism_json.hpp"

#include "base/json_reader.hpp"
#include "statements/statement_json.hpp"

namespace statements {
namespace {

using base::JsonReader;
using base::JsonWriter;

CriticismText read_text(JsonReader& reader) {
    return {reader.text_or_empty("matter", criticism_chars_max),
            reader.text_or_empty("problem", criticism_chars_max),
            reader.text_or_empty("advice", criticism_chars_max)};
}

void write_hints(JsonWriter& json, const std::vector<PointedHint>& hints) {
    json.key("hints").begin_array();
    for (const auto& one : hints) write(json, one);
    json.end_array();
}

void write(JsonWriter& json, const Criticism& one, const LifeMeeting& meeting,
           const Reader& reader) {
    const auto name = [&](ParticipantId id) {
        const auto* who = life_meetings::find_participant(meeting, id);
        return who ? reader.name(who->name) : std::string();
    };
    json.begin_object().field("id", one.id).field("author_id", one.author);
    json.field("author", name(one.author)).field("about_id", one.about);
    json.field("about", name(one.about)).field("matter", one.text.matter);
    json.field("problem", one.text.problem).field("advice", one.text.advice);
    json.field("at", one.at).field("version", one.version);
    write_hints(json, hints_of(one.text));
    json.end_object();
}

}  // namespace

base::Result<NewCriticism> read_new_criticism(std::string_view body) {
    return base::read_object<NewCriticism>(body, [](JsonReader& reader) {
        NewCriticism wanted;
        wanted.id = reader.id<CriticismTag>("id");
        wanted.about = reader.id<life_meetings::LifeParticipantTag>("about_id");
        wanted.text = read_text(reader);
        return wanted;
    });
}

base::Result<CriticismForm> read_criticism_form(std::string_view body) {
    return base::read_object<CriticismForm>(body, [](JsonReader& reader) {
        CriticismForm form;
        form.version = reader.integer("version", 1);
        form.about = reader.id<life_meetings::LifeParticipantTag>("about_id");
        form.text = read_text(reader);
        return form;
    });
}

base::Result<CriticismText> read_criticism_text(std::string_view body) {
    return base::read_object<CriticismText>(body, read_text);
}

std::string to_json(const CriticismList& list, const Reader& reader) {
    const auto& meeting = list.opened.meeting;
    JsonWriter json;
    json.begin_object().field("demanded", meeting.demands.criticisms_each_min);
    json.field("meeting_state", name_of(meeting.state)).key("team").begin_array();
    for (const auto* one : life_meetings::team_of(meeting)) {
        json.begin_object().field("id", one->id).field("name", reader.name(one->name));
        json.field("title", one->title).field("own", list.opened.standing.is(one->id)).end_object();
    }
    for (const auto& [key, rows] : {std::pair("own", &list.own), std::pair("heard", &list.heard)}) {
        json.end_array().key(key).begin_array();
        for (const auto& one : *rows) write(json, one, meeting, reader);
    }
    json.end_array().key("tallies").begin_array();
    for (const auto& one : list.tallies) {
        json.begin_object().field("author_id", one.author).field("about_id", one.about);
        json.field("count", one.count).end_object();
    }
    return json.end_array().field("may_write", list.may_write).end_object().take();
}

std::string to_json(const std::vector<PointedHint>& hints, const Reader&) {
    JsonWriter json;
    json.begin_object();
    write_hints(json, hints);
    return json.end_object().take();
}

}  // namespace statements
