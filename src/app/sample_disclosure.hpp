// What the sample makes public: the notice of one programme, published.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> publish_sample_notice(const SampleNeeds& needs,
                                                       const SamplePeople& people,
                                                       ledger::ProgrammeId programme);

}  // namespace app
