// What the principal does first and what has arrived with each of the team, as somebody sees it.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "sittings/leading.hpp"

namespace sittings {

using life_meetings::Needs;

struct LeadingView {
    LifeMeeting meeting;
    std::vector<LeadAct> acts;
    std::vector<Arrival> arrivals;
};
/// Refuses: life_meeting_unknown, leading_is_restricted (to whoever sees nothing of it).
[[nodiscard]] base::Result<LeadingView> view_leading(const Needs& needs, const base::Actor& actor,
                                                     LifeMeetingId id);

// ---- A step for actions

/// `meeting` must outlive it.
[[nodiscard]] LeadingFacts load_leading_facts(db::Transaction& transaction,
                                              const LifeMeeting& meeting);

}  // namespace sittings
