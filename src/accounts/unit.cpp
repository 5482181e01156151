#include "accounts/unit.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "accounts/name.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

struct KindRow {
    UnitKind kind;
    std::string_view name, words;
};
constexpr std::array<KindRow, unit_kinds_count> kinds{{
    {UnitKind::party_organisation, "party_organisation", "党组织"},
    {UnitKind::party_committee, "party_committee", "党委"},
    {UnitKind::party_group, "party_group", "党组"},
    {UnitKind::department, "department", "部门"},
    {UnitKind::school, "school", "学校"},
    {UnitKind::hospital, "hospital", "医院"},
    {UnitKind::enterprise, "enterprise", "国有企业"},
    {UnitKind::township, "township", "乡镇（街道）"},
    {UnitKind::village, "village", "村（社区）"},
    {UnitKind::branch, "branch", "党支部"},
    {UnitKind::section, "section", "科室"},
    {UnitKind::group, "group", "工作组（专班）"},
    {UnitKind::other, "other", "其他"},
}};

constexpr bool kinds_are_in_order() {
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (static_cast<std::size_t>(kinds[i].kind) != i) return false;
    return true;
}
static_assert(kinds_are_in_order());

}  // namespace

std::string_view name_of(UnitKind kind) {
    return kinds[static_cast<std::size_t>(kind)].name;
}

std::string_view words_of(UnitKind kind) {
    return kinds[static_cast<std::size_t>(kind)].words;
}

std::vector<UnitKind> unit_kinds() {
    std::vector<UnitKind> all;
    for (const auto& row : kinds) all.push_back(row.kind);
    return all;
}

std::optional<UnitKind> unit_kind_of(std::string_view name) {
    for (const auto& row : kinds)
        if (row.name == name) return row.kind;
    return std::nullopt;
}

std::size_t levels_of(std::string_view path) {
    return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')) - 1;
}

base::Result<void> check_open(const Unit& unit, std::string_view field) {
    if (unit.is_open()) return {};
    return refuse(ErrorKind::illegal_transition, "unit_is_closed", field, {{"value", unit.name}});
}

base::Result<Unit> place(const Unit& wanted, const std::optional<Unit>& parent,
                         std::int64_t number) {
    assert(wanted.parent.has_value() == parent.has_value());
    if (name_key(wanted.name).empty()) return refuse(ErrorKind::invalid, "unit_name_empty", "name");
    if (parent)
        if (const auto open = check_open(*parent, "parent_id"); !open) return open.error();
    if (parent && levels_of(parent->path) >= unit_levels_max)
        return refuse(ErrorKind::invalid, "units_too_deep", "parent_id",
                      {{"accepted", std::to_string(unit_levels_max)}});
    Unit unit = wanted;
    unit.number = number;
    unit.path = (parent ? parent->path : "/") + std::to_string(number) + "/";
    unit.version = 1;
    return unit;
}

bool says_the_same(const Unit& stored, const Unit& wanted) {
    return stored.id == wanted.id && stored.name == wanted.name &&
           stored.short_name == wanted.short_name && stored.kind == wanted.kind &&
           stored.parent == wanted.parent;
}

}  // namespace accounts
