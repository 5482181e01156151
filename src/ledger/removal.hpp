// Taking away what was entered or imported by mistake, and how it is kept for putting it back. Only
// what nobody has worked on may go: nobody takes away what happened. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/fields.hpp"

namespace ledger {

using BinId = base::Id<struct BinTag>;

/// What became of a row since it was made, as far as it keeps the row from being taken away.
struct RowLife {
    std::vector<std::string> acts;  // of its history, each once
    std::int64_t evidence = 0;      // pieces that stand or stood at it
    std::int64_t extensions = 0;    // asked for
    std::int64_t notices = 0;       // that went out about it, or were dismissed
    std::int64_t handovers = 0;     // whose list names it
    std::int64_t agendas = 0;       // of meetings, where it was spoken of or is to be
    std::int64_t plans = 0;         // sent into review with it, or commented on about it
    std::int64_t shared = 0;        // a measure: problems it serves besides; a problem: measures of
                                    // others that serve it
};
template <class Row>
struct Lived {
    Row row;
    RowLife life;
};

/// Why the problem may not be taken away with all its measures, or nothing. Refuses:
/// only_the_office_edits, struck_off_problems_never_change, problem_is_awaiting_review, then of the
/// problem and of each measure (args row): row_is_in_handovers, row_was_worked_on,
/// row_has_evidence, row_has_extensions, row_is_in_notices, row_is_on_agendas,
/// row_is_in_plans, problem_is_served_by_others or measure_serves_others.
[[nodiscard]] std::optional<base::Error> why_not_remove(const Lived<Problem>& problem,
                                                        const std::vector<Lived<Measure>>& measures,
                                                        const base::Actor& actor);
/// Refuses: only_the_office_edits, problem_is_closed_to_changes, then as above.
[[nodiscard]] std::optional<base::Error> why_not_remove(const Lived<Measure>& measure,
                                                        ProblemGate gate, const base::Actor& actor);
/// Refuses reason_says_nothing.
[[nodiscard]] std::optional<base::Error> why_no_reason(std::string_view reason);

/// Why what can be put back until that day cannot be, or nothing. Refuses: only_the_office_edits,
/// bin_entry_is_over (args value).
[[nodiscard]] std::optional<base::Error> why_not_restore(base::Date until, base::Date today,
                                                         const base::Actor& actor);

/// "第 3 号问题"
[[nodiscard]] std::string words_of(const Problem& problem);
[[nodiscard]] std::string words_of(const Measure& measure);

/// The whole row as the bin keeps it, but for what is worked out anew when it is put back: due
/// days and copies.
[[nodiscard]] Fields whole(const Problem& problem);
[[nodiscard]] Fields whole(const Measure& measure);
[[nodiscard]] Problem problem_from(const Fields& fields);
[[nodiscard]] Measure measure_from(const Fields& fields);
/// "" where there is none.
[[nodiscard]] const std::string& value_in(const Fields& fields, std::string_view name);
/// 0 where there is none.
[[nodiscard]] std::int64_t number_in(const Fields& fields, std::string_view name);

}  // namespace ledger
