// A life meeting of the sample that was held, with its record, its lists and what is still to be
// sent.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> hold_sample_sitting(const SampleNeeds& needs,
                                                     const SamplePeople& people,
                                                     ledger::ProgrammeId programme);

}  // namespace app
