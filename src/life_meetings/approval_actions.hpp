// The way of a plan: submitted, reviewed in each seat, revised as a new edition.
#pragma once

#include "life_meetings/planning_actions.hpp"

namespace life_meetings {

/// All below refuse: life_meeting_unknown, somebody_else_changed_it, as the rule of their name.
[[nodiscard]] base::Result<LifeMeetingView> submit_life_plan(const Needs& needs,
                                                             const base::Actor& actor,
                                                             const SeenMeeting& seen);
[[nodiscard]] base::Result<LifeMeetingView> review_life_plan(const Needs& needs,
                                                             const base::Actor& actor,
                                                             const SeenMeeting& seen,
                                                             const WantedReview& wanted);
[[nodiscard]] base::Result<LifeMeetingView> revise_life_plan(const Needs& needs,
                                                             const base::Actor& actor,
                                                             const SeenMeeting& seen,
                                                             const std::string& reason);

}  // namespace life_meetings
