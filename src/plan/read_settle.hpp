// What can only be said once all rows are read: which day a deadline without a year means, measures
// that serve several problems, a state common to all measures of a problem.
#pragma once

#include <optional>
#include <vector>

#include "plan/plan_document.hpp"

namespace plan {

/// The year a document is certainly of and, where a signature tells it, the month.
struct DocumentYear {
    int year = 0;
    unsigned month = 0;  // 0: not known
};

/// One block of measures under the last of several problems serves them all: it is kept at the
/// first, and who answers until when is said of each. Only where most problems have measures.
void share_blocks(std::vector<ReadArea>& areas);
/// Fills days whose year the text leaves out. A plan's deadline that would lie before the plan
/// stays open.
void settle_days(PlanDocument& document, std::optional<DocumentYear> year);
/// An area reaches from its heading, or its first row, to its last row.
void settle_sources(std::vector<ReadArea>& areas);
/// The problem's state, where only its measures state one and all the same.
void settle_states(std::vector<ReadArea>& areas);

}  // namespace plan
