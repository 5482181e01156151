// Papers of one problem: the slip under which it was struck off (销号单) and the sheet that brings
// it to zero (归零表), both forms to be signed (domain 5.1). Pure.
#pragma once

#include "office/paper.hpp"
#include "reports/ledger_sheet_store.hpp"

namespace documents {

/// A problem with its measures and what is stated of it.
struct ProblemSource {
    std::string programme_title, inspected_unit;
    ledger::ProblemRow row;
    std::vector<ledger::MeasureRow> measures;
    std::map<ledger::MeasureId, reports::MeasureFacts> measure_facts;
    reports::ProblemFacts facts;
    std::optional<ledger::FiledApplication> application;
};
[[nodiscard]] office::Paper slip_paper(const ProblemSource& source);
[[nodiscard]] office::Paper clearing_paper(const ProblemSource& source);

}  // namespace documents
