// The archive of the sample: what happened outside the system, and a dossier that is partly filled.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> file_sample_dossier(const SampleNeeds& needs,
                                                     const SamplePeople& people,
                                                     ledger::ProgrammeId programme);

}  // namespace app
