// Talks before the sample's life meeting: planned, some arranged, some held and signed.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Requires the sample's life meeting. Refuses what the actions refuse, which would be a fault of
/// the sample.
[[nodiscard]] base::Result<void> hold_sample_talks(const SampleNeeds& needs,
                                                   const SamplePeople& people,
                                                   ledger::ProgrammeId programme);

}  // namespace app
