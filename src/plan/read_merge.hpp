// Puts together what a document says of one ledger in several places: a list of problems and a list
// of measures, prose and the table attached to it. Rows are joined by number or wording, never
// guessed.
#pragma once

#include <vector>

#include "plan/plan_document.hpp"
#include "plan/read_table.hpp"

namespace plan {

/// Joins `more` to `areas` where its problems are those of `areas` (wording alike, or numbers alike
/// where it only refers); what is new in it is appended. Says nothing twice.
void join_ledgers(std::vector<ReadArea>& areas, TableLedger more);
/// Parts of one prose ledger: problems listed first, their measures in a later section.
void join_sections(std::vector<ReadArea>& areas);

}  // namespace plan
