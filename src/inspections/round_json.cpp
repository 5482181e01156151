#include "inspections/round_json.hpp"

#include "base/limits.hpp"

namespace inspections {
namespace {

using base::JsonReader;
using base::JsonWriter;
using base::limits::name_chars_max;
using ledger::InspectionKind;

RoundTerms read_round_terms(JsonReader& reader) {
    RoundTerms terms;
    terms.name = reader.filled_text("name", name_chars_max);
    terms.term = reader.text_or_empty("term", term_chars_max);
    terms.leading_office = reader.text_or_empty("leading_office", name_chars_max);
    terms.begins_on = reader.optional_date("begins_on");
    terms.ends_on = reader.optional_date("ends_on");
    return terms;
}

TeamTerms read_team_terms(JsonReader& reader) {
    TeamTerms terms;
    terms.name = reader.filled_text("name", name_chars_max);
    terms.kind = reader.name("kind", ledger::inspection_kind_of, InspectionKind::regular);
    terms.inspecting_body = reader.filled_text("inspecting_body", name_chars_max);
    terms.head = reader.text_or_empty("head", name_chars_max);
    terms.members = reader.text_or_empty("members", members_chars_max);
    return terms;
}

Days read_both_days(JsonReader& reader) {
    return {reader.optional_date("begins_on"), reader.optional_date("ends_on")};
}

void write_may(JsonWriter& json, const ledger::Reader& reader) {
    json.key("may").begin_array();
    if (!why_not_keep(reader.actor)) json.value("keep");
    json.end_array();
}

void write_round(JsonWriter& json, const Round& round) {
    const auto& terms = round.terms;
    json.field("id", round.id).field("name", terms.name).field("term", terms.term);
    json.field("leading_office", terms.leading_office).field("begins_on", terms.begins_on);
    json.field("ends_on", terms.ends_on).field("version", round.version);
}

void write(JsonWriter& json, const InspectedUnit& one, base::Date today) {
    json.begin_object().key("unit").begin_object().field("id", one.unit);
    json.field("name", one.unit_name).end_object();
    json.field("begins_on", one.days.begins_on).field("ends_on", one.days.ends_on);
    json.field("stage", name_of(stage_of(one, today))).key("programme");
    if (one.programme) {
        json.begin_object().field("id", one.programme->id);
        json.field("title", one.programme->title).end_object();
    } else {
        json.null();
    }
    json.field("feedback_on", one.feedback_on).field("feedback", one.feedback);
    json.field("version", one.version).end_object();
}

void write(JsonWriter& json, const Team& team, const RoundView& view,
           const ledger::Reader& reader) {
    const auto& terms = team.terms;
    json.begin_object().field("id", team.id).field("name", terms.name);
    json.field("kind", ledger::name_of(terms.kind));
    json.field("inspecting_body", terms.inspecting_body).field("head", reader.name(terms.head));
    json.field("members", reader.name(terms.members)).field("version", team.version);
    json.key("units").begin_array();
    for (const auto& one : view.units)
        if (one.inspection == team.id) write(json, one, reader.today);
    json.end_array().end_object();
}

}  // namespace

base::Result<Round> read_new_round(std::string_view body) {
    return base::read_object<Round>(body, [](JsonReader& reader) {
        const auto id = reader.id<ledger::RoundTag>("id");
        return Round{id, read_round_terms(reader), 1};
    });
}

base::Result<Round> read_round_change(std::string_view body) {
    return base::read_object<Round>(body, [](JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return Round{{}, read_round_terms(reader), version};
    });
}

base::Result<NewTeam> read_new_team(std::string_view body) {
    return base::read_object<NewTeam>(body, [](JsonReader& reader) {
        NewTeam wanted;
        wanted.team.id = reader.id<ledger::InspectionTag>("id");
        wanted.team.terms = read_team_terms(reader);
        wanted.days = read_both_days(reader);
        for (const auto& text : reader.texts("unit_ids", units_max, 36)) {
            if (const auto id = base::UnitId::parse(text))
                wanted.units.push_back(*id);
            else
                reader.fault("unit_ids", "expected_id", text);
        }
        return wanted;
    });
}

base::Result<Team> read_team_change(std::string_view body) {
    return base::read_object<Team>(body, [](JsonReader& reader) {
        const auto version = reader.integer("version", 1);
        return Team{{}, {}, read_team_terms(reader), version};
    });
}

base::Result<DaysForm> read_days(std::string_view body) {
    return base::read_object<DaysForm>(body, [](JsonReader& reader) {
        const auto version = reader.integer("version", 0);
        return DaysForm{version, read_both_days(reader)};
    });
}

base::Result<base::ProgrammeId> read_link(std::string_view body) {
    return base::read_object<base::ProgrammeId>(
        body, [](JsonReader& reader) { return reader.id<base::ProgrammeTag>("programme_id"); });
}

std::string to_json(const RoundView& view, const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object();
    write_round(json, view.round);
    json.key("teams").begin_array();
    for (const auto& team : view.teams) write(json, team, view, reader);
    json.end_array();
    write_may(json, reader);
    json.end_object();
    return json.take();
}

std::string to_json(const RoundPage& found, const ledger::Page& asked,
                    const ledger::Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& row : found.rows) {
        json.begin_object();
        write_round(json, row.round);
        json.field("units", row.units).field("programmes", row.programmes).end_object();
    }
    json.end_array().field("total", found.total).field("page", asked.page);
    json.field("page_size", asked.page_size);
    write_may(json, reader);
    json.end_object();
    return json.take();
}

}  // namespace inspections
