#include "ledger/steps.hpp"

#include <algorithm>

namespace ledger {

std::vector<Step> steps_of(const std::vector<HistoryRow>& history) {
    std::vector<Step> steps;
    for (const auto& version : history) {
        for (const auto& [name, value] : version.fields) {
            if (name == "status" && (steps.empty() || steps.back().status != value))
                steps.push_back({value, version.at, version.by});
        }
    }
    return steps;
}

std::vector<HistoryChange> changes_of(const std::vector<HistoryRow>& history) {
    std::vector<HistoryChange> changes;
    const Fields nothing;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const auto& before = i == 0 ? nothing : history[i - 1].fields;
        const auto& version = history[i];
        changes.push_back({version.version, version.at, version.by, version.act,
                           changes_between(before, version.fields)});
        if (version.batch) changes.back().batch = BatchBrief{*version.batch, {}, 0};
    }
    std::reverse(changes.begin(), changes.end());
    return changes;
}

}  // namespace ledger
