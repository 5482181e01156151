#include "bodies/body_json.hpp"

namespace bodies {
namespace {

using base::JsonReader;
using base::JsonWriter;

std::optional<UnitRef> read_unit(JsonReader& reader) {
    const auto id = reader.optional_id<base::UnitTag>("unit_id");
    return id ? std::optional(UnitRef{*id, {}}) : std::nullopt;
}

Member read_member(JsonReader& reader) {
    Member member;
    member.role = reader.name("role", member_role_of, MemberRole::member);
    member.name = reader.text_or_empty("name", body_name_chars_max);
    member.person = reader.optional_id<base::PersonTag>("person_id");
    member.post = reader.text_or_empty("post", post_chars_max);
    member.unit = read_unit(reader);
    member.duties = reader.text_or_empty("duties", member_duties_chars_max);
    for (const auto unit : ledger::read_ids<base::UnitTag>(reader, "portfolio"))
        if (member.portfolio.size() < portfolio_max) member.portfolio.push_back({unit, {}});
    member.from_on = reader.optional_date("from_on");
    member.until_on = reader.optional_date("until_on");
    return member;
}

BodyTerms read_terms(JsonReader& reader) {
    BodyTerms terms;
    terms.kind = reader.name("kind", body_kind_of, BodyKind::other);
    terms.name = reader.filled_text("name", body_name_chars_max);
    terms.unit = read_unit(reader);
    terms.duties = reader.text_or_empty("duties", body_duties_chars_max);
    terms.formed_on = reader.optional_date("formed_on");
    terms.dissolved_on = reader.optional_date("dissolved_on");
    reader.array("members", members_max,
                 [&](JsonReader& each) { terms.members.push_back(read_member(each)); });
    return terms;
}

void write(JsonWriter& json, const UnitRef& unit) {
    json.begin_object().field("id", unit.id).field("name", unit.name).end_object();
}

void write(JsonWriter& json, const std::optional<UnitRef>& unit) {
    json.key("unit");
    if (unit)
        write(json, *unit);
    else
        json.null();
}

void write(JsonWriter& json, const Member& member, const Reader& reader, base::Date on) {
    const bool of_unit = member.role == MemberRole::support && !member.person;
    json.begin_object().field("role", name_of(member.role));
    json.field("name", of_unit ? member.name : reader.name(member.name));
    json.field("person_id", member.person).field("post", member.post);
    write(json, member.unit);
    json.field("duties", member.duties).key("portfolio").begin_array();
    for (const auto& unit : member.portfolio) write(json, unit);
    json.end_array().field("from_on", member.from_on).field("until_on", member.until_on);
    json.field("serves", served_on(member, on)).end_object();
}

void write_terms(JsonWriter& json, const BodyTerms& terms, const Reader& reader, base::Date on) {
    json.field("kind", name_of(terms.kind)).field("name", terms.name);
    write(json, terms.unit);
    json.field("duties", terms.duties).field("formed_on", terms.formed_on);
    json.field("dissolved_on", terms.dissolved_on).field("stands", stood_on(terms, on));
    json.key("members").begin_array();
    for (const auto& member : terms.members) write(json, member, reader, on);
    json.end_array();
}

void write(JsonWriter& json, const Body& body, const Reader& reader, base::Date on) {
    json.begin_object().field("id", body.id);
    write_terms(json, body.terms, reader, on);
    json.field("version", body.version).key("may").begin_array();
    if (!why_not_set_up(reader.actor)) json.value("edit").value("remove");
    json.end_array().end_object();
}

}  // namespace

base::Result<NewBody> read_new_body(std::string_view body) {
    return base::read_object<NewBody>(body, [](JsonReader& reader) {
        NewBody wanted;
        wanted.id = reader.id<BodyTag>("id");
        wanted.terms = read_terms(reader);
        return wanted;
    });
}

base::Result<BodyChange> read_body_change(std::string_view body) {
    return base::read_object<BodyChange>(body, [](JsonReader& reader) {
        BodyChange change;
        change.version = reader.integer("version", 1);
        change.terms = read_terms(reader);
        return change;
    });
}

std::string to_json(const Body& body, const Reader& reader) {
    JsonWriter json;
    write(json, body, reader, reader.today);
    return json.take();
}

std::string to_json(const BodiesView& view, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& body : view.rows) write(json, body, reader, view.on);
    json.end_array().field("on", view.on).key("may").begin_array();
    if (!why_not_set_up(reader.actor)) json.value("add");
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<BodyTerms>& proposed, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& terms : proposed) {
        json.begin_object();
        write_terms(json, terms, reader, reader.today);
        json.end_object();
    }
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const std::vector<TierLine>& tiers, const Reader& reader) {
    JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& line : tiers) {
        json.begin_object().field("tier", name_of(line.tier)).key("who").begin_array();
        for (const auto& one : line.who) {
            json.begin_object().field("name", reader.name(one.name)).field("post", one.post);
            json.field("unit_name", one.unit_name).field("source", name_of(one.source));
            json.end_object();
        }
        json.end_array().key("without").begin_array();
        for (const auto& unit : line.without) json.value(unit);
        json.end_array().end_object();
    }
    json.end_array().end_object();
    return json.take();
}

}  // namespace bodies
