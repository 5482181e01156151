#include "ledger/responsibility.hpp"

namespace ledger {
namespace {

struct Names {
    std::string_view name, list_name, words;
};

constexpr std::array<Names, 6> names{{
    {"lead_leader", "lead_leaders", "牵头领导"},
    {"responsible_leader", "responsible_leaders", "责任领导"},
    {"lead_unit", "lead_units", "牵头单位"},
    {"responsible_unit", "responsible_units", "责任单位"},
    {"cooperating_unit", "cooperating_units", "配合单位"},
    {"handler", "handlers", "责任人"},
}};

const Names& of(HolderRole role) {
    return names[static_cast<std::size_t>(role)];
}

std::string first_of(const Responsibility& responsibility, HolderRole role) {
    for (const auto& holder : responsibility)
        if (holder.role == role) return holder.name;
    return {};
}

}  // namespace

std::string_view name_of(HolderRole role) {
    return of(role).name;
}
std::string_view list_name_of(HolderRole role) {
    return of(role).list_name;
}
std::string_view words_of(HolderRole role) {
    return of(role).words;
}

std::optional<HolderRole> holder_role_of(std::string_view name) {
    for (const auto role : holder_roles)
        if (name_of(role) == name) return role;
    return std::nullopt;
}

std::string unit_label(const Responsibility& responsibility) {
    const auto name = first_of(responsibility, HolderRole::responsible_unit);
    return name.empty() ? first_of(responsibility, HolderRole::lead_unit) : name;
}
std::string leader_label(const Responsibility& responsibility) {
    return first_of(responsibility, HolderRole::lead_leader);
}

}  // namespace ledger
