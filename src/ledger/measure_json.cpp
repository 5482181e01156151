#include "ledger/measure_json.hpp"

#include <algorithm>

#include "base/form_words.hpp"

namespace ledger {
namespace {

using base::limits::reason_chars_max;
using base::limits::text_chars_max;

std::string unit_of(ResultKind kind) {
    return base::form_words("result." + std::string(name_of(kind)) + ".unit");
}

void write_entry(base::JsonWriter& json, const ProgressEntry& entry, const Reader& reader) {
    json.begin_object().field("id", entry.id).field("at", entry.at);
    json.field("by", reader.name(entry.by));
    json.field("text", entry.text).field("percent", entry.percent);
    json.field("percent_reason", entry.percent_reason);
    json.field("evidence_note", entry.evidence_note).key("results").begin_array();
    for (const auto& result : entry.results) {
        json.begin_object().field("kind", name_of(result.kind)).field("quantity", result.quantity);
        json.field("unit", unit_of(result.kind)).end_object();
    }
    json.end_array().key("source");
    if (entry.source) {
        json.begin_object().field("file", entry.source->file).field("sheet", entry.source->sheet);
        json.field("row", entry.source->row).end_object();
    } else {
        json.null();
    }
    json.end_object();
}

void read_results(base::JsonReader& reader, std::vector<CountedResult>& results) {
    reader.array("results", 20, [&](base::JsonReader& one) {
        CountedResult result;
        result.kind = one.name("kind", result_kind_of, ResultKind::other);
        result.quantity = one.integer("quantity", 1, quantity_max);
        one.text_or_empty("unit",
                          8);  // Sent along for the reader of the message; the kind decides.
        const bool twice = std::any_of(results.begin(), results.end(), [&](const auto& other) {
            return other.kind == result.kind;
        });
        if (twice)
            one.fault("kind", "result_kind_stands_twice", name_of(result.kind));
        else
            results.push_back(result);
    });
}

LongTerm read_long_term(base::JsonReader& reader) {
    LongTerm long_term;
    long_term.stage_target = reader.text_or_empty("stage_target", stage_target_chars_max);
    long_term.review_months = static_cast<int>(
        reader.optional_integer("review_months", 0, review_months_max).value_or(0));
    long_term.next_review_on = reader.optional_date("next_review_on");
    return long_term;
}

}  // namespace

std::string to_json(const MeasureView& view, const Reader& reader) {
    base::JsonWriter json;
    json.begin_object();
    write_members(json, view.row, reader);
    json.key("programme").begin_object().field("id", view.row.measure.programme);
    json.field("title", view.programme_title).end_object();
    write_services(json, view.row.measure, view.services);
    write(json.key("results_proposed"), results_proposed(view.row.measure.text));
    json.key("entries").begin_array();
    for (const auto& entry : view.entries) write_entry(json, entry, reader);
    json.end_array();
    write_refusals(json, view.refusals, reader);
    write_steps(json, view.steps, reader);
    json.end_object();
    return json.take();
}

base::Result<NewMeasure> read_new_measure(std::string_view body) {
    return base::read_object<NewMeasure>(body, [](base::JsonReader& reader) {
        NewMeasure measure;
        measure.id = reader.id<MeasureTag>("id");
        measure.text = reader.filled_text("text", text_chars_max);
        measure.responsibility =
            read_responsibility(reader, "responsibility").value_or(Responsibility{});
        measure.deadline = read_deadline(reader, "deadline").value_or(Deadline{});
        measure.manifestations = read_ids<ManifestationTag>(reader, "manifestation_ids");
        return measure;
    });
}

base::Result<MeasurePatch> read_measure_patch(std::string_view body) {
    return base::read_object<MeasurePatch>(body, [](base::JsonReader& reader) {
        MeasurePatch patch;
        patch.version = reader.integer("version", 1);
        if (reader.has("text")) patch.change.text = reader.filled_text("text", text_chars_max);
        patch.change.responsibility = read_responsibility(reader, "responsibility");
        patch.change.deadline = read_deadline(reader, "deadline");
        patch.change.demands = read_demands(reader, "demands");
        reader.object("long_term",
                      [&](base::JsonReader& one) { patch.change.long_term = read_long_term(one); });
        return patch;
    });
}

base::Result<ServicesForm> read_services(std::string_view body) {
    return base::read_object<ServicesForm>(body, [](base::JsonReader& reader) {
        ServicesForm form;
        form.version = reader.integer("version", 1);
        form.services.problems = read_ids<ProblemTag>(reader, "problem_ids");
        form.services.manifestations = read_ids<ManifestationTag>(reader, "manifestation_ids");
        return form;
    });
}

base::Result<ProgressEntry> read_entry(std::string_view body) {
    return base::read_object<ProgressEntry>(body, [](base::JsonReader& reader) {
        ProgressEntry entry;
        entry.id = reader.id<EntryTag>("id");
        entry.text = reader.filled_text("text", text_chars_max);
        entry.percent = static_cast<int>(reader.integer("percent", 0, 100));
        entry.percent_reason = reader.text_or_empty("percent_reason", reason_chars_max);
        entry.evidence_note = reader.text_or_empty("evidence_note", text_chars_max);
        read_results(reader, entry.results);
        return entry;
    });
}

base::Result<AcceptanceForm> read_acceptance(std::string_view body) {
    return base::read_object<AcceptanceForm>(body, [](base::JsonReader& reader) {
        AcceptanceForm form;
        form.version = reader.integer("version", 1);
        form.outcome = reader.name("outcome", measure_status_of, MeasureStatus::done);
        form.opinion = reader.text_or_empty("opinion", reason_chars_max);
        form.long_term = read_long_term(reader);
        return form;
    });
}

}  // namespace ledger
