// What happens to a meeting on its way: it is called, moved to another day, cancelled; people join
// and leave; its steps are set and done. Pure.
#pragma once

#include "life_meetings/life_meeting.hpp"

namespace life_meetings {

/// The notice of the time is out: its step is done. Refuses as why_not(call),
/// life_meeting_day_is_past (held_on; args value).
[[nodiscard]] base::Result<LifeMeeting> call(const LifeMeeting& before, const Standing& standing,
                                             const base::Actor& actor, base::Date today);

struct Postponement {
    base::Date held_on;
    std::string begins_at;  // "": as it was
    std::string reason;
};
/// Whoever was called must be called again. The days of steps are worked out by whoever places
/// them. Refuses as why_not(postpone), then together: reason_too_short (reason),
/// life_meeting_day_is_past, life_meeting_day_is_the_same (held_on; args value),
/// time_of_day_expected (begins_at; args value).
[[nodiscard]] base::Result<LifeMeeting> postpone(const LifeMeeting& before,
                                                 const Postponement& wanted,
                                                 const Standing& standing, base::Date today);
/// Refuses as why_not(cancel), reason_too_short (reason).
[[nodiscard]] base::Result<LifeMeeting> cancel(const LifeMeeting& before, std::string_view reason,
                                               const Standing& standing);

/// A newcomer, behind the others of their kind. Refuses as why_not(change_people), as the checks of
/// participants.
[[nodiscard]] base::Result<LifeMeeting> join(const LifeMeeting& before, const Participant& wanted,
                                             const Standing& standing);
struct Leaving {
    ParticipantId participant;
    base::Date left_on;
    std::string reason;
};
/// Stays in the record; is taken out of the quorum and of what is required. Refuses as
/// why_not(change_people), participant_unknown, participant_has_left, reason_too_short (reason),
/// day_is_in_the_future (left_on; args value).
[[nodiscard]] base::Result<LifeMeeting> leave(const LifeMeeting& before, const Leaving& wanted,
                                              const Standing& standing, base::Date today);

/// As the office sets a step; what is done of it stays.
struct WantedStep {
    std::optional<std::int64_t> position;  // none: a new one
    std::string title;
    std::int64_t days = 0;
    Counting counting = Counting::natural;
};
/// Exactly these. Refuses as why_not(do_step), step_unknown, done_steps_stay (steps; args value),
/// life_meeting_keeps_its_sitting (steps: the meeting itself is a step, on its day).
[[nodiscard]] base::Result<LifeMeeting> set_steps(const LifeMeeting& before,
                                                  const std::vector<WantedStep>& wanted,
                                                  const Standing& standing);
struct StepDone {
    std::int64_t position = 0;
    std::optional<base::Date> done_on;  // none: not done after all
    std::string remark;
};
/// Refuses as why_not(do_step), step_unknown, day_is_in_the_future (done_on; args value).
[[nodiscard]] base::Result<LifeMeeting> do_step(const LifeMeeting& before, const StepDone& done,
                                                const Standing& standing, const base::Actor& actor,
                                                base::Date today);

/// Of rules about days: one that does not do (args value).
[[nodiscard]] base::Error invalid_day(std::string_view code, std::string_view field,
                                      base::Date day);

}  // namespace life_meetings
