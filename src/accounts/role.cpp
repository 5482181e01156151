#include "accounts/role.hpp"

#include <array>

namespace accounts {
namespace {

using base::Act;
using base::Acts;
using base::Seat;

struct RoleRow {
    Role role;
    std::string_view name, words;
    Sight sight;
    Acts acts;
    std::optional<Seat> seat = {};
};

// Who only looks on has no need of names; whoever works, leads or checks has.
constexpr Acts looking_on{Act::read_ledger};
constexpr Acts reading = looking_on | Acts{Act::read_names};
constexpr Acts working = reading | Acts{Act::report_progress};
constexpr Acts answering = working | Acts{Act::claim_problem, Act::export_ledger};
constexpr Acts leading = reading | Acts{Act::claim_problem, Act::export_ledger, Act::sign};
constexpr Acts checking = reading | Acts{Act::review, Act::export_ledger, Act::sign};
constexpr Acts keeping = answering | checking |
                         Acts{Act::edit_ledger, Act::import_plan, Act::manage_calendar,
                              Act::manage_units, Act::register_inspections};

// Superiors and supervisors see what somebody gave them to see, and nothing before that.
constexpr std::array<RoleRow, roles_count> role_rows{{
    {Role::unassigned, "unassigned", "未授权", Sight::nothing, {}},
    {Role::system_admin,
     "system_admin",
     "系统管理员",
     Sight::everything,
     {Act::manage_accounts, Act::manage_calendar, Act::manage_units, Act::ask_for_roles,
      Act::read_names}},
    {Role::security_admin,
     "security_admin",
     "安全管理员",
     Sight::everything,
     {Act::manage_roles, Act::ask_for_roles, Act::read_names}},
    {Role::audit_admin, "audit_admin", "审计管理员", Sight::everything, {Act::read_journal}},
    {Role::rectification_office, "rectification_office", "整改办", Sight::everything, keeping,
     Seat::rectification_office},
    {Role::responsible_unit, "responsible_unit", "责任单位联络员", Sight::own_units, answering},
    {Role::handler, "handler", "经办人", Sight::own_units, working},
    {Role::lead_leader, "lead_leader", "牵头领导", Sight::own_units, leading, Seat::lead_leader},
    {Role::responsible_leader, "responsible_leader", "责任领导", Sight::own_units, leading,
     Seat::responsible_leader},
    {Role::principal, "principal", "第一责任人", Sight::own_units, leading, Seat::principal},
    {Role::supervision_team, "supervision_team", "督查组", Sight::nothing, checking,
     Seat::supervision_team},
    {Role::discipline_office, "discipline_office", "纪检监察机关", Sight::nothing, checking,
     Seat::discipline_office},
    {Role::organisation_department, "organisation_department", "组织部门", Sight::nothing, checking,
     Seat::organisation_department},
    {Role::inspection_office, "inspection_office", "巡视巡察办", Sight::nothing,
     checking | Acts{Act::register_inspections}, Seat::inspection_office},
    {Role::inspection_team, "inspection_team", "巡视巡察组", Sight::nothing, reading},
    {Role::observer, "observer", "只读观察员", Sight::nothing, looking_on},
}};

struct ActRow {
    Act act;
    std::string_view name, words;
};
constexpr std::array<ActRow, 16> act_rows{{
    {Act::read_ledger, "read_ledger", "查看台账"},
    {Act::edit_ledger, "edit_ledger", "修改台账"},
    {Act::import_plan, "import_plan", "导入方案"},
    {Act::report_progress, "report_progress", "报告进展"},
    {Act::claim_problem, "claim_problem", "认领问题、申请销号"},
    {Act::review, "review", "审核"},
    {Act::export_ledger, "export_ledger", "导出"},
    {Act::manage_accounts, "manage_accounts", "管理账号"},
    {Act::manage_calendar, "manage_calendar", "维护工作日历"},
    {Act::manage_units, "manage_units", "维护单位与人员"},
    {Act::manage_roles, "manage_roles", "授权"},
    {Act::ask_for_roles, "ask_for_roles", "提请授权"},
    {Act::read_journal, "read_journal", "查阅操作留痕"},
    {Act::read_names, "read_names", "查看人员姓名"},
    {Act::sign, "sign", "审签销号"},
    {Act::register_inspections, "register_inspections", "登记巡视巡察与反馈"},
}};

constexpr Acts administering{Act::manage_accounts, Act::manage_roles, Act::ask_for_roles,
                             Act::read_journal};

// The tables are read by position; a role holds the one kind of power or the other; and what one
// administrator does another cannot.
constexpr bool tables_are_sound() {
    for (std::size_t i = 0; i < act_rows.size(); ++i)
        if (static_cast<std::size_t>(act_rows[i].act) != i) return false;
    for (std::size_t i = 0; i < role_rows.size(); ++i) {
        const auto& row = role_rows[i];
        if (static_cast<std::size_t>(row.role) != i) return false;
        if (row.acts.has_any(administering) && row.acts.has(Act::read_ledger)) return false;
        if (row.acts.has(Act::sign) != row.seat.has_value()) return false;
        const int powers = row.acts.has(Act::manage_accounts) + row.acts.has(Act::manage_roles) +
                           row.acts.has(Act::read_journal);
        if (powers > 1) return false;
    }
    return true;
}
static_assert(tables_are_sound());

const RoleRow& row_of(Role role) {
    return role_rows[static_cast<std::size_t>(role)];
}

}  // namespace

std::vector<Role> roles() {
    std::vector<Role> all;
    for (const auto& row : role_rows) all.push_back(row.role);
    return all;
}
std::string_view name_of(Role role) {
    return row_of(role).name;
}
std::string_view words_of(Role role) {
    return row_of(role).words;
}
Acts acts_of(Role role) {
    return row_of(role).acts;
}
Sight sight_of(Role role) {
    return row_of(role).sight;
}
std::optional<Seat> seat_of(Role role) {
    return row_of(role).seat;
}
bool is_administrator(Role role) {
    return acts_of(role).has_any(administering);
}
bool is_bound_to_unit(Role role) {
    return sight_of(role) == Sight::own_units;
}

std::optional<Role> role_of(std::string_view name) {
    for (const auto& row : role_rows)
        if (row.name == name) return row.role;
    return std::nullopt;
}

base::Scope scope_of(Role role, std::string_view unit_path) {
    if (sight_of(role) == Sight::everything) return base::Scope::everything();
    if (sight_of(role) == Sight::nothing || unit_path.empty()) return {};
    return {{{std::string(unit_path), {}}}, {}};
}

std::string_view name_of(Act act) {
    return act_rows[static_cast<std::size_t>(act)].name;
}
std::string_view words_of(Act act) {
    return act_rows[static_cast<std::size_t>(act)].words;
}
std::optional<Act> act_of(std::string_view name) {
    for (const auto& row : act_rows)
        if (row.name == name) return row.act;
    return std::nullopt;
}

std::vector<std::string_view> names_of(Acts acts) {
    std::vector<std::string_view> names;
    for (const auto& row : act_rows)
        if (acts.has(row.act)) names.push_back(row.name);
    return names;
}

}  // namespace accounts
