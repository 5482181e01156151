// What the further documents of the sample are made from: a later day that was granted, an
// interview, somebody called to account, clues handed over; and the set of documents that the
// office has made at a month's end.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> tell_sample_kinds(const SampleNeeds& needs,
                                                   const SamplePeople& people,
                                                   ledger::ProgrammeId programme);

}  // namespace app
