// What happens to a meeting on its way: called, moved, cancelled; people join and leave; steps are
// set and done.
#pragma once

#include "life_meetings/life_course.hpp"
#include "life_meetings/planning_actions.hpp"

namespace life_meetings {

/// All below refuse: life_meeting_unknown, somebody_else_changed_it, as the rule of their name.
[[nodiscard]] base::Result<LifeMeetingView> call_life_meeting(const Needs& needs,
                                                              const base::Actor& actor,
                                                              const SeenMeeting& seen);
/// Every step that is not done gets its day anew.
[[nodiscard]] base::Result<LifeMeetingView> postpone_life_meeting(const Needs& needs,
                                                                  const base::Actor& actor,
                                                                  const SeenMeeting& seen,
                                                                  const Postponement& wanted);
[[nodiscard]] base::Result<LifeMeetingView> cancel_life_meeting(const Needs& needs,
                                                                const base::Actor& actor,
                                                                const SeenMeeting& seen,
                                                                const std::string& reason);
/// Refuses besides person_unknown.
[[nodiscard]] base::Result<LifeMeetingView> add_participant(const Needs& needs,
                                                            const base::Actor& actor,
                                                            const SeenMeeting& seen,
                                                            const Participant& wanted);
[[nodiscard]] base::Result<LifeMeetingView> let_participant_leave(const Needs& needs,
                                                                  const base::Actor& actor,
                                                                  const SeenMeeting& seen,
                                                                  const Leaving& wanted);
[[nodiscard]] base::Result<LifeMeetingView> set_life_steps(const Needs& needs,
                                                           const base::Actor& actor,
                                                           const SeenMeeting& seen,
                                                           const std::vector<WantedStep>& wanted);
[[nodiscard]] base::Result<LifeMeetingView> do_life_step(const Needs& needs,
                                                         const base::Actor& actor,
                                                         const SeenMeeting& seen,
                                                         const StepDone& done);

}  // namespace life_meetings
