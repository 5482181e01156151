// Typical cases of a programme, as somebody sees them.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "statements/typical_case.hpp"

namespace statements {

using life_meetings::LifeMeetingId;
using life_meetings::Needs;
/// Meetings that are looked through.
inline constexpr std::int64_t case_meetings_max = 20;

/// Of the meetings and rows that this reader sees, the last meeting first. Refuses
/// life_meeting_unknown.
[[nodiscard]] base::Result<std::vector<TypicalCase>> list_cases(const Needs& needs,
                                                                const base::Actor& actor,
                                                                LifeMeetingId id);

}  // namespace statements
