// As record_sheet.hpp, of the work itself: the plan and its reviews, checks, interviews,
// regulations, extensions. From types to texts.
#pragma once

#include "dossier/record_sheet.hpp"
#include "drafting/document.hpp"
#include "drafting/plan_version.hpp"
#include "evidence/evidence.hpp"
#include "ledger/extension.hpp"
#include "regulations/regulation.hpp"
#include "supervision/checked_row.hpp"
#include "supervision/interview.hpp"

namespace dossier {

struct IssuedPlan {
    drafting::PlanVersion plan;
    drafting::Document document;
};
[[nodiscard]] Record record_of(const IssuedPlan& one);
/// Who sat in it, what each of them said, and how they filled in the form.
[[nodiscard]] Record review_record(const drafting::PlanVersion& plan, const drafting::Round& round);

/// A row with what was brought back from it.
struct ReportedRow {
    supervision::CheckedRow row;
    std::vector<evidence::Item> files;
};
[[nodiscard]] Record check_record(const supervision::Check& check,
                                  const std::vector<ReportedRow>& rows);
[[nodiscard]] Record record_of(const supervision::Interview& one);
[[nodiscard]] Record record_of(const regulations::Regulation& one);
[[nodiscard]] Record record_of(const ledger::Extension& one);

}  // namespace dossier
