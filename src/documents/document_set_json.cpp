#include "documents/document_set_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/utf8.hpp"

namespace documents {

base::Result<std::vector<DocumentKind>> read_kinds(std::string_view names) {
    std::vector<DocumentKind> kinds;
    while (!names.empty()) {
        const auto name = base::cut(names, ',');
        const auto kind = document_kind_of(name);
        if (!kind)
            return base::refuse(base::ErrorKind::invalid, "unknown_name", "kinds",
                                {{"value", std::string(name.substr(0, 40))}});
        kinds.push_back(*kind);
    }
    return kinds;
}

base::Result<DocumentSet> read_document_set(std::string_view body) {
    return base::read_object<DocumentSet>(body, [](base::JsonReader& reader) {
        DocumentSet one;
        one.name = reader.filled_text("name", set_name_chars_max);
        for (const auto& name : reader.texts("kinds", document_kinds.size(), 64)) {
            if (const auto kind = document_kind_of(name))
                one.choice.kinds.push_back(*kind);
            else
                reader.fault("kinds", "unknown_name", name);
        }
        one.choice.period = reader.name<SetPeriod>("period", set_period_of, SetPeriod::month);
        one.choice.as_pdf = reader.boolean("as_pdf", false);
        one.choice.workbooks = reader.boolean("workbooks", false);
        one.shared = reader.boolean("shared", false);
        return one;
    });
}

std::string to_json(const DocumentSets& sets, const ledger::Reader& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : sets.rows) {
        json.begin_object().field("id", one.id).field("name", one.name);
        json.key("kinds").begin_array();
        for (const auto kind : one.choice.kinds) json.value(name_of(kind));
        json.end_array().field("period", name_of(one.choice.period));
        json.field("as_pdf", one.choice.as_pdf).field("workbooks", one.choice.workbooks);
        json.field("shared", one.shared).field("by", reader.name(one.by)).field("at", one.at);
        json.field("may_drop", !why_not_keep(one, reader.actor)).end_object();
    }
    json.end_array().field("may_share", sets.may_share).field("issuer", sets.issuer);
    return json.end_object().take();
}

}  // namespace documents
