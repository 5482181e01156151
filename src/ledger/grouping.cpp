#include "ledger/grouping.hpp"

#include <algorithm>
#include <map>

#include "base/names.hpp"

namespace ledger {
namespace {

constexpr std::array<std::string_view, 5> by_names{"area", "unit", "leader", "status", "month"};

int place_of_status(View view, std::string_view status) {
    if (view == View::measures) {
        const auto found = measure_status_of(status);
        return found ? static_cast<int>(*found) : 0;
    }
    const auto found = problem_status_of(status);
    return found ? static_cast<int>(*found) : 0;
}

using Names = std::vector<std::pair<std::string, std::string>>;

std::ptrdiff_t place_of_area(const Names& names, const std::string& key) {
    return std::find_if(names.begin(), names.end(),
                        [&](const auto& one) { return one.first == key; }) -
           names.begin();
}

}  // namespace

std::string_view name_of(GroupBy by) {
    return by_names[static_cast<std::size_t>(by)];
}
std::optional<GroupBy> group_by_of(std::string_view name) {
    return base::named<GroupBy>(by_names, name);
}

std::optional<GroupKey> group_key_of(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto by = group_by_of(text.substr(0, colon));
    if (!by) return std::nullopt;
    return GroupKey{*by, std::string(text.substr(colon + 1))};
}

std::vector<Group> groups_of(View view, GroupBy by, const std::vector<CountedCell>& cells,
                             const std::vector<CountedSum>& sums, const Names& names) {
    std::map<std::string, Group> by_key;
    for (const auto& [key, cell] : cells) {
        auto& group = by_key[key];
        group.key = group.name = key;
        group.total += cell.count;
        group.overdue += cell.overdue;
        group.cells.push_back(cell);
    }
    for (const auto& [key, result] : sums) by_key[key].results.push_back(result);
    std::vector<Group> groups;
    for (auto& [key, group] : by_key) {
        std::sort(group.cells.begin(), group.cells.end(), [&](const auto& a, const auto& b) {
            return place_of_status(view, a.status) < place_of_status(view, b.status);
        });
        std::sort(group.results.begin(), group.results.end(),
                  [](const auto& a, const auto& b) { return a.kind < b.kind; });
        for (const auto& [id, name] : names)
            if (id == key) group.name = name;
        groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
        if (a.key.empty() != b.key.empty()) return b.key.empty();
        if (by == GroupBy::area) return place_of_area(names, a.key) < place_of_area(names, b.key);
        if (by == GroupBy::status)
            return place_of_status(view, a.key) < place_of_status(view, b.key);
        return by != GroupBy::month && a.total > b.total;
    });
    return groups;
}

}  // namespace ledger
