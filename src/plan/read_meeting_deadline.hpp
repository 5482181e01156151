// By when a plan of a meeting binds somebody: every day and every number of days it names, in the
// order of the text. What is past (days of the inspection) and how long something lasts are left
// out.
#pragma once

#include <span>
#include <vector>

#include "plan/grammar_line.hpp"
#include "plan/plan_document.hpp"

namespace plan {

/// One for each mention. `lines` is one plan; a day and the day it lasts to are one mention.
[[nodiscard]] std::vector<ReadMeetingDeadline> meeting_deadlines_of(std::span<const Line> lines);

}  // namespace plan
