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

/// Bytes into characters; findings mostly come in order, so each passage is counted about once.
class Columns {
  public:
    explicit Columns(const Passages& passages) : passages_(passages) {}

    struct Range {
        std::uint64_t begin = 0, end = 0;
    };
    Range of(const Finding& finding) {
        if (finding.end == 0) return {};
        if (finding.passage != passage_ || finding.begin < bytes_) {
            passage_ = finding.passage;
            bytes_ = chars_ = 0;
        }
        const std::string_view text = passages_[passage_].text;
        chars_ += base::chars_in(text.substr(bytes_, finding.begin - bytes_));
        bytes_ = finding.begin;
        return {chars_, chars_ + base::chars_in(text.substr(bytes_, finding.end - bytes_))};
    }

  private:
    const Passages& passages_;
    std::size_t passage_ = 0, bytes_ = 0;
    std::uint64_t chars_ = 0;
};

void write(base::JsonWriter& json, const Reading& reading, const Finding& finding,
           const Columns::Range& range, const ledger::Reader* reader) {
    json.begin_object().field("key", finding.key).field("kind", name_of(finding.kind));
    json.field("severity", name_of(finding.severity));
    json.field("passage", static_cast<std::uint64_t>(finding.passage));
    json.field("begin", range.begin).field("end", range.end);
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
    Columns columns(reading.passages);
    for (const auto& finding : reading.findings)
        write(json, reading, finding, columns.of(finding), reader);
    json.end_array().key("may").begin_array();
    if (reading.may_set_aside) json.value("set_aside");
    json.end_array().end_object();
    return json.take();
}

}  // namespace

Chosen read_fixes(base::JsonReader& reader) {
    Chosen keys;
    for (auto& key : reader.texts("fixes", fixes_max, key_chars_max)) keys.insert(std::move(key));
    return keys;
}

base::Result<WantedText> read_text(std::string_view body) {
    return base::read_object<WantedText>(body, [](base::JsonReader& reader) {
        WantedText wanted;
        wanted.programme = reader.optional_id<struct base::ProgrammeTag>("programme");
        wanted.text = reader.text_or_empty("text", text_chars_max);
        wanted.fixes = read_fixes(reader);
        wanted.fix_all = reader.boolean("fix_all", false);
        wanted.live_figures = reader.boolean("live_figures", false);
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
