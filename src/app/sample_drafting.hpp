// The plans of the sample as documents: one that was issued, and one that reviewers look at.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> issue_sample_plan(const SampleNeeds& needs,
                                                   const SamplePeople& people,
                                                   ledger::ProgrammeId programme);
[[nodiscard]] base::Result<void> review_sample_plan(const SampleNeeds& needs,
                                                    const SamplePeople& people,
                                                    ledger::ProgrammeId programme);

}  // namespace app
