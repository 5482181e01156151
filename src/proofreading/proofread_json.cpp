#include "proofreading/proofread_json.hpp"

#include "base/utf8.hpp"

namespace proofreading {
namespace {

constexpr std::size_t fixes_max = 20'000, key_chars_max = 40;

void write(base::JsonWriter& json, const Passage& passage) {
    json.begin_object().field("text", passage.text);
    json.field("paragraph", static_cast<std::uint64_t>(passage.paragraph));
    if (passage.in_table())
        json.field("table", passage.table)
            .field("row", passage.row)
            .field("column", passage.column);
    json.end_object();
}

void write(base::JsonWriter& json, const SetAside& what, const ledger::Reader& reader) {
    json.begin_object().field("reason", what.reason).field("by", reader.name(what.by));
    json.field("at", what.at).end_object();
}

void write(base::JsonWriter& json, const Reading& reading, const Finding& finding,
           const ledger::Reader* reader) {
    const auto chars = [&](std::size_t bytes) -> std::uint64_t {
        if (finding.end == 0) return 0;
        return base::chars_in(
            std::string_view(reading.passages[finding.passage].text).substr(0, bytes));
    };
    json.begin_object().field("key", finding.key).field("kind", name_of(finding.kind));
    json.field("severity", name_of(finding.severity));
    json.field("passage", static_cast<std::uint64_t>(finding.passage));
    json.field("begin", chars(finding.begin)).field("end", chars(finding.end));
    json.field("reason", finding.reason).field("suggestion", finding.suggestion);
    json.field("fix", finding.fix);
    const auto aside = reading.set_aside.find(finding.key);
    if (reader != nullptr && aside != reading.set_aside.end())
        write(json.key("set_aside"), aside->second, *reader);
    json.end_object();
}

std::string written(const Reading& reading, const ledger::Reader* reader) {
    base::JsonWriter json;
    json.begin_object().field("programme", reading.programme).field("format", reading.format);
    json.field("digest", reading.digest).key("passages").begin_array();
    for (const auto& passage : reading.passages) write(json, passage);
    json.end_array().key("findings").begin_array();
    for (const auto& finding : reading.findings) write(json, reading, finding, reader);
    json.end_array().key("may").begin_array();
    if (reading.may_set_aside) json.value("set_aside");
    json.end_array().end_object();
    return json.take();
}

}  // namespace

base::Result<WantedText> read_text(std::string_view body) {
    return base::read_object<WantedText>(body, [](base::JsonReader& reader) {
        WantedText wanted;
        wanted.programme = reader.optional_id<struct base::ProgrammeTag>("programme");
        wanted.text = reader.text_or_empty("text", text_chars_max);
        for (auto& key : reader.texts("fixes", fixes_max, key_chars_max))
            wanted.fixes.insert(std::move(key));
        wanted.fix_all = reader.boolean("fix_all", false);
        return wanted;
    });
}

base::Result<std::string> read_reason(std::string_view body) {
    return base::read_object<std::string>(body, [](base::JsonReader& reader) {
        return reader.text("reason", base::limits::reason_chars_max);
    });
}

std::string to_json(const Reading& reading, const ledger::Reader& reader) {
    return written(reading, &reader);
}
std::string to_json(const Reading& reading) {
    return written(reading, nullptr);
}

std::string to_json(const SetAside& what, const ledger::Reader& reader) {
    base::JsonWriter json;
    write(json, what, reader);
    return json.take();
}

}  // namespace proofreading
