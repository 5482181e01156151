// The meetings of the sample: one that was held today, and the next one, to which people are
// called.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> hold_sample_meetings(const SampleNeeds& needs,
                                                      const SamplePeople& people,
                                                      ledger::ProgrammeId programme);

}  // namespace app
