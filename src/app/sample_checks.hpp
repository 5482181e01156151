// The checks of the sample: one that was concluded with a finding on what was struck off, and one
// that is planned and unannounced.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> make_sample_checks(const SampleNeeds& needs,
                                                    const SamplePeople& people,
                                                    ledger::ProgrammeId programme);

}  // namespace app
