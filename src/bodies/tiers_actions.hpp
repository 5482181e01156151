// Who answers for one row, tier by tier, today.
#pragma once

#include "bodies/body_actions.hpp"
#include "bodies/three_tiers.hpp"

namespace bodies {

/// Refuses: problem_not_found (also outside the scope).
[[nodiscard]] base::Result<std::vector<TierLine>> view_tiers(const Needs& needs,
                                                             const base::Actor& actor,
                                                             ledger::ProblemId id);
/// Refuses: measure_not_found (also outside the scope).
[[nodiscard]] base::Result<std::vector<TierLine>> view_tiers(const Needs& needs,
                                                             const base::Actor& actor,
                                                             ledger::MeasureId id);

}  // namespace bodies
