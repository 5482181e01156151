#include "templates/template_json.hpp"

#include "base/messages.hpp"
#include "base/text_length.hpp"

namespace templates {
namespace {

using base::ErrorKind;
using base::refuse;

enum class WithSentence { no, yes };

void write(base::JsonWriter& json, const std::vector<base::Error>& faults, WithSentence sentence) {
    json.key("faults").begin_array();
    for (const auto& fault : faults) {
        json.begin_object().field("code", fault.code).key("args").begin_object();
        for (const auto& [name, value] : fault.args) json.field(name, value);
        json.end_object();
        if (sentence == WithSentence::yes) json.field("sentence", base::sentence_of(fault));
        json.end_object();
    }
    json.end_array();
}

void write(base::JsonWriter& json, const Version& version, const Reader& reader) {
    json.begin_object().field("number", version.number).field("file_name", version.file_name);
    json.field("bytes", version.bytes).field("marks", version.marks);
    json.field("by", reader.name(version.by)).field("at", version.at);
    write(json, version.faults, WithSentence::no);
    json.end_object();
}

void write_may(base::JsonWriter& json, const Template& one, const Reader& reader) {
    json.key("may").begin_array();
    if (!why_not_keep(reader.actor) && one.withdrawn) json.value("take_back");
    if (!why_not_keep(reader.actor) && !one.withdrawn)
        json.value("add_version").value("use").value("withdraw");
    json.end_array();
}

void write(base::JsonWriter& json, const Template& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("name", one.name);
    json.field("kind", office::name_of(one.kind)).field("used", one.used);
    json.field("version", one.version).key("withdrawn");
    if (one.withdrawn) {
        json.begin_object().field("at", one.withdrawn->at);
        json.field("by", reader.name(one.withdrawn->by)).field("reason", one.withdrawn->reason);
        json.end_object();
    } else {
        json.null();
    }
    write_may(json, one, reader);
    json.key("versions").begin_array();
    for (auto version = one.versions.rbegin(); version != one.versions.rend(); ++version)
        write(json, *version, reader);
    json.end_array().end_object();
}

void write(base::JsonWriter& json, const office::RecordType& type) {
    json.key("fields").begin_array();
    for (const auto& field : type.fields) {
        json.begin_object().field("name", field.name).field("sort", office::name_of(field.sort));
        json.field("formats", office::formats_of(field.sort)).field("about", field.about);
        json.field("sample", field.sample).end_object();
    }
    json.end_array().key("lists").begin_array();
    for (const auto& list : type.lists) {
        json.begin_object().field("name", list.name).field("about", list.about);
        write(json, list);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

base::Result<UseOrder> read_use(std::string_view body) {
    return base::read_object<UseOrder>(body, [](base::JsonReader& reader) {
        return UseOrder{reader.integer("version"), reader.integer("number", 1)};
    });
}

base::Result<WithdrawalOrder> read_withdrawal(std::string_view body) {
    return base::read_object<WithdrawalOrder>(body, [](base::JsonReader& reader) {
        const auto version = reader.integer("version");
        return WithdrawalOrder{version, reader.text("reason", base::limits::reason_chars_max)};
    });
}

base::Result<std::int64_t> read_return(std::string_view body) {
    return base::read_object<std::int64_t>(
        body, [](base::JsonReader& reader) { return reader.integer("version"); });
}

base::Result<Upload> read_upload(const http::Request& request) {
    const auto said = [&](std::string_view name) {
        return std::string(base::trim(request.query_value(name)));
    };
    Upload upload;
    const auto in_path = request.parameter("id");
    const auto id = TemplateId::parse(in_path.empty() ? request.query_value("id") : in_path);
    if (!id) return refuse(ErrorKind::invalid, "expected_id", "id");
    upload.id = *id;
    upload.name = said("name");
    upload.file_name = said("file_name");
    upload.file = request.body_file;
    if (auto no = base::why_too_long(upload.name, "name", base::limits::name_chars_max)) return *no;
    if (upload.file.empty()) return refuse(ErrorKind::invalid, "template_file_missing", "file");
    return upload;
}

std::string to_json(const Template& one, const Reader& reader) {
    base::JsonWriter json;
    write(json, one, reader);
    return json.take();
}

std::string to_json(const std::vector<Template>& all, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : all) write(json, one, reader);
    json.end_array().field("file_bytes_max", std::uint64_t{office::template_bytes_max});
    json.key("may").begin_array();
    if (!why_not_keep(reader.actor)) json.value("add");
    return json.end_array().end_object().take();
}

std::string fields_json(const office::RecordType& root) {
    base::JsonWriter json;
    json.begin_object();
    write(json, root);
    return json.end_object().take();
}

std::string check_json(const office::Template& checked) {
    base::JsonWriter json;
    json.begin_object().field("kind", office::name_of(checked.kind()));
    json.field("marks", std::uint64_t{checked.marks()});
    write(json, checked.faults(), WithSentence::yes);
    return json.end_object().take();
}

}  // namespace templates
