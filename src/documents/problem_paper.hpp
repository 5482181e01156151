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
/// The problem, a line a manifestation; its measures, a line each with its number.
[[nodiscard]] std::string with_manifestations(const ProblemSource& source);
[[nodiscard]] std::string measures_in_lines(const ProblemSource& source);

[[nodiscard]] office::Paper slip_paper(const ProblemSource& source);
[[nodiscard]] office::Paper clearing_paper(const ProblemSource& source);

}  // namespace documents
