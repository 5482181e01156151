// The special democratic life meeting of the sample: the finance bureau's, with seven in its team.
#pragma once

#include <span>

#include "app/sample_ledger.hpp"
#include "life_meetings/life_meeting.hpp"

namespace app {

/// Who takes part in a meeting of the sample; without an account: "".
struct PartLine {
    life_meetings::Part part = life_meetings::Part::member;
    std::string_view account, name, title;
};
/// In the order of speaking.
[[nodiscard]] std::vector<life_meetings::Participant> participants_of(
    const ledger::Needs& needs, const SamplePeople& people, std::span<const PartLine> lines);

/// Refuses what the actions refuse, which would be a fault of the sample.
[[nodiscard]] base::Result<void> plan_sample_life_meeting(const SampleNeeds& needs,
                                                          const SamplePeople& people,
                                                          ledger::ProgrammeId programme);

}  // namespace app
