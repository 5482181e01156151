// A measure or a problem as that which evidence stands at, and what may be done to its evidence
// now. Pure.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "ledger/problem.hpp"

namespace ledger {

using ProvenId = std::variant<MeasureId, ProblemId>;

struct ProvenRow {
    std::string_view kind;  // "measure" or "problem"
    std::string id;
    ProgrammeId programme;
    std::int64_t number = 0;
    base::Guards guards;
    bool struck_off = false;    // the problem is, its measures with it
    bool under_review = false;  // the row, or the problem above it
    bool done = false;          // accepted on the strength of what stands there
};
[[nodiscard]] ProvenRow proven_row(const Measure& measure, const Problem& above);
[[nodiscard]] ProvenRow proven_row(const Problem& problem);
/// Nothing when the kind or the id is none of ours.
[[nodiscard]] std::optional<ProvenId> proven_id(std::string_view kind, std::string_view id);

enum class EvidenceAct { add, link, replace, correct, remove };
[[nodiscard]] std::string_view name_of(EvidenceAct act);

/// Adding is open until the problem is struck off, so that a reviewer can be given what he asks
/// for; what he looks at is neither replaced nor removed meanwhile, nor what he agreed to, nor is
/// anything else said of it. Refuses: only_responsible_units_prove,
/// struck_off_problems_never_change; replace, correct and remove besides evidence_is_under_review,
/// evidence_was_accepted.
[[nodiscard]] std::optional<base::Error> why_not(EvidenceAct act, const ProvenRow& row,
                                                 const base::Actor& actor);
/// The same for another row at which the evidence stands too: only its state counts.
[[nodiscard]] std::optional<base::Error> why_not_disturb(const ProvenRow& row);

}  // namespace ledger
