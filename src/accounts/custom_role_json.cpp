#include "accounts/custom_role_json.hpp"

namespace accounts {
namespace {

void write(base::JsonWriter& json, const CustomRole& role) {
    json.begin_object().field("id", role.id).field("name", role.name);
    json.field("base", name_of(role.base));
    write_acts(json, role.acts);
    json.field("closed", role.closed).field("version", role.version).end_object();
}

}  // namespace

void write_acts(base::JsonWriter& json, base::Acts acts) {
    json.key("acts").begin_array();
    for (const auto name : names_of(acts)) json.value(name);
    json.end_array();
}

base::Acts read_acts(base::JsonReader& reader) {
    base::Acts acts;
    for (const auto& name : reader.texts("acts", 64, 64)) {
        if (const auto act = act_of(name))
            acts = acts | base::Acts{*act};
        else
            reader.fault("acts", "unknown_name", name);
    }
    return acts;
}

base::Result<CustomRole> read_new_role(std::string_view body) {
    return base::read_object<CustomRole>(body, [](base::JsonReader& reader) {
        CustomRole role;
        role.id = reader.id<CustomRoleTag>("id");
        role.name = reader.filled_text("name", custom_role_name_chars_max);
        role.base = reader.name("base", role_of, Role::observer);
        role.acts = read_acts(reader);
        return role;
    });
}

base::Result<RolePatch> read_role_patch(std::string_view body) {
    return base::read_object<RolePatch>(body, [](base::JsonReader& reader) {
        RolePatch patch;
        patch.version = reader.integer("version", 1);
        patch.change.name = reader.filled_text("name", custom_role_name_chars_max);
        patch.change.acts = read_acts(reader);
        patch.change.closed = reader.boolean("closed", false);
        return patch;
    });
}

std::string to_json(const CustomRole& role) {
    base::JsonWriter json;
    write(json, role);
    return json.take();
}

std::string roles_json(const std::vector<CustomRole>& custom) {
    base::JsonWriter json;
    json.begin_object().key("fixed").begin_array();
    for (const auto role : roles()) {
        json.begin_object().field("name", name_of(role));
        write_acts(json, acts_of(role));
        json.field("custom", acts_of(role).has(base::Act::read_ledger)).end_object();
    }
    json.end_array().key("custom").begin_array();
    for (const auto& role : custom) write(json, role);
    json.end_array().end_object();
    return json.take();
}

}  // namespace accounts
