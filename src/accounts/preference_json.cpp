#include "accounts/preference_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace accounts {

base::Result<std::string> read_preference(std::string_view body) {
    const auto value = base::parse_json(body);
    if (!value) return value.error();
    const auto* object = value->if_object();
    const auto* content = object == nullptr ? nullptr : object->if_contains("value");
    if (content == nullptr) return base::refuse(base::ErrorKind::invalid, "missing", "value");
    if (object->size() != 1) return base::refuse(base::ErrorKind::invalid, "unknown_field");
    return boost::json::serialize(*content);
}

std::string preference_json(const std::string& value) {
    base::JsonWriter json;
    json.begin_object().key("value").raw(value).end_object();
    return json.take();
}

}  // namespace accounts
