#include "accounts/custom_role.hpp"

#include <algorithm>

#include "accounts/name.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::string_view comma = ", ";

bool is_fixed(std::string_view name) {
    const auto all = roles();
    return std::any_of(all.begin(), all.end(),
                       [&](Role role) { return name_key(words_of(role)) == name_key(name); });
}

}  // namespace

base::Result<void> check(const CustomRole& wanted) {
    if (is_fixed(wanted.name))
        return refuse(ErrorKind::conflict, "custom_role_name_is_a_role", "name",
                      {{"value", wanted.name}});
    if (is_administrator(wanted.base) || wanted.base == Role::unassigned)
        return refuse(ErrorKind::invalid, "administrators_have_no_custom_roles", "base");
    if (!acts_of(wanted.base).has_all(wanted.acts))
        return refuse(ErrorKind::invalid, "custom_role_is_wider", "acts",
                      {{"value", std::string(words_of(wanted.base))}});
    if (!wanted.acts.has(base::Act::read_ledger))
        return refuse(ErrorKind::invalid, "custom_role_reads_nothing", "acts");
    return {};
}

base::Result<CustomRole> change(const CustomRole& before, const CustomRoleChange& wanted,
                                std::int64_t holders) {
    CustomRole after = before;
    after.name = wanted.name;
    after.acts = wanted.acts;
    after.closed = wanted.closed;
    if (after == before) return before;
    if (after.closed && !before.closed && holders > 0)
        return refuse(ErrorKind::illegal_transition, "custom_role_is_held", "",
                      {{"count", std::to_string(holders)}});
    if (auto good = check(after); !good) return good.error();
    ++after.version;
    return after;
}

base::Result<void> check_given(const CustomRole& custom, Role role) {
    if (custom.closed)
        return refuse(ErrorKind::illegal_transition, "custom_role_is_closed", "custom_role_id");
    if (custom.base != role)
        return refuse(ErrorKind::invalid, "custom_role_is_of_another_role", "custom_role_id",
                      {{"value", std::string(words_of(custom.base))}});
    return {};
}

std::string text_of(base::Acts acts) {
    std::string text;
    for (const auto name : names_of(acts))
        text += std::string(text.empty() ? "" : comma) + std::string(name);
    return text;
}

base::Acts acts_in(std::string_view text) {
    base::Acts acts;
    while (!text.empty()) {
        const auto end = std::min(text.find(comma), text.size());
        if (const auto act = act_of(text.substr(0, end))) acts = acts | base::Acts{*act};
        text.remove_prefix(std::min(end + comma.size(), text.size()));
    }
    return acts;
}

}  // namespace accounts
