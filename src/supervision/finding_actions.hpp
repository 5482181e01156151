// What a check finds at a row of its sample, and what a finding leads to: in one transaction with
// the row of the ledger that is sent back or followed, the task, or the notice.
#pragma once

#include "ledger/task.hpp"
#include "supervision/check_actions.hpp"

namespace supervision {

/// A row as somebody saw it. Both below refuse: check_row_unknown (also where check or row are not
/// in sight), somebody_else_changed_it.
struct SeenRow {
    CheckRowId id;
    std::int64_t version = 0;
};
/// Refuses besides: as fill_in().
[[nodiscard]] base::Result<CheckView> fill_in_row(const Needs& needs, const base::Actor& actor,
                                                  const SeenRow& seen, const RowForm& form);

struct Decision {
    ConsequenceId id;  // also of what is made: measure, problem, task, notice
    ConsequenceKind kind = ConsequenceKind::task;
    std::string reason;                      // as it is told to those it concerns
    std::string requirement;                 // of sent_back; the text of a supplement or a task
    std::optional<base::Date> due_on;        // of a supplement or a task
    std::optional<base::UnitId> unit;        // of a task; none: who answers for the row
    std::string notice_kind;                 // of a notice
    std::int64_t accountability_number = 0;  // of a record there is
};
/// Sent again: as it is. Refuses besides: as why_not() of the kind, what the ledger refuses of what
/// it leads to, reason_too_short, text_empty (requirement of a supplement), unit_unknown,
/// unit_is_closed, notice_kind_unknown, notice_has_no_rows, accountability_unknown.
[[nodiscard]] base::Result<CheckView> decide_on_finding(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const SeenRow& seen,
                                                        const Decision& wanted);

}  // namespace supervision
