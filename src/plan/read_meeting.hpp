// Plans of special democratic life meetings (专题民主生活会方案), one or a compilation of them:
// theme, time, place, people, preparation, agenda, what follows, whom to report to. Reads no
// ledger.
#pragma once

#include <vector>

#include "plan/grammar_line.hpp"
#include "plan/plan_document.hpp"

namespace plan {

/// One plan a title (…民主生活会…方案); the whole document is one where only its title is such.
[[nodiscard]] std::vector<ReadMeetingPlan> meeting_plans_of(const std::vector<Line>& lines,
                                                            const std::string& title);

}  // namespace plan
