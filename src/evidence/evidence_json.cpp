#include "evidence/evidence_json.hpp"

namespace evidence {

void write_members(base::JsonWriter& json, const Item& item, const NameOf& told) {
    const auto& evidence = item.evidence;
    const auto& file = item.file;
    json.field("id", evidence.id).field("name", evidence.name);
    json.field("kind", name_of(evidence.kind)).field("description", evidence.description);
    json.field("document_date", evidence.document_date).field("version", evidence.version);
    json.field("by", told(evidence.by)).field("at", evidence.at);
    json.field("type", name_of(file.type)).field("view", name_of(view_of(file.type)));
    json.field("bytes", file.bytes).field("digest", file.digest);
    json.field("algorithm", base::name_of(file.algorithm));
    json.field("made_on", file.made.made_on).field("modified_on", file.made.modified_on);
    json.field("author", told(file.made.author));
    json.field("last_modified_by", told(file.made.last_modified_by));
}

std::string to_json(const Preview& preview) {
    base::JsonWriter json;
    json.begin_object().field("cut", preview.cut).key("blocks").begin_array();
    for (const auto& block : preview.blocks) {
        json.begin_object();
        if (block.kind == office::Block::Kind::paragraph) {
            json.field("text", block.text).field("heading", block.outline_level > 0);
        } else {
            json.field("table", block.table).field("table_name", block.table_name);
            json.key("cells").begin_array();
            for (const auto& cell : block.cells) json.value(cell.continued ? "" : cell.text);
            json.end_array();
        }
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace evidence
