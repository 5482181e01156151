// Reports of the sample: one of the principal's own that is being written, one on the concentrated
// period that was issued.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> write_sample_narratives(const SampleNeeds& needs,
                                                         const SamplePeople& people,
                                                         ledger::ProgrammeId programme);

}  // namespace app
