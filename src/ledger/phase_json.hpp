// Messages about phases: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/phase_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

struct PhaseForm {
    std::int64_t version = 0;
    PhaseDraft draft;
};
/// {"id","position"?,"name","description","from","until"}, the days as deadlines
[[nodiscard]] base::Result<PhaseDraft> read_new_phase(std::string_view body);
/// The same with "version" in the place of "id".
[[nodiscard]] base::Result<PhaseForm> read_phase_form(std::string_view body);

/// {"rows":[{…,"milestones":[a task]}],"tasks":{how many},"may":["set"]}
[[nodiscard]] std::string to_json(const PhasesView& view, const Reader& reader);
/// {"rows":[{"programme","name","begins_on","ends_on","milestones","confirmed","overdue",
/// "next":a task|null}]}
[[nodiscard]] std::string to_json(const std::vector<CurrentPhase>& phases, const Reader& reader);

}  // namespace ledger
