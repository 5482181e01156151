// What each role may do and see: one table, the only place where roles are told apart. Rules
// elsewhere ask the actor for an act, never for a role. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"

namespace accounts {

/// The fixed set (domain 2.3, 8.1). Administrators see no business content and nobody else
/// administers, so that no account is all-powerful; an account has one role, so that the three
/// administrators exclude each other.
enum class Role {
    unassigned,  // opened, but nobody has given it a role yet
    system_admin,
    security_admin,
    audit_admin,
    rectification_office,
    responsible_unit,
    handler,
    lead_leader,
    responsible_leader,
    principal,
    supervision_team,
    discipline_office,
    organisation_department,
    inspection_office,
    inspection_team,
    observer,
};
inline constexpr std::size_t roles_count = static_cast<std::size_t>(Role::observer) + 1;

/// Whose rows somebody sees to whom nobody gave a scope of his own.
enum class Sight { nothing, own_units, everything };

/// All of them, in the order of the enum.
[[nodiscard]] std::vector<Role> roles();
[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::optional<Role> role_of(std::string_view name);
/// As the command line prints it: 系统管理员 …
[[nodiscard]] std::string_view words_of(Role role);

[[nodiscard]] base::Acts acts_of(Role role);
[[nodiscard]] Sight sight_of(Role role);
/// Where it signs, if it signs.
[[nodiscard]] std::optional<base::Seat> seat_of(Role role);
[[nodiscard]] bool is_administrator(Role role);
/// True when the role is about one unit and the units below it: such an account must have a unit.
[[nodiscard]] bool is_bound_to_unit(Role role);
/// `unit_path` is the path of the account's own unit, "" when it has none. A bound role without a
/// unit sees nothing at all.
[[nodiscard]] base::Scope scope_of(Role role, std::string_view unit_path);

[[nodiscard]] std::string_view name_of(base::Act act);
[[nodiscard]] std::optional<base::Act> act_of(std::string_view name);
/// As the pages and the manual say it: 查看台账 …
[[nodiscard]] std::string_view words_of(base::Act act);
/// In the order of the enum.
[[nodiscard]] std::vector<std::string_view> names_of(base::Acts acts);

}  // namespace accounts
