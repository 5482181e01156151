// Messages about sub-plans: names of fields and their sizes.
#pragma once

#include <string_view>

#include "drafting/sub_plan_actions.hpp"
#include "ledger/row_json.hpp"

namespace drafting {

using ledger::Reader;

struct SubPlanForm {
    SubPlan plan;
    std::int64_t version = 0;
};
/// {"id","version","goals","text"}; programme and unit are the caller's to fill in.
[[nodiscard]] base::Result<SubPlanForm> read_sub_plan(std::string_view body);
/// {"version","accept","reason"}
[[nodiscard]] base::Result<SubPlanDecision> read_sub_plan_decision(std::string_view body);

[[nodiscard]] std::string to_json(const OwingUnitView& view, const Reader& reader);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<OwingUnitView>& views, const Reader& reader);

}  // namespace drafting
