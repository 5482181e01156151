// Messages about links to ordinary work plans: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "chronology/work_plan_actions.hpp"
#include "ledger/row_json.hpp"

namespace chronology {

struct WorkPlanEdit {
    std::int64_t version = 0;
    WorkPlanWords words;
};
/// {"version","plan","item"}
[[nodiscard]] base::Result<WorkPlanEdit> read_work_plan(std::string_view body);
/// {"plan","item","by","at","version","may":["link"]}
[[nodiscard]] std::string to_json(const WorkPlanView& view, const ledger::Reader& reader);
/// {"rows":[{"kind","id","number","text","status","unit","plan","item","due_on"}],"total","page",
/// "page_size"}
[[nodiscard]] std::string to_json(const PlannedPage& page, const ledger::Page& asked);

}  // namespace chronology
