#include "accounts/unit_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/limits.hpp"

namespace accounts {
namespace {

void write_person(base::JsonWriter& json, const Person& person) {
    json.begin_object()
        .field("id", person.id)
        .field("name", person.name)
        .field("unit_id", person.unit);
    json.field("unit_name", person.unit_name).field("post", person.post).end_object();
}

}  // namespace

void write_unit(base::JsonWriter& json, const Unit& unit) {
    json.begin_object()
        .field("id", unit.id)
        .field("name", unit.name)
        .field("short_name", unit.short_name);
    json.field("kind", name_of(unit.kind)).field("parent_id", unit.parent).field("path", unit.path);
    json.field("version", unit.version).field("closed_at", unit.closed_at);
    json.field("merged_into", unit.merged_into).end_object();
}

base::Result<Unit> read_new_unit(std::string_view body) {
    const auto value = base::parse_json(body);
    if (!value) return value.error();
    base::JsonReader reader(*value);
    Unit wanted;
    wanted.id = reader.id<base::UnitTag>("id");
    wanted.name = reader.filled_text("name", base::limits::name_chars_max);
    wanted.short_name = reader.text_or_empty("short_name", base::limits::name_chars_max);
    wanted.kind = reader.name("kind", unit_kind_of, UnitKind::other);
    wanted.parent = reader.optional_id<base::UnitTag>("parent_id");
    if (const auto read = reader.finish(); !read) return read.error();
    return wanted;
}

base::Result<UnitRenaming> read_unit_renaming(std::string_view body) {
    return base::read_object<UnitRenaming>(body, [](base::JsonReader& reader) {
        UnitRenaming wanted;
        wanted.version = reader.integer("version");
        wanted.names.name = reader.filled_text("name", base::limits::name_chars_max);
        wanted.names.short_name = reader.text_or_empty("short_name", base::limits::name_chars_max);
        wanted.names.kind = reader.name("kind", unit_kind_of, UnitKind::other);
        return wanted;
    });
}

std::string to_json(const Unit& unit) {
    base::JsonWriter json;
    write_unit(json, unit);
    return json.take();
}

std::string to_json(const std::vector<Unit>& units) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& unit : units) write_unit(json, unit);
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<Person>& persons) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& person : persons) write_person(json, person);
    json.end_array().end_object();
    return json.take();
}

}  // namespace accounts
