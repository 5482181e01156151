#include "ledger/programme_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "ledger/review_json.hpp"

namespace ledger {
namespace {

using base::Act;

void write_counts(base::JsonWriter& json, const ProgrammeView& view) {
    const auto& counts = view.counts;
    json.key("counts").begin_object();
    json.field("areas", counts.areas)
        .field("problems", counts.problems)
        .field("measures", counts.measures);
    json.field("struck_off", counts.struck_off).field("measures_done", counts.measures_done);
    json.field("long_term", counts.long_term).field("overdue", counts.overdue);
    json.field("due_soon", counts.due_soon).field("awaiting_review", counts.awaiting_review);
    json.field("problems_awaiting_review", counts.problems_awaiting_review);
    json.field("time_used_percent", view.time_used_percent).end_object();
}

void write_required_evidence(base::JsonWriter& json, const RequiredEvidence& required) {
    const auto write_kinds = [&](std::string_view name, const EvidenceKinds& kinds) {
        json.key(name).begin_array();
        for (const auto kind : kinds) json.value(evidence::name_of(kind));
        json.end_array();
    };
    json.key("required_evidence").begin_object();
    write_kinds("measure", required.measure);
    write_kinds("problem", required.problem);
    json.end_object();
}

EvidenceKinds read_evidence_kinds(base::JsonReader& reader, std::string_view field) {
    EvidenceKinds kinds;
    for (const auto& name : reader.texts(field, std::size(evidence::evidence_kinds), 40)) {
        if (const auto kind = evidence::evidence_kind_of(name))
            kinds.push_back(*kind);
        else
            reader.fault(field, "unknown_name", name);
    }
    return kinds;
}

void write_may(base::JsonWriter& json, const base::Actor& reader) {
    json.key("may").begin_array();
    if (reader.may(Act::import_plan)) json.value("import_plan");
    if (reader.may(Act::edit_ledger)) json.value("edit_ledger");
    if (reader.may(Act::report_progress)) json.value("report_progress");
    if (reader.may(Act::export_ledger)) json.value("export_ledger");
    json.end_array();
}

void write(base::JsonWriter& json, const ProgrammeView& view, const base::Actor& reader) {
    const auto& programme = view.programme;
    json.begin_object().field("id", programme.id).field("title", programme.title);
    json.key("inspected_unit").begin_object().field("id", programme.inspected_unit);
    json.field("name", programme.inspected_unit_name).end_object();
    json.key("inspection").begin_object().field("name", programme.inspection.name);
    json.field("kind", name_of(programme.inspection.kind));
    json.field("inspecting_body", programme.inspection.inspecting_body).end_object();
    json.field("round_name", programme.inspection.round_name)
        .field("feedback_on", programme.feedback_on);
    json.field("concentrated_end_on", programme.concentrated_end_on);
    json.field("immediate_days", programme.immediate_days).field("version", programme.version);
    json.field("classification", name_of(programme.classification));
    write(json.key("review_chain"), programme.review_chain);
    write_required_evidence(json, programme.required_evidence);
    write_counts(json, view);
    write_may(json, reader);
    json.end_object();
}

}  // namespace

std::string to_json(const ProgrammeView& view, const base::Actor& reader) {
    base::JsonWriter json;
    write(json, view, reader);
    return json.take();
}

std::string to_json(const ProgrammeViews& views, const base::Actor& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& view : views.rows) write(json, view, reader);
    json.end_array().field("total", views.total).end_object();
    return json.take();
}

std::string to_json(const std::vector<Area>& areas) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& area : areas) {
        json.begin_object().field("id", area.id).field("number", area.number);
        json.field("printed_number", area.printed_number)
            .field("heading", area.heading)
            .end_object();
    }
    json.end_array().end_object();
    return json.take();
}

base::Result<Programme> read_new_programme(std::string_view body) {
    return base::read_object<Programme>(body, [](base::JsonReader& reader) {
        Programme programme;
        programme.id = reader.id<base::ProgrammeTag>("id");
        programme.title = reader.filled_text("title", base::limits::name_chars_max);
        programme.inspected_unit = reader.id<base::UnitTag>("inspected_unit_id");
        programme.inspection.name =
            reader.filled_text("inspection_name", base::limits::name_chars_max);
        programme.inspection.kind =
            reader.name("inspection_kind", inspection_kind_of, InspectionKind::regular);
        programme.inspection.inspecting_body =
            reader.filled_text("inspecting_body", base::limits::name_chars_max);
        programme.inspection.round_name =
            reader.filled_text("round_name", base::limits::name_chars_max);
        programme.feedback_on = reader.optional_date("feedback_on");
        programme.concentrated_end_on = reader.optional_date("concentrated_end_on");
        if (reader.has("classification"))
            programme.classification =
                reader.name("classification", classification_of, Classification::internal);
        return programme;
    });
}

base::Result<ProgrammePatch> read_programme_patch(std::string_view body) {
    return base::read_object<ProgrammePatch>(body, [](base::JsonReader& reader) {
        ProgrammePatch patch;
        patch.version = reader.integer("version", 1);
        if (reader.has("title"))
            patch.change.title = reader.filled_text("title", base::limits::name_chars_max);
        patch.change.feedback_on = reader.optional_date("feedback_on");
        patch.change.concentrated_end_on = reader.optional_date("concentrated_end_on");
        if (reader.has("classification"))
            patch.change.classification =
                reader.name("classification", classification_of, Classification::internal);
        if (const auto days = reader.optional_integer("immediate_days", 1, 365))
            patch.change.immediate_days = static_cast<int>(*days);
        patch.change.review_chain = read_chain(reader, "review_chain");
        reader.object("required_evidence", [&](base::JsonReader& one) {
            patch.change.required_evidence = RequiredEvidence{read_evidence_kinds(one, "measure"),
                                                              read_evidence_kinds(one, "problem")};
        });
        return patch;
    });
}

std::string titles_json(const std::vector<ProgrammeTitle>& titles) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& [id, title] : titles)
        json.begin_object().field("id", id).field("title", title).end_object();
    json.end_array().end_object();
    return json.take();
}

}  // namespace ledger
