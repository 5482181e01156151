// The special democratic life meeting of the sample: the finance bureau's, with seven in its team.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> plan_sample_life_meeting(const SampleNeeds& needs,
                                                          const SamplePeople& people,
                                                          ledger::ProgrammeId programme);

}  // namespace app
