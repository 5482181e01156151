// Messages of roles: the fixed set with its acts, and those the installation made.
#pragma once

#include "accounts/custom_role_actions.hpp"
#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace accounts {

/// The member "acts": ["read_ledger", …].
void write_acts(base::JsonWriter& json, base::Acts acts);
[[nodiscard]] base::Acts read_acts(base::JsonReader& reader);

/// {"id","name","base","acts":[]}
[[nodiscard]] base::Result<CustomRole> read_new_role(std::string_view body);

struct RolePatch {
    std::int64_t version = 0;
    CustomRoleChange change;
};
/// {"version","name","acts":[],"closed"}
[[nodiscard]] base::Result<RolePatch> read_role_patch(std::string_view body);

[[nodiscard]] std::string to_json(const CustomRole& role);
/// {"fixed":[{"name","acts","custom"}],"custom":[…]}; `custom` of a fixed one: others may be made
/// of it.
[[nodiscard]] std::string roles_json(const std::vector<CustomRole>& custom);

}  // namespace accounts
