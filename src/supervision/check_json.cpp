#include "supervision/check_json.hpp"

#include "ledger/ledger_query_json.hpp"
#include "supervision/accountability.hpp"

namespace supervision {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::reason_chars_max;

CheckTerms read_terms(JsonReader& reader) {
    CheckTerms terms;
    terms.kind = reader.name<CheckKind>("kind", check_kind_of, CheckKind::site_check);
    terms.subject = reader.text_or_empty("subject", subject_chars_max);
    terms.begins_on = reader.date("begins_on");
    terms.ends_on = reader.date("ends_on");
    reader.array("team", members_max, [&](JsonReader& one) {
        TeamMember member;
        member.name = one.filled_text("name", member_chars_max);
        member.person = one.optional_id<base::PersonTag>("person_id");
        member.leads = one.boolean("leads", false);
        terms.team.push_back(std::move(member));
    });
    for (const auto unit : ledger::read_ids<base::UnitTag>(reader, "units"))
        terms.units.push_back({unit, ""});
    terms.items = reader.texts("items", items_max, item_chars_max);
    return terms;
}

void write(JsonWriter& json, const CheckTerms& terms, const ledger::Reader& reader) {
    json.field("kind", name_of(terms.kind)).field("subject", terms.subject);
    json.field("begins_on", terms.begins_on).field("ends_on", terms.ends_on);
    json.key("team").begin_array();
    for (const auto& one : terms.team) {
        json.begin_object().field("name", reader.name(one.name));
        json.field("person_id", one.person).field("leads", one.leads).end_object();
    }
    json.end_array().key("units").begin_array();
    for (const auto& one : terms.units)
        json.begin_object().field("id", one.unit).field("name", one.name).end_object();
    json.end_array();
}

void write_figures(JsonWriter& json, const CheckFigures& figures) {
    json.key("figures").begin_object().field("rows", figures.rows);
    json.field("filled", figures.filled).field("findings", figures.findings);
    json.field("undecided", figures.undecided).end_object();
}

/// The members of a check without its braces.
void write(JsonWriter& json, const Check& check, const ledger::Reader& reader) {
    json.field("id", check.id).key("programme").begin_object();
    json.field("id", check.programme).field("title", check.programme_title).end_object();
    write(json, check.terms, reader);
    json.key("items").begin_array();
    for (const auto& item : check.terms.items) json.value(item);
    json.end_array().field("state", name_of(check.state)).field("announced", check.announced);
    json.field("planned_by", reader.name(check.planned_by)).field("reason", check.reason);
    json.field("conclusion", check.conclusion);
    json.field("concluded_by", reader.name(check.concluded_by));
    json.field("concluded_at", check.concluded_at).field("version", check.version);
    json.field("on_team", is_on_team(check, reader.actor)).key("may").begin_array();
    for (const auto act : check_acts)
        if (!why_not(act, check, reader.actor)) json.value(name_of(act));
    json.end_array();
}

void write(JsonWriter& json, const CheckBrief& brief, const ledger::Reader& reader) {
    json.begin_object();
    write(json, brief.check, reader);
    write_figures(json, brief.figures);
    json.end_object();
}

void write(JsonWriter& json, const std::vector<Weight>& found) {
    json.key("weights").begin_array();
    for (const auto weight : found)
        json.begin_object()
            .field("weight", name_of(weight))
            .field("lots", lots_for(weight))
            .end_object();
    json.end_array();
}

void write(JsonWriter& json, const RowForm& form) {
    json.begin_object().key("answers").begin_array();
    for (const auto& one : form.answers)
        json.begin_object()
            .field("answer", name_of(one.answer))
            .field("remark", one.remark)
            .end_object();
    json.end_array().field("asked", form.asked).field("looked_at", form.looked_at);
    json.field("result", name_of(form.result)).field("finding", form.finding).end_object();
}

void write(JsonWriter& json, const std::vector<Consequence>& consequences,
           const ledger::Reader& reader) {
    json.key("consequences").begin_array();
    for (const auto& one : consequences) {
        if (one.kind == ConsequenceKind::accountability && why_not_see(reader.actor)) continue;
        json.begin_object().field("id", one.id).field("kind", name_of(one.kind));
        json.field("led_to", one.led_to).field("number", one.number).field("text", one.text);
        json.field("by", reader.name(one.by)).field("at", one.at).end_object();
    }
    json.end_array();
}

void write(JsonWriter& json, const ShownFile& file, const ledger::Reader& reader) {
    json.begin_object();
    evidence::write_members(json, file.item,
                            [&](std::string_view name) { return reader.name(name); });
    json.key("elsewhere").begin_array();
    for (const auto& place : file.elsewhere) ledger::write_place(json, place, file.item.evidence);
    json.end_array().key("again_at").begin_array();
    for (const auto position : file.again_at) json.value(position);
    json.end_array().end_object();
}

void write(JsonWriter& json, const CheckedRow& row, const CheckView& view,
           const ledger::Reader& reader) {
    const auto& check = view.check;
    const auto& subject = row.subject;
    json.begin_object().field("id", row.id).field("position", row.position);
    json.key("subject").begin_object().field("kind", name_of(subject.kind));
    json.field("id", subject.id).field("number", subject.number).field("text", subject.text);
    json.field("status", subject.kind == RowKind::measure ? name_of(subject.measure_status)
                                                          : name_of(subject.problem_status));
    json.end_object().key("unit").begin_object().field("id", row.unit);
    json.field("name", row.unit_name).end_object();
    json.field("draw", row.draw).field("why", row.why);
    write(json, row.weights);
    json.key("form");
    if (row.form)
        write(json, *row.form);
    else
        json.null();
    json.field("filled_by", reader.name(row.filled_by)).field("filled_at", row.filled_at);
    write(json, row.consequences, reader);
    json.key("files").begin_array();
    if (const auto files = view.files.find(row.id); files != view.files.end())
        for (const auto& file : files->second) write(json, file, reader);
    json.end_array().field("version", row.version).key("may").begin_array();
    for (const auto kind : consequence_kinds)
        if (!why_not(kind, row, check, reader.actor)) json.value(name_of(kind));
    json.end_array().end_object();
}

/// The members of a draw without its braces.
void write(JsonWriter& json, const Draw& draw, const ledger::Reader& reader) {
    json.field("id", draw.id).field("number", draw.number);
    json.field("pool", name_of(draw.filter.pool)).field("unit_name", draw.unit_name);
    json.field("area_heading", draw.area_heading).field("method", name_of(draw.method));
    json.field("size", draw.size).field("seed", draw.seed).field("algorithm", draw.algorithm);
    json.field("pool_size", draw.pool_size).field("pool_digest", draw.pool_digest);
    json.field("drawn_by", reader.name(draw.drawn_by)).field("drawn_at", draw.drawn_at);
}

}  // namespace

base::Result<NewCheck> read_new_check(std::string_view body) {
    return base::read_object<NewCheck>(body, [](JsonReader& reader) {
        NewCheck wanted;
        wanted.id = reader.id<CheckTag>("id");
        wanted.announced = reader.boolean("announced", false);
        wanted.terms = read_terms(reader);
        return wanted;
    });
}

base::Result<CheckForm> read_check_form(std::string_view body) {
    return base::read_object<CheckForm>(body, [](JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return CheckForm{version, read_terms(reader)};
    });
}

base::Result<CheckWords> read_check_words(std::string_view body, std::string_view key) {
    return base::read_object<CheckWords>(body, [&](JsonReader& reader) {
        CheckWords words{reader.integer("version", 1), ""};
        if (!key.empty()) words.text = reader.text_or_empty(key, conclusion_chars_max);
        return words;
    });
}

base::Result<DrawAsked> read_new_draw(std::string_view body) {
    return base::read_object<DrawAsked>(body, [](JsonReader& reader) {
        DrawAsked asked;
        asked.version = reader.integer("version", 1);
        asked.draw.id = reader.id<DrawTag>("id");
        asked.draw.filter.pool = reader.name<Pool>("pool", pool_of, Pool::both);
        asked.draw.filter.unit = reader.optional_id<base::UnitTag>("unit_id");
        asked.draw.filter.area = reader.optional_id<ledger::AreaTag>("area_id");
        asked.draw.method = reader.name<DrawMethod>("method", draw_method_of, DrawMethod::even);
        asked.draw.size = reader.integer("size", 1, sample_rows_max);
        return asked;
    });
}

base::Result<RowAsked> read_row_by_hand(std::string_view body) {
    return base::read_object<RowAsked>(body, [](JsonReader& reader) {
        RowAsked asked;
        asked.version = reader.integer("version", 1);
        asked.row.id = reader.id<CheckRowTag>("id");
        asked.row.kind = reader.name<RowKind>("kind", row_kind_of, RowKind::measure);
        asked.row.number = reader.integer("number", 1);
        asked.row.why = reader.text_or_empty("why", reason_chars_max);
        return asked;
    });
}

base::Result<FormFilled> read_row_form(std::string_view body) {
    return base::read_object<FormFilled>(body, [](JsonReader& reader) {
        FormFilled filled;
        filled.version = reader.integer("version", 1);
        reader.array("answers", items_max, [&](JsonReader& one) {
            const auto answer = one.name<Answer>("answer", answer_of, Answer::no);
            filled.form.answers.push_back({answer, one.text_or_empty("remark", remark_chars_max)});
        });
        filled.form.asked = reader.text_or_empty("asked", asked_chars_max);
        filled.form.looked_at = reader.text_or_empty("looked_at", looked_at_chars_max);
        filled.form.result =
            reader.name<CheckResult>("result", check_result_of, CheckResult::genuine);
        filled.form.finding = reader.text_or_empty("finding", reason_chars_max);
        return filled;
    });
}

base::Result<DecisionAsked> read_decision(std::string_view body) {
    return base::read_object<DecisionAsked>(body, [](JsonReader& reader) {
        DecisionAsked asked;
        asked.version = reader.integer("version", 1);
        auto& decision = asked.decision;
        decision.id = reader.id<ConsequenceTag>("id");
        decision.kind =
            reader.name<ConsequenceKind>("kind", consequence_kind_of, ConsequenceKind::task);
        decision.reason = reader.text_or_empty("reason", reason_chars_max);
        decision.requirement = reader.text_or_empty("requirement", ledger::task_chars_max);
        decision.due_on = reader.optional_date("due_on");
        decision.unit = reader.optional_id<base::UnitTag>("unit_id");
        decision.notice_kind = reader.text_or_empty("notice_kind", ledger::kind_name_chars_max);
        decision.accountability_number = reader.optional_integer("number", 1).value_or(0);
        return asked;
    });
}

base::Result<CheckFilter> read_check_filter(const http::Request& request,
                                            base::ProgrammeId programme) {
    const auto page = ledger::read_page(request);
    if (!page) return page.error();
    CheckFilter filter{programme, {}, *page};
    const auto state = request.query_value("state");
    if (!state.empty() && !(filter.state = check_state_of(state)))
        return http::unfit_in_query("unknown_name", "state", state);
    return filter;
}

base::Result<PoolFilter> read_pool_filter(const http::Request& request) {
    PoolFilter filter;
    const auto pool = request.query_value("pool");
    if (!pool.empty()) {
        const auto known = pool_of(pool);
        if (!known) return http::unfit_in_query("unknown_name", "pool", pool);
        filter.pool = *known;
    }
    const auto unit = request.query_value("unit");
    if (!unit.empty() && !(filter.unit = base::UnitId::parse(unit)))
        return http::unfit_in_query("expected_id", "unit", unit);
    const auto area = request.query_value("area");
    if (!area.empty() && !(filter.area = ledger::AreaId::parse(area)))
        return http::unfit_in_query("expected_id", "area", area);
    return filter;
}

std::string to_json(const Check& check, const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write(json, check, reader);
    json.end_object();
    return json.take();
}

std::string to_json(const CheckView& view, const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write(json, view.check, reader);
    write_figures(json, view.figures);
    json.key("rows").begin_array();
    for (const auto& row : view.rows) write(json, row, view, reader);
    json.end_array().key("draws").begin_array();
    for (const auto& told : view.draws) {
        json.begin_object();
        write(json, told.draw, reader);
        json.field("list_withheld", told.list_withheld).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const CheckPage& page, const ledger::Page& asked,
                    const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& brief : page.rows) write(json, brief, reader);
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).key("may").begin_array();
    if (reader.actor.may(base::Act::review)) json.value("plan");
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<CheckBrief>& own, const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& brief : own) write(json, brief, reader);
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<SupervisionCounts>& counts) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : counts) {
        json.begin_object().key("unit").begin_object().field("id", one.checks.unit);
        json.field("name", one.checks.unit_name).end_object();
        json.field("checks", one.checks.checks).field("rows", one.checks.rows);
        json.field("findings", one.checks.findings).field("paper", one.checks.paper);
        json.field("notices", one.notices).field("notices_late", one.notices_late).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const PoolView& pool, const ledger::Reader&) {
    JsonWriter json;
    json.begin_object().field("size", pool.size).field("there", pool.there);
    json.key("weights").begin_array();
    for (const auto& [weight, rows] : pool.weighted) {
        json.begin_object().field("weight", name_of(weight)).field("lots", lots_for(weight));
        json.field("rows", rows).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const DrawnAgain& again, const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write(json, again.draw, reader);
    json.field("sound", again.sound).field("list", again.draw.pool_list);
    json.key("lines").begin_array();
    for (const auto& line : again.lines) {
        json.begin_object().field("row", line.row).field("lots", line.lots);
        json.field("key", line.key).field("drawn", line.drawn).end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace supervision
