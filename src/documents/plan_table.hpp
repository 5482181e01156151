// The tables of a plan: its tasks area by area, and the ledger that is annexed to it (domain 5.1).
// One line a measure, the problem over all of its measures; columns in which nothing stands are
// left out of the full ledger. Pure.
#pragma once

#include "documents/plan_paper.hpp"

namespace documents {

/// On an upright page: 序号, 反馈问题, 整改措施, 相关责任, 完成时限.
[[nodiscard]] office::PaperTable task_table(const PlanArea& area, base::Date document_day);
/// On a wide page. Requires: not none.
[[nodiscard]] office::PaperTable ledger_table(const PlanLedger& ledger, base::Date document_day,
                                              LedgerAnnex annex);

}  // namespace documents
