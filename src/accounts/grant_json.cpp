#include "accounts/grant_json.hpp"

#include "accounts/account_json.hpp"

namespace accounts {
namespace {

void write_grant(base::JsonWriter& json, const Grant& grant) {
    json.field("role", name_of(grant.role)).key("parts").begin_array();
    for (const auto& part : grant.parts) {
        json.begin_object().field("unit_id", part.unit).field("unit_name", part.unit_name);
        json.field("programme_id", part.programme).end_object();
    }
    json.end_array();
    write_guards(json, grant.guards);
    json.field("custom_role_id", grant.custom);
}

void write_change(base::JsonWriter& json, const PermissionChange& change,
                  const base::Actor& reader) {
    json.begin_object().field("id", change.id).field("state", name_of(change.state));
    json.field("account_id", change.account).field("account_name", change.account_name);
    json.field("person_name", change.person_name);
    write_grant(json, change.wanted);
    json.field("reason", change.reason).field("asked_by", change.asked_by_name);
    json.field("asked_at", change.asked_at).field("own", change.asked_by == reader.id);
    json.field("decided_by", change.decided_by_name).field("decided_at", change.decided_at);
    json.field("note", change.note).end_object();
}

}  // namespace

void write_guards(base::JsonWriter& json, base::Guards guards) {
    json.key("guards").begin_array();
    for (const auto name : names_of(guards)) json.value(name);
    json.end_array();
}

base::Guards read_guards(base::JsonReader& reader) {
    base::Guards guards;
    for (const auto& name : reader.texts("guards", 16, 64)) {
        const auto guard = guard_of(name);
        if (guard)
            guards = guards | base::Guards{*guard};
        else
            reader.fault("guards", "unknown_name", name);
    }
    return guards;
}

base::Result<WantedChange> read_wanted_change(std::string_view body) {
    return base::read_object<WantedChange>(body, [](base::JsonReader& reader) {
        WantedChange wanted;
        wanted.id = reader.id<PermissionChangeTag>("id");
        wanted.account = reader.id<base::AccountTag>("account_id");
        wanted.version = reader.integer("version", 1);
        wanted.grant.role = reader.name("role", role_of, Role::unassigned);
        reader.array("parts", 200, [&](base::JsonReader& one) {
            GrantedPart part;
            part.unit = one.optional_id<base::UnitTag>("unit_id");
            part.programme = one.optional_id<base::ProgrammeTag>("programme_id");
            wanted.grant.parts.push_back(part);
        });
        wanted.grant.guards = completed(read_guards(reader));
        wanted.grant.custom = reader.optional_id<CustomRoleTag>("custom_role_id");
        wanted.reason = reader.filled_text("reason", grant_reason_chars_max);
        return wanted;
    });
}

base::Result<WantedDecision> read_decision(std::string_view body) {
    return base::read_object<WantedDecision>(body, [](base::JsonReader& reader) {
        WantedDecision wanted;
        if (!reader.has("agree")) reader.fault("agree", "missing");
        wanted.verdict = reader.boolean("agree", false) ? Verdict::agree : Verdict::refuse;
        wanted.note = reader.text_or_empty("note", grant_reason_chars_max);
        return wanted;
    });
}

std::string to_json(const PermissionChange& change, const base::Actor& reader) {
    base::JsonWriter json;
    write_change(json, change, reader);
    return json.take();
}

std::string to_json(const ChangePage& page, const base::Actor& reader) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& change : page.rows) write_change(json, change, reader);
    json.end_array().field("total", page.total).end_object();
    return json.take();
}

std::string to_json(const GrantPage& page) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& [account, grant] : page.rows) {
        json.begin_object().field("id", account.id).field("name", account.name);
        write_person_and_unit(json, account);
        write_grant(json, grant);
        json.field("disabled", account.disabled).field("version", account.version).end_object();
    }
    json.end_array().field("total", page.total).end_object();
    return json.take();
}

}  // namespace accounts
