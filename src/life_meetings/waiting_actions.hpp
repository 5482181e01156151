// What of life meetings waits for somebody, for their home page.
#pragma once

#include "life_meetings/planning_actions.hpp"

namespace life_meetings {

inline constexpr int steps_shown_days_ahead = 7;

struct WaitingLife {
    struct Step {
        LifeMeetingId meeting;
        ProgrammeId programme;
        std::string meeting_title, title;
        base::Date due_on;
    };
    std::vector<LifeMeeting> reviews;  // whose plan this person reviews now
    std::vector<Step> steps;           // that a keeper has to see to, the most overdue first
};
[[nodiscard]] WaitingLife list_waiting_life(const Needs& needs, const base::Actor& actor);

}  // namespace life_meetings
