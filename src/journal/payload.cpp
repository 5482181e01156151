#include "journal/payload.hpp"

#include "base/json_writer.hpp"

namespace journal {

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

}  // namespace journal
