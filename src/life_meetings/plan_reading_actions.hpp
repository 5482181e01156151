// Reading a document for the plan of a life meeting. Nothing of it is kept: what is taken over is
// sent as a plan.
#pragma once

#include <filesystem>

#include "life_meetings/plan_reading.hpp"
#include "life_meetings/planning_actions.hpp"

namespace life_meetings {

struct BroughtPlan {
    ProgrammeId programme;
    std::string name;
    std::filesystem::path file;
};
struct ReadPlans {
    std::string file_name;
    std::vector<ProposedPlan> plans;  // one of a document, several of a compilation
};
/// Refuses: programme_not_found, only_the_keeper_runs_life_meetings, what office::read_document()
/// refuses, document_has_no_life_meeting (args value).
[[nodiscard]] base::Result<ReadPlans> read_life_plans(const Needs& needs, const base::Actor& actor,
                                                      const BroughtPlan& brought);

}  // namespace life_meetings
