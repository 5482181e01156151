#include "accounts/role.hpp"

#include <array>
#include <utility>

namespace accounts {
namespace {

using base::Act;
using base::Acts;

enum class Sight { everything, own_units };

struct RoleRow {
    Role role;
    std::string_view name, words;
    Sight sight;
    Acts acts;
};

// The administrator of the system opens accounts and sees no content (separation of duties): all
// units, but no act that reads a ledger.
constexpr std::array<RoleRow, 3> roles{{
    {Role::system_admin,
     "system_admin",
     "系统管理员",
     Sight::everything,
     {Act::manage_accounts, Act::manage_calendar}},
    {Role::rectification_office,
     "rectification_office",
     "整改办",
     Sight::everything,
     {Act::read_ledger, Act::edit_ledger, Act::import_plan, Act::report_progress,
      Act::claim_problem, Act::review, Act::export_ledger, Act::manage_calendar}},
    {Role::responsible_unit,
     "responsible_unit",
     "责任单位",
     Sight::own_units,
     {Act::read_ledger, Act::report_progress, Act::claim_problem, Act::export_ledger}},
}};

const RoleRow& row_of(Role role) {
    return roles[static_cast<std::size_t>(role)];
}

constexpr std::array<std::pair<Act, std::string_view>, 9> act_names{{
    {Act::read_ledger, "read_ledger"},
    {Act::edit_ledger, "edit_ledger"},
    {Act::import_plan, "import_plan"},
    {Act::report_progress, "report_progress"},
    {Act::claim_problem, "claim_problem"},
    {Act::review, "review"},
    {Act::export_ledger, "export_ledger"},
    {Act::manage_accounts, "manage_accounts"},
    {Act::manage_calendar, "manage_calendar"},
}};

// No path is made of anything but numbers, so this one covers nothing.
constexpr std::string_view path_of_nothing = "/-/";

}  // namespace

std::string_view name_of(Role role) {
    return row_of(role).name;
}
std::string_view words_of(Role role) {
    return row_of(role).words;
}
Acts acts_of(Role role) {
    return row_of(role).acts;
}
bool is_bound_to_unit(Role role) {
    return row_of(role).sight == Sight::own_units;
}

std::optional<Role> role_of(std::string_view name) {
    for (const auto& row : roles)
        if (row.name == name) return row.role;
    return std::nullopt;
}

base::Scope scope_of(Role role, std::string_view unit_path) {
    if (!is_bound_to_unit(role)) return {};
    return {std::string(unit_path.empty() ? path_of_nothing : unit_path)};
}

std::string_view name_of(Act act) {
    return act_names[static_cast<std::size_t>(act)].second;
}

std::vector<std::string_view> names_of(Acts acts) {
    std::vector<std::string_view> names;
    for (const auto& [act, name] : act_names)
        if (acts.has(act)) names.push_back(name);
    return names;
}

}  // namespace accounts
