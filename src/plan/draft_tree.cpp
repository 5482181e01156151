#include "plan/draft_tree.hpp"

#include <algorithm>

namespace plan {
namespace {

/// What the manifestation says holds for its measures: it has no row of its own in the ledger's
/// table.
MeasureNode measure_under(const DraftRow& row, const DraftRow* manifestation) {
    MeasureNode node{row, {}};
    if (manifestation == nullptr) return node;
    if (node.row.responsibility.empty()) node.row.responsibility = manifestation->responsibility;
    if (node.row.deadline.empty()) node.row.deadline = manifestation->deadline;
    if (node.row.status.empty()) node.row.status = manifestation->status;
    if (node.row.progress.empty()) node.row.progress = manifestation->progress;
    return node;
}

/// Measures read under one manifestation also serve those it shares them with.
void serve_siblings(ProblemNode& problem) {
    for (auto& measure : problem.measures) {
        if (measure.manifestations.empty()) continue;
        const auto own = measure.manifestations.front();
        for (const auto& number : problem.manifestations[own].shares) {
            for (std::size_t i = 0; i < problem.manifestations.size(); ++i) {
                const bool sibling = i != own && problem.manifestations[i].number == number;
                if (sibling) measure.manifestations.push_back(i);
            }
        }
    }
}

}  // namespace

std::vector<AreaNode> tree_of(const Draft& draft) {
    std::vector<AreaNode> areas;
    bool in_problem = false;
    for (const auto& row : draft) {
        if (row.level == Level::area) {
            areas.push_back({row, {}});
            in_problem = false;
            continue;
        }
        auto& area = areas.back();
        if (row.level == Level::problem || !in_problem) {
            DraftRow problem = row.level == Level::problem ? row : area.row;
            problem.level = Level::problem;
            if (row.level != Level::problem) problem.number.clear();
            area.problems.push_back({problem, {}, {}});
            in_problem = true;
            if (row.level == Level::problem) continue;
        }
        auto& problem = area.problems.back();
        if (row.level == Level::manifestation) {
            problem.manifestations.push_back(row);
            continue;
        }
        const bool direct = problem.manifestations.empty();
        auto node = measure_under(row, direct ? nullptr : &problem.manifestations.back());
        if (!direct) node.manifestations.push_back(problem.manifestations.size() - 1);
        problem.measures.push_back(std::move(node));
    }
    for (auto& area : areas)
        for (auto& problem : area.problems) serve_siblings(problem);
    return areas;
}

}  // namespace plan
