#include "ledger/evidence_json.hpp"

namespace ledger {
namespace {

evidence::NameOf names_for(const Reader& reader) {
    return [&reader](std::string_view name) { return reader.name(name); };
}

void write_version(base::JsonWriter& json, const EvidenceVersion& version, const Reader& reader) {
    evidence::write_members(json, version.item, names_for(reader));
    json.field("corrected", version.corrected).key("hints").begin_array();
    for (const auto hint : version.hints) json.value(evidence::name_of(hint));
    json.end_array().key("elsewhere").begin_array();
    for (const auto& place : version.elsewhere) write_place(json, place, version.item.evidence);
    json.end_array().field("elsewhere_unseen", version.elsewhere_unseen);
}

void write_acts(base::JsonWriter& json, const std::vector<EvidenceAct>& acts) {
    json.key("may").begin_array();
    for (const auto act : acts) json.value(name_of(act));
    json.end_array();
}

}  // namespace

void write_place(base::JsonWriter& json, const EvidencePlace& place,
                 const evidence::Evidence& evidence) {
    json.begin_object().field("kind", place.kind).field("id", place.id);
    json.field("number", place.number);
    // The same piece of evidence, or the same bytes brought in once more.
    json.field("shared", place.series == evidence.series);
    json.key("programme").begin_object().field("id", place.programme);
    json.field("title", place.programme_title).end_object().end_object();
}

std::string to_json(const EvidenceList& list, std::uint64_t file_bytes_max, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().field("file_bytes_max", file_bytes_max);
    write_acts(json, list.may);
    json.key("required").begin_array();
    for (const auto& [kind, stands] : list.required)
        json.begin_object().field("kind", name_of(kind)).field("stands", stands).end_object();
    json.end_array().key("rows").begin_array();
    for (const auto& series : list.rows) {
        json.begin_object();
        write_version(json, series.newest, reader);
        write_acts(json, series.may);
        json.key("earlier").begin_array();
        for (const auto& version : series.earlier) {
            json.begin_object();
            write_version(json, version, reader);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<evidence::Item>& items, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& item : items) {
        json.begin_object();
        evidence::write_members(json, item, names_for(reader));
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

base::Result<evidence::Correction> read_correction(std::string_view body) {
    return base::read_object<evidence::Correction>(body, [](base::JsonReader& reader) {
        evidence::Correction correction;
        correction.id = reader.id<evidence::EvidenceTag>("id");
        correction.kind =
            reader.name("kind", evidence::evidence_kind_of, evidence::EvidenceKind::other);
        correction.description =
            reader.text_or_empty("description", evidence::description_chars_max);
        return correction;
    });
}

base::Result<std::string> read_removal_reason(std::string_view body) {
    return base::read_object<std::string>(body, [](base::JsonReader& reader) {
        return reader.filled_text("reason", base::limits::reason_chars_max);
    });
}

}  // namespace ledger
