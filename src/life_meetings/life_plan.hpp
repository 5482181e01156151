// What a plan of a life meeting must hold together, and what changing it makes of it. Pure.
#pragma once

#include "life_meetings/life_meeting.hpp"

namespace life_meetings {

/// All that a plan says; the state and the steps that are done are not its business.
struct Plan {
    Terms terms;
    Demands demands;
    std::vector<Participant> participants;
    std::vector<Duty> duties;
    bool operator==(const Plan&) const = default;
};
[[nodiscard]] Plan plan_of(const LifeMeeting& meeting);

/// All faults together: life_meeting_needs_a_principal, life_meeting_has_one_principal
/// (participants), person_stands_twice (participants; args value), life_meeting_needs_a_member
/// (participants), time_of_day_expected (begins_at; args value), sessions_are_of_a_whole_day
/// (sessions).
[[nodiscard]] base::Result<void> check(const Plan& plan);

/// A meeting in planning, its steps without days.
[[nodiscard]] LifeMeeting planned(LifeMeetingId id, ProgrammeId programme, const Plan& plan);
/// The day of the meeting stays: that is moved with a reason. Refuses as why_not(edit), check(),
/// participants_stay (participants: whoever stood there leaves with a reason).
[[nodiscard]] base::Result<LifeMeeting> edit(const LifeMeeting& before, const Plan& plan,
                                             const Standing& standing);

}  // namespace life_meetings
