// Rows counted by what they have in common: one group a row of the table, one state a column (the
// board), with what was reported of counted results. Each row of the ledger stands in exactly one
// group, so that the groups add up to the list. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/problem.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

enum class GroupBy {
    area,
    unit,    // the first responsible unit, else the first lead unit
    leader,  // the first lead leader
    status,
    month,  // of the day that counts
};
[[nodiscard]] std::string_view name_of(GroupBy by);
[[nodiscard]] std::optional<GroupBy> group_by_of(std::string_view name);

/// One group, as it stands in the address of a list: "unit:财政局"; an empty key is of the rows
/// that name none.
struct GroupKey {
    GroupBy by = GroupBy::unit;
    std::string key;  // an area's id, a name, a state's name, "2024-06"
    bool operator==(const GroupKey&) const = default;
};
/// Nothing when it is none.
[[nodiscard]] std::optional<GroupKey> group_key_of(std::string_view text);

/// The rows of one state in one group.
struct GroupCell {
    std::string status;
    std::int64_t count = 0, overdue = 0;
    bool operator==(const GroupCell&) const = default;
};
struct Group {
    std::string key, name;
    std::int64_t total = 0, overdue = 0;
    std::vector<GroupCell> cells;        // of the states it has rows in, in their order
    std::vector<CountedResult> results;  // reported on its measures, of each kind the sum
};

/// What the database counted: one cell with the key of its group.
struct CountedCell {
    std::string key;
    GroupCell cell;
};
struct CountedSum {
    std::string key;
    CountedResult result;
};
/// The groups of the cells: areas and months in their order, states as they follow each other,
/// units and leaders with the most rows first; those of no name last. `names` of areas, in order.
[[nodiscard]] std::vector<Group> groups_of(
    View view, GroupBy by, const std::vector<CountedCell>& cells,
    const std::vector<CountedSum>& sums,
    const std::vector<std::pair<std::string, std::string>>& names);

}  // namespace ledger
