// What the sample's life meeting has of study and opinions: some of it done, some still to do.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> collect_sample_opinions(const SampleNeeds& needs,
                                                         const SamplePeople& people,
                                                         ledger::ProgrammeId programme);

}  // namespace app
