// What the program holds of a programme, as reports tell of it: rows of the ledger, feedback,
// plans, bodies, meetings, regulations, what happened and what proves it, all within somebody's
// scope. Loaded once and asked many times. Decides nothing.
#pragma once

#include <map>
#include <set>

#include "bodies/body.hpp"
#include "campaigns/campaign.hpp"
#include "chronology/happening.hpp"
#include "chronology/work_plan.hpp"
#include "drafting/plan_version.hpp"
#include "evidence/evidence.hpp"
#include "inspections/clue.hpp"
#include "inspections/feedback.hpp"
#include "ledger/phase.hpp"
#include "meetings/meeting_store.hpp"
#include "regulations/regulation.hpp"
#include "regulations/study.hpp"
#include "reports/ledger_sheet_store.hpp"
#include "supervision/accountability.hpp"

namespace narrative {

/// A file that proves something, and the rows at which it stands.
struct Proof {
    evidence::Evidence file;
    std::vector<std::string> rows;  // ids, of those in sight
};

struct Source {
    ledger::Programme programme;
    base::Date today;
    base::Guards cleared;   // for what its reader is cleared
    std::string principal;  // "" : nobody was named
    reports::SheetSource rows;
    std::map<ledger::ProblemId, std::string> documents;  // the feedback each problem comes from
    std::vector<inspections::Feedback> feedback;         // without texts
    std::vector<drafting::PlanVersion> plans;            // issued ones, the last one first
    std::vector<bodies::Body> bodies;                    // as they stand today
    std::vector<ledger::Phase> phases;
    std::vector<meetings::MeetingBrief> meetings;  // that were held, the first one first
    std::vector<regulations::Regulation> regulations;
    std::vector<regulations::Study> studies;  // the first one first
    std::vector<campaigns::Campaign> campaigns;
    std::vector<chronology::PlannedRow> planned;
    std::vector<chronology::Happening> happenings;  // of a kind that reports tell, first one first
    std::vector<Proof> proofs;
    std::vector<supervision::Accountability> accountability;  // in force, to those cleared for it
    std::vector<inspections::Clue> clues;                     // as above
};

/// Everything of it that the actor's scope covers, as of that day. `programme` is in sight.
[[nodiscard]] Source load_source(db::Transaction& transaction, const ledger::Programme& programme,
                                 const base::Actor& actor, base::Date today);
/// Who heads the inspected unit, else who heads the leading group; "" for nobody.
[[nodiscard]] std::string find_principal(db::Transaction& transaction,
                                         const ledger::Programme& programme, base::Date today);

}  // namespace narrative
