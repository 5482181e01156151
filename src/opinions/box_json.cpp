#include "opinions/box_json.hpp"

namespace opinions {
namespace {

using base::JsonReader;
using base::JsonWriter;

constexpr std::size_t page_chars_max = 200;

}  // namespace

base::Result<WantedCodes> read_wanted_codes(std::string_view body) {
    return base::read_object<WantedCodes>(body, [](JsonReader& reader) {
        return WantedCodes{reader.integer("count", 1, codes_at_once_max),
                           reader.filled_text("page", page_chars_max)};
    });
}

base::Result<std::string> read_code(std::string_view body) {
    return base::read_object<std::string>(
        body, [](JsonReader& reader) { return reader.filled_text("code", typed_code_chars_max); });
}

base::Result<HandedIn> read_handed_in(std::string_view body) {
    return base::read_object<HandedIn>(body, [](JsonReader& reader) {
        HandedIn handed;
        handed.code = reader.filled_text("code", typed_code_chars_max);
        handed.ballot.voice = reader.name<Voice>("voice", voice_of, Voice::others);
        handed.ballot.lines = read_lines(reader);
        return handed;
    });
}

std::string to_json(const BoxPage& page) {
    JsonWriter json;
    json.begin_object().field("title", page.meeting.terms.title);
    json.field("unit", page.meeting.unit_name);
    json.field("form_title", page.collection.terms.form_title);
    json.field("finish_on", page.collection.terms.finish_on).key("team").begin_array();
    for (const auto* one : life_meetings::team_of(page.meeting)) {
        json.begin_object().field("id", one->id).field("name", one->name);
        json.field("title", one->title).end_object();
    }
    json.end_array().key("voices").begin_array();
    for (const auto voice : page.collection.terms.voices) json.value(name_of(voice));
    return json.end_array().end_object().take();
}

}  // namespace opinions
