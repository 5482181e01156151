// Who answers for a row: several holders in six typed roles (R25, R46).
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"

namespace ledger {

enum class HolderRole {
    lead_leader,         // 牵头领导, a person
    responsible_leader,  // 责任领导, a person
    lead_unit,           // 牵头单位
    responsible_unit,    // 责任单位 (部门、科室)
    cooperating_unit,    // 配合单位
    handler,             // 责任人 / 经办人, a person
};
inline constexpr std::array<HolderRole, 6> holder_roles{
    HolderRole::lead_leader,      HolderRole::responsible_leader, HolderRole::lead_unit,
    HolderRole::responsible_unit, HolderRole::cooperating_unit,   HolderRole::handler};

[[nodiscard]] std::string_view name_of(HolderRole role);       // "lead_leader"
[[nodiscard]] std::string_view list_name_of(HolderRole role);  // "lead_leaders", as in messages
[[nodiscard]] std::string_view words_of(HolderRole role);      // 牵头领导
[[nodiscard]] std::optional<HolderRole> holder_role_of(std::string_view name);
[[nodiscard]] constexpr bool is_unit(HolderRole role) {
    return role == HolderRole::lead_unit || role == HolderRole::responsible_unit ||
           role == HolderRole::cooperating_unit;
}

/// A name as written and, where it is known who that is, the unit or person.
struct Holder {
    HolderRole role = HolderRole::responsible_unit;
    std::string name;
    std::optional<base::UnitId> unit;
    std::optional<base::PersonId> person;
    bool operator==(const Holder&) const = default;
};

/// In the order they were named.
using Responsibility = std::vector<Holder>;

/// What rows are sorted and counted by: the name of the first responsible unit, else of the first
/// lead unit; of the first lead leader. "" for none.
[[nodiscard]] std::string unit_label(const Responsibility& responsibility);
[[nodiscard]] std::string leader_label(const Responsibility& responsibility);

/// The same holders in the same order, `into` in the place of `from`, found by `who`
/// (&Holder::unit or &Holder::person); where it stands in that role already, once.
template <class Id>
[[nodiscard]] Responsibility succeeded(const Responsibility& before, std::optional<Id> Holder::*who,
                                       Id from, Id into, const std::string& into_name) {
    Responsibility after;
    for (auto holder : before) {
        if (holder.*who == from) {
            holder.*who = into;
            holder.name = into_name;
        }
        const bool twice = std::any_of(after.begin(), after.end(), [&](const Holder& other) {
            return holder.*who && other.role == holder.role && other.*who == holder.*who;
        });
        if (!twice) after.push_back(std::move(holder));
    }
    return after;
}

}  // namespace ledger
