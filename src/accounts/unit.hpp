// An organisation in the tree of units. Its path is made of running numbers ("/1/4/"), so that a
// subtree is a prefix and never depends on a name. How the tree changes is in unit_tree.hpp. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace accounts {

inline constexpr std::size_t unit_levels_max = 20;

enum class UnitKind {
    party_organisation,  // any that has no word of its own: 党工委、党总支
    party_committee,     // 党委
    party_group,         // 党组: the Party's group in a state organ
    department,          // 委办局、直属单位
    school,
    hospital,
    enterprise,  // 国有企业
    township,    // 乡镇、街道
    village,     // 村、社区
    branch,      // 党支部
    section,     // 内设科室
    group,       // 领导小组、专班: set up for a time
    other,
};
inline constexpr std::size_t unit_kinds_count = static_cast<std::size_t>(UnitKind::other) + 1;

/// All of them, in the order of the enum.
[[nodiscard]] std::vector<UnitKind> unit_kinds();
[[nodiscard]] std::string_view name_of(UnitKind kind);
/// As the pages and the workbooks say it: 党委 …
[[nodiscard]] std::string_view words_of(UnitKind kind);
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
    std::optional<base::Instant> closed_at;   // nothing is given to a closed unit any more
    std::optional<base::UnitId> merged_into;  // what a closed unit became part of

    [[nodiscard]] bool is_open() const { return !closed_at; }
    bool operator==(const Unit&) const = default;
};

/// How many units lie between the root and the end of this path, both included.
[[nodiscard]] std::size_t levels_of(std::string_view path);

/// `wanted` in its place in the tree: path and number set, version 1. `parent` is the loaded
/// parent, or nothing for a root. Refuses: unit_name_empty, unit_is_closed (the parent),
/// units_too_deep.
[[nodiscard]] base::Result<Unit> place(const Unit& wanted, const std::optional<Unit>& parent,
                                       std::int64_t number);

/// Refuses: unit_is_closed (args value).
[[nodiscard]] base::Result<void> check_open(const Unit& unit, std::string_view field);

/// True when both say the same; number, path and version are not the client's to say.
[[nodiscard]] bool says_the_same(const Unit& stored, const Unit& wanted);

}  // namespace accounts
