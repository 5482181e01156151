// The inspections of the sample: the round with the days of its three teams, and the feedback of
// the first programme, delivered, signed for, told to others, most of its sentences answered.
#pragma once

#include "app/sample_ledger.hpp"

namespace app {

/// `programmes` in the order of the sample. Refuses what the actions refuse, which would be a fault
/// of the sample.
[[nodiscard]] base::Result<void> tell_sample_feedback(
    const SampleNeeds& needs, const SamplePeople& people,
    const std::vector<ledger::ProgrammeId>& programmes);

}  // namespace app
