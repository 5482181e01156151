#include "notify/message_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace notify {
namespace {

void write(base::JsonWriter& json, const Message& message) {
    const auto& event = message.event;
    json.begin_object().field("id", event.id).field("at", event.at);
    json.field("kind", name_of(event.kind));
    json.key("programme").begin_object().field("id", event.programme_id);
    json.field("title", event.programme_title).end_object();
    json.key("subject").begin_object().field("kind", event.subject_kind);
    json.field("id", event.subject_id).field("number", event.subject_number);
    json.field("text", event.subject_text).end_object();
    json.field("by", event.by).field("note", event.note).field("read_at", message.read_at);
    json.end_object();
}

}  // namespace

std::string to_json(const MessagePage& page, std::int64_t number, std::int64_t page_size) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& message : page.rows) write(json, message);
    json.end_array().field("total", page.total).field("unread", page.unread);
    json.field("page", number).field("page_size", page_size).end_object();
    return json.take();
}

std::string unread_json(const MessagePage& counted) {
    base::JsonWriter json;
    json.begin_object().field("unread", counted.unread).end_object();
    return json.take();
}

base::Result<base::Instant> read_up_to(std::string_view body) {
    return base::read_object<base::Instant>(
        body, [](base::JsonReader& reader) { return base::Instant{reader.integer("up_to")}; });
}

}  // namespace notify
