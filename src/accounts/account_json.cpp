#include "accounts/account_json.hpp"

#include "base/json_reader.hpp"
#include "base/limits.hpp"

namespace accounts {
namespace {

void write_account(base::JsonWriter& json, const Account& account,
                   const std::optional<std::string>& initial_password) {
    json.begin_object().field("id", account.id).field("name", account.name);
    write_person_and_unit(json, account);
    json.field("role", name_of(account.role));
    write_custom_role(json, account);
    json.field("source", name_of(account.source)).field("disabled", account.disabled);
    json.field("last_sign_in_at", account.last_sign_in_at).field("version", account.version);
    if (initial_password) json.field("initial_password", *initial_password);
    json.end_object();
}

}  // namespace

void write_person_and_unit(base::JsonWriter& json, const Account& account) {
    json.key("person").begin_object();
    json.field("id", account.person).field("name", account.person_name).end_object();
    json.key("unit");
    if (!account.unit) {
        json.null();
        return;
    }
    json.begin_object()
        .field("id", account.unit->id)
        .field("name", account.unit->name)
        .end_object();
}

void write_custom_role(base::JsonWriter& json, const Account& account) {
    json.key("custom_role");
    if (account.custom)
        json.value(account.custom->name);
    else
        json.null();
}

base::Result<NewAccount> read_new_account(std::string_view body) {
    const auto value = base::parse_json(body);
    if (!value) return value.error();
    base::JsonReader reader(*value);
    NewAccount wanted;
    wanted.id = reader.id<base::AccountTag>("id");
    wanted.name = reader.filled_text("name", account_name_chars_max);
    wanted.person_name = reader.filled_text("person_name", base::limits::name_chars_max);
    wanted.unit = reader.optional_id<base::UnitTag>("unit_id");
    wanted.role = reader.name("role", role_of, Role::responsible_unit);
    if (reader.has("source"))
        wanted.source = reader.name("source", sign_in_source_of, SignInSource::local);
    if (const auto read = reader.finish(); !read) return read.error();
    return wanted;
}

base::Result<SetSource> read_set_source(std::string_view body) {
    return base::read_object<SetSource>(body, [](base::JsonReader& reader) {
        return SetSource{reader.integer("version", 1),
                         reader.name("source", sign_in_source_of, SignInSource::local)};
    });
}

base::Result<SetDisabled> read_set_disabled(std::string_view body) {
    const auto value = base::parse_json(body);
    if (!value) return value.error();
    base::JsonReader reader(*value);
    if (!reader.has("disabled")) reader.fault("disabled", "missing");
    const SetDisabled wanted{reader.integer("version", 1), reader.boolean("disabled", false)};
    if (const auto read = reader.finish(); !read) return read.error();
    return wanted;
}

std::string to_json(const Account& account) {
    base::JsonWriter json;
    write_account(json, account, std::nullopt);
    return json.take();
}

std::string to_json(const AccountPage& page) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& account : page.rows) write_account(json, account, std::nullopt);
    json.end_array().field("total", page.total).end_object();
    return json.take();
}

std::string to_json(const OpenedAccount& opened) {
    base::JsonWriter json;
    write_account(json, opened.account, opened.initial_password);
    return json.take();
}

std::string initial_password_json(const std::string& password) {
    base::JsonWriter json;
    json.begin_object().field("initial_password", password).end_object();
    return json.take();
}

}  // namespace accounts
