#include "accounts/unit.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "accounts/name.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::pair<UnitKind, std::string_view>, 6> kinds{{
    {UnitKind::party_organisation, "party_organisation"},
    {UnitKind::department, "department"},
    {UnitKind::township, "township"},
    {UnitKind::section, "section"},
    {UnitKind::group, "group"},
    {UnitKind::other, "other"},
}};

auto levels_of(std::string_view path) {
    return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')) - 1;
}

}  // namespace

std::string_view name_of(UnitKind kind) {
    return kinds[static_cast<std::size_t>(kind)].second;
}

std::optional<UnitKind> unit_kind_of(std::string_view name) {
    for (const auto& [kind, its_name] : kinds)
        if (its_name == name) return kind;
    return std::nullopt;
}

base::Result<Unit> place(const Unit& wanted, const std::optional<Unit>& parent,
                         std::int64_t number) {
    assert(wanted.parent.has_value() == parent.has_value());
    if (name_key(wanted.name).empty()) return refuse(ErrorKind::invalid, "unit_name_empty", "name");
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
