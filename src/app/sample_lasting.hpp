// What is to last in the sample: regulations on their way and in force, and a campaign.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> set_up_sample_lasting(const SampleNeeds& needs,
                                                       const SamplePeople& people,
                                                       ledger::ProgrammeId programme);

}  // namespace app
