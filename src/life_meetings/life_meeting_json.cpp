#include "life_meetings/life_meeting_json.hpp"

#include <algorithm>

#include "ledger/ledger_query_json.hpp"

namespace life_meetings {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;

Demands read_demands(JsonReader& reader) {
    Demands demands;
    reader.object("demands", [&](JsonReader& each) {
        demands.study_hours_min = each.integer("study_hours_min", 0, study_hours_max);
        demands.criticisms_each_min = each.integer("criticisms_each_min", 0, criticisms_max);
        demands.plan_days = each.integer("plan_days", 1, demand_days_max);
        demands.drafts_days = each.integer("drafts_days", 1, demand_days_max);
        demands.report_days = each.integer("report_days", 1, demand_days_max);
    });
    return demands;
}

Participant read_participant(JsonReader& reader) {
    Participant one;
    one.id = reader.id<LifeParticipantTag>("id");
    one.part = reader.name<Part>("part", part_of, Part::member);
    one.name = reader.filled_text("name", name_chars_max);
    one.title = reader.text_or_empty("title", post_title_chars_max);
    one.person = reader.optional_id<base::PersonTag>("person_id");
    return one;
}

Terms read_terms(JsonReader& reader) {
    Terms terms;
    terms.title = reader.filled_text("title", life_title_chars_max);
    terms.theme = reader.filled_text("theme", theme_chars_max);
    terms.basis = reader.text_or_empty("basis", basis_chars_max);
    terms.focus = reader.texts("focus", focus_lines_max, focus_line_chars_max);
    terms.held_on = reader.date("held_on");
    terms.begins_at = reader.filled_text("begins_at", 5);
    terms.length = reader.name<Length>("length", length_of, Length::half_day);
    terms.sessions = reader.texts("sessions", sessions_max, focus_line_chars_max);
    terms.place = reader.filled_text("place", place_chars_max);
    reader.object("contact_leader", [&](JsonReader& leader) {
        terms.contact_leader = leader.text_or_empty("name", name_chars_max);
        terms.contact_person = leader.optional_id<base::PersonTag>("id");
    });
    return terms;
}

Plan read_plan(JsonReader& reader) {
    Plan plan;
    plan.terms = read_terms(reader);
    plan.demands = read_demands(reader);
    reader.array("participants", participants_max,
                 [&](JsonReader& each) { plan.participants.push_back(read_participant(each)); });
    reader.array("duties", std::size(duty_kinds), [&](JsonReader& each) {
        const auto kind = each.name<DutyKind>("kind", duty_kind_of, DutyKind::support);
        auto who = each.text_or_empty("who", duty_chars_max);
        if (!who.empty()) plan.duties.push_back({kind, std::move(who)});
    });
    // As they are stored: in the order of the kinds.
    std::sort(plan.duties.begin(), plan.duties.end(),
              [](const Duty& one, const Duty& other) { return one.kind < other.kind; });
    return plan;
}

void write_person(JsonWriter& json, std::string_view name, std::optional<base::PersonId> id,
                  const Reader& reader) {
    if (name.empty()) {
        json.null();
        return;
    }
    json.begin_object().field("name", reader.name(name)).field("id", id).end_object();
}

void write_lines(JsonWriter& json, std::string_view key, const std::vector<std::string>& lines) {
    json.key(key).begin_array();
    for (const auto& line : lines) json.value(line);
    json.end_array();
}

void write_brief(JsonWriter& json, const LifeMeeting& one) {
    json.field("id", one.id).key("programme").begin_object().field("id", one.programme);
    json.field("title", one.programme_title).end_object().key("unit").begin_object();
    json.field("id", one.unit).field("name", one.unit_name).end_object();
    const auto& terms = one.terms;
    json.field("title", terms.title).field("theme", terms.theme);
    json.field("held_on", terms.held_on).field("begins_at", terms.begins_at);
    json.field("length", name_of(terms.length)).field("place", terms.place);
    json.field("state", name_of(one.state)).field("version", one.version);
}

void write_terms(JsonWriter& json, const LifeMeeting& one, const Reader& reader) {
    const auto& terms = one.terms;
    json.field("basis", terms.basis);
    write_lines(json, "focus", terms.focus);
    write_lines(json, "sessions", terms.sessions);
    json.key("contact_leader");
    write_person(json, terms.contact_leader, terms.contact_person, reader);
    const auto& demands = one.demands;
    json.key("demands").begin_object().field("study_hours_min", demands.study_hours_min);
    json.field("criticisms_each_min", demands.criticisms_each_min);
    json.field("plan_days", demands.plan_days).field("drafts_days", demands.drafts_days);
    json.field("report_days", demands.report_days).end_object();
    json.key("duties").begin_array();
    for (const auto& duty : one.duties)
        json.begin_object().field("kind", name_of(duty.kind)).field("who", duty.who).end_object();
    json.end_array();
}

/// Why somebody left is told to those who keep and supervise, and to themselves.
void write(JsonWriter& json, const Participant& one, const Standing& standing,
           const Reader& reader) {
    const bool told = standing.keeper || standing.superior || standing.is(one.id);
    json.begin_object().field("id", one.id).field("part", name_of(one.part));
    json.field("name", reader.name(one.name)).field("title", one.title);
    json.field("person_id", one.person).field("left_on", one.left_on);
    json.field("left_reason", told ? std::string_view(one.left_reason) : std::string_view());
    json.end_object();
}

void write(JsonWriter& json, const Step& one, const Reader& reader) {
    json.begin_object().field("position", one.position).field("kind", name_of(one.kind));
    json.field("title", one.title).field("days", one.days);
    json.field("counting", name_of(one.counting)).field("due_on", one.due_on).key("days_left");
    if (one.done_on)
        json.null();
    else
        json.value(base::days_between(reader.today, one.due_on));
    json.field("done_on", one.done_on).field("done_by", reader.name(one.done_by));
    json.field("remark", one.remark).end_object();
}

void write_reviews(JsonWriter& json, const LifeMeetingView& view, const Reader& reader) {
    const auto& standing = view.standing;
    const bool told = reads_reviews(standing);
    json.key("reviews").begin_array();
    for (const auto& one : view.reviews) {
        if (!told) break;
        json.begin_object().field("round", one.round).field("edition", one.edition);
        json.field("seat", name_of(one.seat)).field("verdict", name_of(one.verdict));
        json.field("words", one.words).field("said_by", reader.name(one.said_by));
        json.field("entered_by", reader.name(one.entered_by)).field("at", one.at).end_object();
    }
    const auto asked = seats_asked(view.meeting, view.reviews);
    json.end_array().key("asked").begin_array();
    for (const auto seat : asked) json.value(name_of(seat));
    json.end_array().key("seats").begin_array();
    for (const auto seat : asked)
        if (may_sit(seat, view.meeting, standing, reader.actor)) json.value(name_of(seat));
    json.end_array();
}

}  // namespace

void write(base::JsonWriter& json, const Standing& standing) {
    json.begin_object().field("keeper", standing.keeper).field("superior", standing.superior);
    json.field("own", standing.own).key("part");
    if (standing.own)
        json.value(name_of(standing.part));
    else
        json.null();
    json.field("has_left", standing.has_left).field("contact", standing.contact).end_object();
}

base::Result<NewLifeMeeting> read_new_life_meeting(std::string_view body) {
    return base::read_object<NewLifeMeeting>(body, [](JsonReader& reader) {
        NewLifeMeeting wanted;
        wanted.id = reader.id<LifeMeetingTag>("id");
        wanted.plan = read_plan(reader);
        return wanted;
    });
}

base::Result<PlanForm> read_plan_form(std::string_view body) {
    return base::read_object<PlanForm>(body, [](JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return PlanForm{version, read_plan(reader)};
    });
}

base::Result<LifeMeetingFilter> read_life_meeting_filter(const http::Request& request,
                                                         ProgrammeId programme) {
    const auto page = ledger::read_page(request);
    if (!page) return page.error();
    return LifeMeetingFilter{programme, *page};
}

std::string to_json(const LifeMeetingView& view, const Reader& reader) {
    const auto& one = view.meeting;
    JsonWriter json;
    json.begin_object();
    write_brief(json, one);
    write_terms(json, one, reader);
    json.field("edition", one.edition).field("edition_reason", one.edition_reason);
    json.field("round", one.round).field("submitted_at", one.submitted_at);
    json.field("cancelled_reason", one.cancelled_reason);
    json.key("participants").begin_array();
    for (const auto& each : one.participants) write(json, each, view.standing, reader);
    json.end_array().key("steps").begin_array();
    for (const auto& each : one.steps) write(json, each, reader);
    json.end_array().key("moved_days").begin_array();
    for (const auto& each : view.moved) {
        json.begin_object().field("held_on", each.held_on).field("moved_to", each.moved_to);
        json.field("reason", each.reason).field("at", each.at);
        json.field("by", reader.name(each.by)).end_object();
    }
    json.end_array();
    write_reviews(json, view, reader);
    write(json.key("standing"), view.standing);
    json.key("may").begin_array();
    for (const auto act : life_acts)
        if (!why_not(act, one, view.standing)) json.value(name_of(act));
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const LifeMeetingPage& page, const ledger::Page& asked, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& one : page.rows) {
        json.begin_object();
        write_brief(json, one);
        const auto* principal = principal_of(one);
        json.field("principal", principal ? reader.name(principal->name) : std::string());
        json.field("team", team_of(one).size()).end_object();
    }
    json.end_array().field("total", page.total).field("page", asked.page);
    json.field("page_size", asked.page_size).key("may").begin_array();
    if (page.may_plan) json.value("begin");
    json.end_array().end_object();
    return json.take();
}

}  // namespace life_meetings
