#include "ledger/evidence_history.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace ledger {
namespace {

// As the journal calls them.
constexpr std::array<std::string_view, 5> act_names{
    "add_evidence", "link_evidence", "replace_evidence", "correct_evidence", "remove_evidence"};

HistoryChange change_of(const evidence::Happening& happening) {
    HistoryChange change;
    change.at = happening.at;
    change.by = happening.by;
    change.act = act_names[static_cast<std::size_t>(happening.what)];
    change.changes.push_back({"evidence", happening.old_name, happening.name});
    const auto changed = [&](std::string_view field, const std::string& old,
                             const std::string& now) {
        if (old != now) change.changes.push_back({std::string(field), old, now});
    };
    if (happening.before && happening.after) {
        const auto& [before, after] = std::tie(*happening.before, *happening.after);
        changed("evidence_kind", evidence::words_of(before.kind), evidence::words_of(after.kind));
        changed("evidence_description", before.description, after.description);
    }
    if (!happening.reason.empty())
        change.changes.push_back({"removal_reason", "", happening.reason});
    return change;
}

}  // namespace

std::vector<HistoryChange> with_evidence(std::vector<HistoryChange> changes,
                                         const std::vector<evidence::Happening>& happenings) {
    for (const auto& happening : happenings) changes.insert(changes.begin(), change_of(happening));
    std::stable_sort(changes.begin(), changes.end(),
                     [](const HistoryChange& a, const HistoryChange& b) { return b.at < a.at; });
    return changes;
}

}  // namespace ledger
