// An organisation in the tree of units. Its path is made of running numbers ("/1/4/"), so that a
// subtree is a prefix and never depends on a name. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/actor.hpp"
#include "base/result.hpp"

namespace accounts {

inline constexpr std::size_t unit_levels_max = 20;

enum class UnitKind {
    party_organisation,  // 党委、党组、党工委
    department,          // 委办局、直属单位
    township,            // 乡镇、街道
    section,             // 内设科室
    group,               // 领导小组、专班: set up for a time
    other,
};

[[nodiscard]] std::string_view name_of(UnitKind kind);
[[nodiscard]] std::optional<UnitKind> unit_kind_of(std::string_view name);

struct Unit {
    base::UnitId id;
    std::int64_t number = 0;  // running, never reused
    std::string name;
    std::string short_name;  // "" when nobody uses one
    UnitKind kind = UnitKind::other;
    std::optional<base::UnitId> parent;
    std::string path;
    std::int64_t version = 1;

    bool operator==(const Unit&) const = default;
};

/// `wanted` in its place in the tree: path and number set, version 1. `parent` is the loaded
/// parent, or nothing for a root. Refuses: unit_name_empty, units_too_deep.
[[nodiscard]] base::Result<Unit> place(const Unit& wanted, const std::optional<Unit>& parent,
                                       std::int64_t number);

/// True when both say the same; number, path and version are not the client's to say.
[[nodiscard]] bool says_the_same(const Unit& stored, const Unit& wanted);

}  // namespace accounts
