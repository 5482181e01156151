// The official documents of a life meeting's preparation: plan (方案), request (请示), notice
// (通知) and division of work (任务分工表), from the meeting as it is.
#pragma once

#include "life_meetings/life_meeting.hpp"
#include "office/paper.hpp"

namespace life_meetings {

enum class LifePaper { plan, request, notice, duties };
[[nodiscard]] std::optional<LifePaper> life_paper_of(std::string_view name);

/// `office`: to whom a request goes; `today`: the day it bears. Refuses life_plan_is_not_approved
/// (a notice calls to a meeting that is agreed to).
[[nodiscard]] base::Result<office::Paper> paper_of(LifePaper kind, const LifeMeeting& meeting,
                                                   std::string_view office, base::Date today);

}  // namespace life_meetings
