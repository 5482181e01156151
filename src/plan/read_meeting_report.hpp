// The report a plan of a democratic life meeting promises in a sentence: to whom, within how long.
#pragma once

#include <optional>
#include <string_view>

#include "plan/plan_document.hpp"

namespace plan {

/// Cheap, and true for every text in which report_in finds something.
[[nodiscard]] bool tells_report(std::string_view text);
/// 在召开xx天内将情况报送A、B; 报市委，抄送市纪委和市委组织部; 向A、B上报. Nothing where no Party
/// body is named.
[[nodiscard]] std::optional<ReadReport> report_in(std::string_view sentence);

}  // namespace plan
