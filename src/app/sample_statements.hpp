// Statements and criticisms for the life meeting of the sample: approved, being reviewed, returned,
// being written; one section of one taken from another's.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> write_sample_statements(const SampleNeeds& needs,
                                                         const SamplePeople& people,
                                                         ledger::ProgrammeId programme);

}  // namespace app
