// The templates of the sample: one of Word in use, one of Excel.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> upload_sample_templates(const SampleNeeds& needs,
                                                         const SamplePeople& people);

}  // namespace app
