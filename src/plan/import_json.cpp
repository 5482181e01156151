#include "plan/import_json.hpp"

#include "plan/plan_json.hpp"

namespace plan {
namespace {

void write_counts(base::JsonWriter& json, const DraftCounts& counts) {
    json.field("areas", counts.areas).field("problems", counts.problems);
    json.field("manifestations", counts.manifestations).field("measures", counts.measures);
}

void write_warnings(base::JsonWriter& json, const std::vector<ReadWarning>& warnings) {
    json.key("warnings").begin_array();
    for (const auto& warning : warnings) {
        json.begin_object().field("code", warning.code).field("at", warning.at);
        json.field("message", warning.message).end_object();
    }
    json.end_array();
}

void write_names(base::JsonWriter& json, const std::vector<std::string>& names) {
    json.key("unresolved_names").begin_array();
    for (const auto& name : names) json.value(name);
    json.end_array();
}

void write_members(base::JsonWriter& json, const ImportRow& row) {
    const auto& import = row.import;
    json.field("id", import.id).field("programme_id", import.programme);
    json.field("file_name", import.file_name)
        .field("kind", import.kind)
        .field("title", import.title)
        .field("mark", import.mark);
    json.field("uploaded_at", import.uploaded_at).field("by", import.by);
    json.field("version", import.version).field("state", name_of(import.state));
    json.key("counts").begin_object();
    write_counts(json, row.counts);
    json.end_object();
    write_warnings(json, row.warnings);
    write_names(json, row.unresolved_names);
}

void write_paragraphs(base::JsonWriter& json, const std::vector<office::Block>& blocks) {
    json.key("paragraphs").begin_array();
    for (const auto& block : blocks) {
        const bool paragraph = block.kind == office::Block::Kind::paragraph;
        json.begin_object().field("number", block.number).field("text", block.text);
        json.field("kind", paragraph ? "paragraph" : "table_row").key("cells").begin_array();
        for (const auto& cell : block.cells)
            json.value(cell.continued ? std::string_view() : cell.text);
        json.end_array().end_object();
    }
    json.end_array();
}

void write_changes(base::JsonWriter& json, std::string_view key,
                   const std::vector<RowChange>& changes) {
    json.key(key).begin_array();
    for (const auto& change : changes) {
        json.begin_object().field("kind", change.kind).field("number", change.number);
        json.field("field", change.field).field("old", change.old_value);
        json.field("new", change.new_value).end_object();
    }
    json.end_array();
}

void write_errors(base::JsonWriter& json, const std::vector<base::Error>& errors) {
    json.key("errors").begin_array();
    for (const auto& error : errors) {
        json.begin_object().field("place", error.field).field("code", error.code);
        json.key("args").begin_object();
        for (const auto& [name, value] : error.args) json.field(name, value);
        json.end_object().end_object();
    }
    json.end_array();
}

}  // namespace

std::string to_json(const ImportRow& row) {
    base::JsonWriter json;
    json.begin_object();
    write_members(json, row);
    json.end_object();
    return json.take();
}

std::string to_json(const std::vector<ImportRow>& rows) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : rows) {
        json.begin_object();
        write_members(json, row);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const ImportView& view) {
    base::JsonWriter json;
    json.begin_object();
    write_members(json, view.row);
    json.key("document").raw(to_json(view.document));
    json.key("draft").begin_object().key("areas");
    write(json, view.draft);
    json.end_object();
    write_paragraphs(json, view.blocks);
    json.end_object();
    return json.take();
}

std::string to_json(const CheckReport& report) {
    base::JsonWriter json;
    json.begin_object().key("created").begin_object();
    write_counts(json, report.created);
    json.field("units", report.units_created).field("phases", report.phases);
    json.field("milestones", report.milestones).end_object();
    write_changes(json, "changed", report.changed);
    json.key("gone").begin_array();
    for (const auto& row : report.gone) {
        json.begin_object().field("kind", row.kind).field("number", row.number);
        json.field("text", row.text).end_object();
    }
    json.end_array().field("untouched", report.untouched);
    write_changes(json, "kept_by_people", report.kept_by_people);
    write_errors(json, report.errors);
    write_warnings(json, report.warnings);
    write_names(json, report.unresolved_names);
    json.end_object();
    return json.take();
}

base::Result<ConfirmForm> read_confirmation(std::string_view body) {
    return base::read_object<ConfirmForm>(body, [](base::JsonReader& reader) {
        ConfirmForm form;
        form.version = reader.integer("version", 1);
        if (reader.boolean("create_units", false)) form.new_units = NewUnits::open;
        return form;
    });
}

base::Result<ConfirmForm> read_check(std::string_view body) {
    return base::read_object<ConfirmForm>(body, [](base::JsonReader& reader) {
        ConfirmForm form;
        if (reader.boolean("create_units", false)) form.new_units = NewUnits::open;
        return form;
    });
}

}  // namespace plan
