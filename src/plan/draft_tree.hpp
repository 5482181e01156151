// A draft as the tree it stands for, what is inherited already said: what an import writes, row by
// row. Pure.
#pragma once

#include "plan/draft.hpp"

namespace plan {

struct MeasureNode {
    DraftRow row;  // responsibility and deadline its own or its manifestation's
    std::vector<std::size_t> manifestations;  // indexes into its problem's: which of them it serves
};
struct ProblemNode {
    DraftRow row;
    std::vector<DraftRow> manifestations;
    std::vector<MeasureNode> measures;
};
struct AreaNode {
    DraftRow row;
    std::vector<ProblemNode> problems;
};

/// `draft` must be kept() and without faults. Measures that hang on an area itself stand under one
/// problem named after it.
[[nodiscard]] std::vector<AreaNode> tree_of(const Draft& draft);

}  // namespace plan
