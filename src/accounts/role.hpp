// What each role may do and see: one table, the only place where roles are told apart. Rules
// elsewhere ask the actor for an act, never for a role. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"

namespace accounts {

enum class Role { system_admin, rectification_office, responsible_unit };

[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::optional<Role> role_of(std::string_view name);
/// As the command line prints it: 系统管理员 …
[[nodiscard]] std::string_view words_of(Role role);

[[nodiscard]] base::Acts acts_of(Role role);
/// True when the role is about one unit and the units below it: such an account must have a unit.
[[nodiscard]] bool is_bound_to_unit(Role role);
/// `unit_path` is the path of the account's own unit, "" when it has none. A bound role without a
/// unit sees nothing at all.
[[nodiscard]] base::Scope scope_of(Role role, std::string_view unit_path);

[[nodiscard]] std::string_view name_of(base::Act act);
/// In the order of the enum.
[[nodiscard]] std::vector<std::string_view> names_of(base::Acts acts);

}  // namespace accounts
