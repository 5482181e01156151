// Messages about rounds, teams and inspected units: names of fields and their sizes.
#pragma once

#include <string_view>

#include "inspections/round_actions.hpp"
#include "ledger/row_json.hpp"

namespace inspections {

/// {"id","name","term","leading_office","begins_on","ends_on"}; of a change "version" in place of
/// "id".
[[nodiscard]] base::Result<Round> read_new_round(std::string_view body);
[[nodiscard]] base::Result<Round> read_round_change(std::string_view body);
/// {"id","name","kind","inspecting_body","head","members","begins_on","ends_on","unit_ids":[]}; the
/// round is the caller's to fill in.
[[nodiscard]] base::Result<NewTeam> read_new_team(std::string_view body);
/// {"version","name","kind","inspecting_body","head","members"}
[[nodiscard]] base::Result<Team> read_team_change(std::string_view body);
struct DaysForm {
    std::int64_t version = 0;  // 0: not registered yet
    Days days;
};
/// {"version","begins_on","ends_on"}
[[nodiscard]] base::Result<DaysForm> read_days(std::string_view body);
/// {"programme_id"}
[[nodiscard]] base::Result<base::ProgrammeId> read_link(std::string_view body);

/// The round with "teams":[{…,"units":[{…}]}] and "may":["keep"].
[[nodiscard]] std::string to_json(const RoundView& view, const ledger::Reader& reader);
/// {"rows","total","page","page_size","may":["keep"]}
[[nodiscard]] std::string to_json(const RoundPage& found, const ledger::Page& asked,
                                  const ledger::Reader& reader);

}  // namespace inspections
