#include "campaigns/campaign_json.hpp"

#include "base/utf8.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/task_json.hpp"

namespace campaigns {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using base::limits::reason_chars_max;

CampaignTerms read_terms(JsonReader& reader) {
    CampaignTerms terms;
    terms.name = reader.filled_text("name", campaign_name_chars_max);
    terms.goal = reader.filled_text("goal", goal_chars_max);
    terms.unit = reader.id<base::UnitTag>("unit_id");
    reader.object("leader", [&](JsonReader& leader) {
        terms.leader_name = leader.text_or_empty("name", name_chars_max);
        terms.leader = leader.optional_id<base::PersonTag>("id");
    });
    terms.begins_on = reader.date("begins_on");
    terms.ends_on = reader.date("ends_on");
    return terms;
}

void write_members(JsonWriter& json, const CampaignBrief& brief, const Reader& reader) {
    const auto& [one, tally] = brief;
    json.field("id", one.id).key("programme").begin_object().field("id", one.programme);
    json.field("title", one.programme_title).end_object().field("number", one.number);
    json.field("name", one.terms.name).field("goal", one.terms.goal).key("unit").begin_object();
    json.field("id", one.terms.unit).field("name", one.unit_name).end_object().key("leader");
    if (one.terms.leader_name.empty()) {
        json.null();
    } else {
        json.begin_object().field("name", reader.name(one.terms.leader_name));
        json.field("id", one.terms.leader).end_object();
    }
    json.field("begins_on", one.terms.begins_on).field("ends_on", one.terms.ends_on);
    json.key("days_left");
    if (one.state == CampaignState::running)
        json.value(base::days_between(reader.today, one.terms.ends_on));
    else
        json.null();
    json.field("state", name_of(one.state)).field("summary", one.summary);
    json.field("over_at", one.over_at).field("over_by", reader.name(one.over_by));
    json.key("tally").begin_object().field("all", tally.all).field("done", tally.done);
    json.field("long_term", tally.long_term).field("awaiting_review", tally.awaiting_review);
    json.field("overdue", tally.overdue).end_object().field("version", one.version);
    json.key("may").begin_array();
    for (const auto act : campaign_acts)
        if (!why_not(act, one, reader.actor)) json.value(name_of(act));
    json.end_array();
}

void write(JsonWriter& json, const GroupedMeasure& one, const Reader& reader) {
    json.begin_object().field("id", one.id).field("number", one.number);
    json.field("problem_number", one.problem_number).field("text", one.text);
    json.field("status", name_of(one.status)).field("percent", one.percent);
    json.field("due_on", one.due_on).key("days_left");
    if (one.due_on && !one.is_finished())
        json.value(base::days_between(reader.today, *one.due_on));
    else
        json.null();
    json.field("unit_label", one.unit_label).field("last_entry", one.last_entry);
    json.field("finished", one.is_finished()).field("reason", one.reason).end_object();
}

}  // namespace

base::Result<NewCampaign> read_new_campaign(std::string_view body) {
    return base::read_object<NewCampaign>(body, [](JsonReader& reader) {
        NewCampaign wanted;
        wanted.id = reader.id<CampaignTag>("id");
        wanted.terms = read_terms(reader);
        return wanted;
    });
}

base::Result<CampaignForm> read_campaign_form(std::string_view body) {
    return base::read_object<CampaignForm>(body, [](JsonReader& reader) {
        CampaignForm form;
        form.version = reader.integer("version", 1);
        form.terms = read_terms(reader);
        return form;
    });
}

base::Result<ChosenMeasures> read_chosen(std::string_view body) {
    return base::read_object<ChosenMeasures>(body, [](JsonReader& reader) {
        ChosenMeasures chosen;
        chosen.version = reader.integer("version", 1);
        for (const auto& text : reader.texts("measure_ids", campaign_measures_max, 36)) {
            if (const auto id = MeasureId::parse(text))
                chosen.measures.push_back(*id);
            else
                reader.fault("measure_ids", "expected_id", text);
        }
        return chosen;
    });
}

base::Result<ConclusionForm> read_conclusion(std::string_view body) {
    return base::read_object<ConclusionForm>(body, [](JsonReader& reader) {
        ConclusionForm form;
        form.version = reader.integer("version", 1);
        form.conclusion.summary = reader.text_or_empty("summary", summary_chars_max);
        reader.array("reasons", campaign_measures_max, [&](JsonReader& each) {
            form.conclusion.reasons.push_back({each.id<ledger::MeasureTag>("measure_id"),
                                               each.text_or_empty("reason", reason_chars_max)});
        });
        return form;
    });
}

base::Result<GivingUp> read_giving_up(std::string_view body) {
    return base::read_object<GivingUp>(body, [](JsonReader& reader) {
        return GivingUp{reader.integer("version", 1),
                        reader.text_or_empty("reason", reason_chars_max)};
    });
}

base::Result<CampaignFilter> read_campaign_filter(const http::Request& request,
                                                  ProgrammeId programme) {
    const auto page = ledger::read_page(request);
    if (!page) return page.error();
    CampaignFilter filter{programme, std::string(request.query_value("measure")), *page};
    if (!filter.measure.empty() && !MeasureId::parse(filter.measure))
        return base::refuse(base::ErrorKind::invalid, "expected_id", "measure",
                            {{"value", std::string(base::first_chars(filter.measure, 40))}});
    return filter;
}

std::string to_json(const CampaignView& view, const Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_members(json, view.brief, reader);
    json.key("measures").begin_array();
    for (const auto& one : view.measures) write(json, one, reader);
    json.end_array().key("results").begin_array();
    for (const auto& one : view.results)
        json.begin_object()
            .field("kind", name_of(one.kind))
            .field("quantity", one.quantity)
            .end_object();
    json.end_array().key("milestones").begin_array();
    for (const auto& task : view.milestones) ledger::write(json, task, reader);
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const CampaignPage& page, const ledger::Page& asked, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& brief : page.rows) {
        json.begin_object();
        write_members(json, brief, reader);
        json.end_object();
    }
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).key("may").begin_array();
    if (!why_not_open(reader.actor)) json.value("open");
    json.end_array().end_object();
    return json.take();
}

}  // namespace campaigns
