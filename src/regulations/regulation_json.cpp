#include "regulations/regulation_json.hpp"

#include "base/utf8.hpp"
#include "ledger/ledger_query_json.hpp"

namespace regulations {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::reason_chars_max;

std::vector<AnsweredRow> read_rows(JsonReader& reader, std::string_view key) {
    std::vector<AnsweredRow> rows;
    for (auto& id : reader.texts(key, regulation_links_max, 36)) rows.push_back({id, 0, {}});
    return rows;
}

RegulationTerms read_terms(JsonReader& reader) {
    RegulationTerms terms;
    terms.change = reader.name("change", regulation_change_of, RegulationChange::made);
    terms.kind = reader.name("kind", regulation_kind_of, RegulationKind::system);
    terms.title = reader.filled_text("title", regulation_title_chars_max);
    terms.replaces = reader.text_or_empty("replaces", replaces_chars_max);
    terms.unit = reader.id<base::UnitTag>("unit_id");
    terms.due_on = reader.optional_date("due_on");
    terms.problems = read_rows(reader, "problem_ids");
    terms.measures = read_rows(reader, "measure_ids");
    return terms;
}

base::Error unknown(std::string_view code, std::string_view field, std::string_view value) {
    return base::refuse(base::ErrorKind::invalid, code, field,
                        {{"value", std::string(base::first_chars(value, 40))}});
}

void write(JsonWriter& json, const AnsweredRow& row) {
    json.begin_object().field("id", row.id).field("number", row.number);
    json.field("text", row.text).end_object();
}

void write(JsonWriter& json, std::string_view key, const std::vector<AnsweredRow>& rows) {
    json.key(key).begin_array();
    for (const auto& row : rows) write(json, row);
    json.end_array();
}

void write(JsonWriter& json, const RegulationStep& step, const Reader& reader) {
    json.begin_object().field("act", name_of(step.act)).field("on", step.on);
    json.field("document", step.document).field("note", step.note);
    json.field("by", reader.name(step.by)).field("at", step.at).end_object();
}

void write(JsonWriter& json, const Regulation& one, const Reader& reader) {
    const auto& terms = one.terms;
    json.begin_object().field("id", one.id).key("programme").begin_object();
    json.field("id", one.programme).field("title", one.programme_title).end_object();
    json.field("number", one.number).field("change", name_of(terms.change));
    json.field("kind", name_of(terms.kind)).field("title", terms.title);
    json.field("replaces", terms.replaces).key("unit").begin_object().field("id", terms.unit);
    json.field("name", one.unit_name).end_object().field("due_on", terms.due_on);
    json.key("days_left");
    if (terms.due_on && is_drafted(one.state))
        json.value(base::days_between(reader.today, *terms.due_on));
    else
        json.null();
    json.field("state", name_of(one.state)).field("document", one.document);
    json.field("submitted_on", one.submitted_on).field("issued_on", one.issued_on);
    json.field("effective_on", one.effective_on).field("repealed_on", one.repealed_on);
    write(json, "problems", terms.problems);
    write(json, "measures", terms.measures);
    json.key("steps").begin_array();
    for (const auto& step : one.steps) write(json, step, reader);
    json.end_array().field("version", one.version).key("may").begin_array();
    for (const auto act : regulation_acts)
        if (!why_not(act, one, reader.actor)) json.value(name_of(act));
    json.end_array().end_object();
}

void write_rows(JsonWriter& json, const std::vector<Regulation>& rows, const Reader& reader) {
    json.key("rows").begin_array();
    for (const auto& one : rows) write(json, one, reader);
    json.end_array();
}

}  // namespace

base::Result<NewRegulation> read_new_regulation(std::string_view body) {
    return base::read_object<NewRegulation>(body, [](JsonReader& reader) {
        NewRegulation wanted;
        wanted.id = reader.id<RegulationTag>("id");
        wanted.terms = read_terms(reader);
        return wanted;
    });
}

base::Result<RegulationForm> read_regulation_form(std::string_view body) {
    return base::read_object<RegulationForm>(body, [](JsonReader& reader) {
        RegulationForm form;
        form.version = reader.integer("version", 1);
        form.terms = read_terms(reader);
        return form;
    });
}

base::Result<StepForm> read_step(std::string_view body) {
    return base::read_object<StepForm>(body, [](JsonReader& reader) {
        StepForm form;
        form.version = reader.integer("version", 1);
        form.step.act = reader.name("act", regulation_step_of, RegulationAct::submit);
        form.step.on = reader.date("on");
        form.step.document = reader.text_or_empty("document", step_document_chars_max);
        form.step.note = reader.text_or_empty("note", reason_chars_max);
        return form;
    });
}

base::Result<RegulationFilter> read_regulation_filter(const http::Request& request,
                                                      ProgrammeId programme) {
    const auto page = ledger::read_page(request);
    if (!page) return page.error();
    RegulationFilter filter{programme, WhichRegulations::all, {}, {}, *page};
    if (const auto asked = request.query_value("which"); !asked.empty()) {
        const auto which = which_of(asked);
        if (!which) return unknown("unknown_name", "which", asked);
        filter.which = *which;
    }
    filter.problem = request.query_value("problem");
    if (!filter.problem.empty() && !ledger::ProblemId::parse(filter.problem))
        return unknown("expected_id", "problem", filter.problem);
    filter.measure = request.query_value("measure");
    if (!filter.measure.empty() && !ledger::MeasureId::parse(filter.measure))
        return unknown("expected_id", "measure", filter.measure);
    return filter;
}

std::string to_json(const Regulation& one, const Reader& reader) {
    JsonWriter json;
    write(json, one, reader);
    return json.take();
}

std::string to_json(const RegisterView& view, const ledger::Page& asked, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_rows(json, view.page.rows, reader);
    json.field("total", view.page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).key("counts").begin_object();
    const auto& counts = view.counts;
    json.field("made", counts.made).field("revised", counts.revised);
    json.field("abolished", counts.abolished).field("drafting", counts.drafting);
    json.field("in_review", counts.in_review).field("overdue", counts.overdue);
    json.field("ended", counts.ended).end_object().key("may").begin_array();
    if (!why_not_add(reader.actor)) json.value("add");
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<ClaimDifference>& differences, const Reader&) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : differences) {
        json.begin_object().key("measure");
        write(json, one.measure);
        json.field("claimed", one.claimed).field("issued", one.issued);
        json.field("drafting", one.drafting).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<Regulation>& rows, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_rows(json, rows, reader);
    json.end_object();
    return json.take();
}

}  // namespace regulations
