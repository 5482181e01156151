#include "journal/payload.hpp"

#include <boost/json.hpp>

#include "base/json_writer.hpp"

namespace journal {
namespace {

std::string text_of(const boost::json::value& value) {
    if (const auto* text = value.if_string()) return std::string(*text);
    if (const auto* list = value.if_array()) return std::to_string(list->size());
    return value.is_null() ? std::string() : boost::json::serialize(value);
}

std::string member(const boost::json::object& object, std::string_view name) {
    const auto* found = object.if_contains(name);
    return found == nullptr ? std::string() : text_of(*found);
}

void read_changes(const boost::json::value& value, Payload& payload) {
    const auto* list = value.if_array();
    if (list == nullptr) return;
    for (const auto& one : *list)
        if (const auto* change = one.if_object())
            payload.changes.push_back(
                {member(*change, "field"), member(*change, "old"), member(*change, "new")});
}

}  // namespace

std::string payload_of(std::span<const FieldChange> changes,
                       std::span<const std::pair<std::string, std::string>> facts) {
    base::JsonWriter json;
    json.begin_object();
    for (const auto& [name, value] : facts) json.field(name, value);
    json.key("changes").begin_array();
    for (const auto& change : changes) {
        json.begin_object().field("field", change.field).field("old", change.old_value);
        json.field("new", change.new_value).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

Payload read_payload(std::string_view text) {
    boost::system::error_code error;
    const auto value = boost::json::parse(text, error);
    const auto* object = error ? nullptr : value.if_object();
    Payload payload;
    if (object == nullptr) return payload;
    for (const auto& [name, member] : *object) {
        if (name == "changes")
            read_changes(member, payload);
        else
            payload.facts.emplace_back(name, text_of(member));
    }
    return payload;
}

}  // namespace journal
