#include "exchange/manifest_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace exchange {
namespace {

constexpr std::size_t name_chars_max = 300, parts_max = 10'000'000;

base::Error broken_line(std::string_view line) {
    return base::refuse(base::ErrorKind::invalid, "backup_line_broken", "",
                        {{"value", std::string(line.substr(0, 60))}});
}

bool fits(const Field& field, bool is_number) {
    if (std::holds_alternative<std::monostate>(field)) return true;
    return std::holds_alternative<std::int64_t>(field) == is_number;
}

}  // namespace

std::string to_json(const Manifest& manifest) {
    base::JsonWriter json;
    json.begin_object().field("format", manifest.format).field("program", manifest.program);
    json.field("made_at", manifest.made_at).field("algorithm", manifest.algorithm);
    json.field("schema", manifest.schema).key("parts").begin_array();
    for (const auto& part : manifest.parts) {
        json.begin_object().field("name", part.name).field("digest", part.digest);
        json.field("rows", part.rows).field("bytes", part.bytes).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

base::Result<Manifest> read_manifest(std::string_view text) {
    return base::read_object<Manifest>(text, [](base::JsonReader& reader) {
        Manifest manifest;
        manifest.format = static_cast<int>(reader.integer("format", 0, 1'000));
        manifest.program = reader.text("program", name_chars_max);
        manifest.made_at = reader.text("made_at", name_chars_max);
        manifest.algorithm = reader.text("algorithm", name_chars_max);
        manifest.schema = reader.integer("schema");
        reader.array("parts", parts_max, [&](base::JsonReader& part) {
            manifest.parts.push_back({part.filled_text("name", name_chars_max),
                                      part.filled_text("digest", name_chars_max),
                                      part.integer("rows"), part.integer("bytes")});
        });
        return manifest;
    });
}

std::string to_line(const Record& record) {
    base::JsonWriter json;
    json.begin_array();
    for (const auto& field : record) {
        if (const auto* number = std::get_if<std::int64_t>(&field))
            json.value(*number);
        else if (const auto* text = std::get_if<std::string>(&field))
            json.value(*text);
        else
            json.null();
    }
    json.end_array();
    return json.take() + '\n';
}

base::Result<Record> read_line(std::string_view line, const std::vector<Column>& columns) {
    const auto value = base::parse_json(line);
    if (!value || !value->is_array() || value->get_array().size() != columns.size())
        return broken_line(line);
    Record record;
    for (const auto& field : value->get_array()) {
        if (field.is_null())
            record.emplace_back();
        else if (field.is_int64())
            record.emplace_back(field.get_int64());
        else if (field.is_string())
            record.emplace_back(std::string(field.get_string()));
        else
            return broken_line(line);
        if (!fits(record.back(), columns[record.size() - 1].is_number)) return broken_line(line);
    }
    return record;
}

}  // namespace exchange
