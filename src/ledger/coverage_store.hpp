// The feedback beside the plan: every problem, or each of its manifestations, with how many
// measures answer it, those that nothing answers first (R18). Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/programme_store.hpp"

namespace ledger {

/// A measure by its number, as far as this person sees it.
struct MeasureBrief {
    MeasureId id;
    std::int64_t number = 0;
    bool operator==(const MeasureBrief&) const = default;
};
struct CoverageRow {
    ProblemId problem;
    std::int64_t number = 0;
    std::string printed_number, text, unit;
    ProblemStatus status{};
    // Nothing where the problem has none. A measure that names no manifestation answers them all.
    std::optional<Manifestation> manifestation;
    std::int64_t measures = 0;          // whoever may see them
    std::optional<MeasureBrief> first;  // of those in scope
};
struct CoveragePage {
    std::vector<CoverageRow> rows;
    std::int64_t total = 0, uncovered = 0;
};
/// The problems in scope; by how many measures answer, then by number. Three statements.
[[nodiscard]] CoveragePage list_coverage(db::Transaction& transaction, ProgrammeId programme,
                                         const Page& page, const base::Scope& scope);

}  // namespace ledger
