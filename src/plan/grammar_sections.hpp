// Which parts of the outline are ledger and which are background, and what level each numbering
// style has there: area, problem, manifestation or measure. Goes by what the parts hold, headings
// only tip the scale.
#pragma once

#include <cstdint>
#include <vector>

#include "plan/grammar_outline.hpp"

namespace plan {

/// How much a document may be read into: from some kinds problems come only with labels that prove
/// them.
enum class Trust : std::uint8_t {
    none,      // no ledger is to be expected (life meeting plans)
    proof,     // only problems that have measures or reports under a label
    headings,  // plans, reports: 关于…问题 under a ledger heading will do
    problems,  // feedback: problems stand alone
};

enum class NodeRole : std::uint8_t { background, container, area, problem, manifestation, measure };

struct Sections {
    std::vector<NodeRole> roles;  // one a node
    bool labelled = false;        // problems have their measures under labels
    bool tells_what_was_done =
        false;  // a report: what no label names was done, unless it states a problem
    bool items_are_problems = false;  // ①… below areas are problems
    [[nodiscard]] bool any() const;
};

[[nodiscard]] Sections sections_of(const Outline& outline, Trust trust);

}  // namespace plan
