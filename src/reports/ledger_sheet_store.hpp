// What the full ledger of one programme shows besides its rows, each in one statement for all of
// them. Decides nothing.
#pragma once

#include <map>
#include <vector>

#include "db/database.hpp"
#include "ledger/ledger_list_store.hpp"
#include "ledger/measure_store.hpp"
#include "ledger/problem_store.hpp"

namespace reports {

struct MeasureFacts {
    std::vector<ledger::CountedResult> results;  // summed over all reports
    std::string evidence_note;                   // of the last report that has one
    std::string reason, requirement;  // of the last refusal, where the measure stands sent back
};
struct ProblemFacts {
    std::string goal;
    std::vector<ledger::Manifestation> manifestations;
    std::string similar_check;
    std::optional<ledger::StrikeOff> strike_off;
};

[[nodiscard]] std::map<ledger::MeasureId, MeasureFacts> load_measure_facts(
    db::Transaction& transaction, ledger::ProgrammeId programme);
/// The same of one measure.
[[nodiscard]] MeasureFacts load_facts_of(db::Transaction& transaction, ledger::MeasureId id);
[[nodiscard]] std::map<ledger::ProblemId, ProblemFacts> load_problem_facts(
    db::Transaction& transaction, ledger::ProgrammeId programme);

/// Everything that tables of the ledger are made from.
struct SheetSource {
    std::vector<ledger::MeasureRow> measures;  // in the order of the ledger
    std::vector<ledger::ProblemRow> problems;  // in the order of the ledger
    std::map<ledger::MeasureId, MeasureFacts> measure_facts;
    std::map<ledger::ProblemId, ProblemFacts> problem_facts;
};
/// `filter` names the programme; its page and order do not count. A filter speaks of measures:
/// problems without one that is left stay out, unless nothing was filtered.
[[nodiscard]] SheetSource load_source(db::Transaction& transaction, ledger::LedgerFilter filter,
                                      const ledger::Viewpoint& viewpoint);

}  // namespace reports
