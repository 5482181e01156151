// The report of a week or a month (domain 5.3): totals, what was struck off, what is overdue and
// near, how the units stand, what is difficult. Every figure counts the rows that stand below it or
// that the ledger shows under the same words; nothing is typed. Pure.
#pragma once

#include "documents/list_paper.hpp"

namespace documents {

struct Period {
    base::Date from, to;  // both included
};
[[nodiscard]] bool lies_in(base::Date day, const Period& period);
/// The week (Monday to Sunday) or the month in which `day` lies.
[[nodiscard]] Period week_of(base::Date day);
[[nodiscard]] Period month_of(base::Date day);

/// What the report counts, before it becomes words: for the test that figures and rows agree.
struct ReportFigures {
    std::size_t problems = 0, struck_off = 0, struck_off_now = 0;
    std::size_t measures = 0, done = 0, long_term = 0, open = 0, overdue = 0, near = 0,
                sent_back = 0;
};
[[nodiscard]] ReportFigures count(const ListSource& source, const Period& period);
/// `kind` is week_report, month_report or dispatch_report. Overdue and near as of the day of the
/// source.
[[nodiscard]] office::Paper report_paper(DocumentKind kind, const ListSource& source,
                                         const Period& period);

}  // namespace documents
