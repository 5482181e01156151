// What surrounds the ledger: phases of the work, standing mechanisms, the bodies that lead it.
// Never rows.
#pragma once

#include "plan/grammar_sections.hpp"
#include "plan/plan_document.hpp"

namespace plan {

/// 动员准备阶段（5月9日—5月12日）: dates as written, tasks numbered or one a sentence.
[[nodiscard]] std::vector<ReadPhase> phases_of(const Outline& outline, const Sections& sections);
/// 碰头会制度, 联席会议制度 …: how often, where the text says it.
[[nodiscard]] std::vector<ReadMechanism> mechanisms_of(const Outline& outline,
                                                       const Sections& sections);
/// 领导小组, 办公室, 督查组 with 组长, 副组长, 成员 and 职责, from a list or from 成立由…任组长的….
[[nodiscard]] std::vector<ReadBody> bodies_of(const Outline& outline, const Sections& sections);

}  // namespace plan
