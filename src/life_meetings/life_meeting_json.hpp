// Messages about life meetings: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "http/http.hpp"
#include "ledger/row_json.hpp"
#include "life_meetings/planning_actions.hpp"

namespace life_meetings {

using ledger::Reader;

/// {"id","title","theme","basis","focus":[],"held_on","begins_at","length","sessions":[],"place",
/// "contact_leader":{"name","id"}|null,"demands":{…},"participants":[{"id","part","name","title",
/// "person_id"}],"duties":[{"kind","who"}]}. The programme is the caller's.
[[nodiscard]] base::Result<NewLifeMeeting> read_new_life_meeting(std::string_view body);
struct PlanForm {
    std::int64_t version = 0;
    Plan plan;
};
/// The same with "version" in the place of "id"; "held_on" is not taken over.
[[nodiscard]] base::Result<PlanForm> read_plan_form(std::string_view body);
/// page, page_size. Refuses number_out_of_range.
[[nodiscard]] base::Result<LifeMeetingFilter> read_life_meeting_filter(const http::Request& request,
                                                                       ProgrammeId programme);

/// The members of the plan with "programme", "unit", "state", "steps", "moved_days", "reviews",
/// "asked" and "seats" (whose turn it is; in which of them this reader speaks), "standing", "may",
/// "version".
[[nodiscard]] std::string to_json(const LifeMeetingView& view, const Reader& reader);
/// {"rows","total","page","page_size","may":["begin"]}
[[nodiscard]] std::string to_json(const LifeMeetingPage& page, const ledger::Page& asked,
                                  const Reader& reader);
/// {"keeper","superior","own","part","has_left","contact"}
void write(base::JsonWriter& json, const Standing& standing);

}  // namespace life_meetings
