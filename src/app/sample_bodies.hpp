// The bodies of the sample: the leading group of the bureau, its office and a supervision team.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> set_up_sample_bodies(const SampleNeeds& needs,
                                                      const SamplePeople& people,
                                                      ledger::ProgrammeId programme);

}  // namespace app
