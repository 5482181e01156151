#include "proofreading/dictionary_json.hpp"

namespace proofreading {
namespace {

Wording read_wording(base::JsonReader& reader) {
    Wording wording;
    wording.wrong = reader.text_or_empty("wrong", wording_chars_max);
    wording.right = reader.text_or_empty("right", wording_chars_max);
    wording.reason = reader.text_or_empty("reason", wording_reason_chars_max);
    wording.unless = reader.texts("unless", exceptions_max, wording_chars_max);
    wording.severity = reader.name<Severity>("severity", severity_of, Severity::should);
    wording.in_force = reader.boolean("in_force", true);
    return wording;
}

void write(base::JsonWriter& json, const Entry& entry, const ledger::Reader& reader) {
    const auto& wording = entry.wording;
    json.begin_object().field("id", entry.id).field("group", name_of(wording.group));
    json.field("wrong", wording.wrong).field("right", wording.right);
    json.field("reason", wording.reason).key("unless").begin_array();
    for (const auto& whole : wording.unless) json.value(whole);
    json.end_array().field("severity", name_of(wording.severity));
    json.field("in_force", wording.in_force).field("version", entry.version);
    json.field("by", reader.name(entry.by)).field("at", entry.at).end_object();
}

void write(base::JsonWriter& json, const Dictionary& entries, const ledger::Reader& reader) {
    json.key("rows").begin_array();
    for (const auto& entry : entries) write(json, entry, reader);
    json.end_array();
}

}  // namespace

base::Result<Entry> read_new_entry(std::string_view body) {
    return base::read_object<Entry>(body, [](base::JsonReader& reader) {
        Entry entry;
        entry.id = reader.id<struct WordingTag>("id").text();
        entry.wording = read_wording(reader);
        return entry;
    });
}

base::Result<Entry> read_entry_change(std::string_view body) {
    return base::read_object<Entry>(body, [](base::JsonReader& reader) {
        Entry entry;
        entry.version = reader.integer("version");
        entry.wording = read_wording(reader);
        return entry;
    });
}

std::string to_json(const Entry& entry, const ledger::Reader& reader) {
    base::JsonWriter json;
    write(json, entry, reader);
    return json.take();
}

std::string to_json(const DictionaryView& view, const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object();
    write(json, view.entries, reader);
    json.key("may").begin_array();
    if (view.may_keep) json.value("keep");
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const Dictionary& versions, const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object();
    write(json, versions, reader);
    json.end_object();
    return json.take();
}

}  // namespace proofreading
