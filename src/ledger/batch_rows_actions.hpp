// What the two levels of the ledger have in common when their rows are changed in bulk: finding
// them, weighing each, saving it. Steps for actions; not an action itself.
#pragma once

#include <map>

#include "ledger/batch.hpp"
#include "ledger/ledger_list_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

[[nodiscard]] inline const Measure& core_of(const MeasureRow& row) {
    return row.measure;
}
[[nodiscard]] inline const Problem& core_of(const ProblemRow& row) {
    return row.problem;
}
template <class Row>
using CoreOf = std::decay_t<decltype(core_of(std::declval<Row>()))>;

[[nodiscard]] inline InForce in_force(const MeasureRow& row) {
    return {row.responsibility, row.deadline};
}
[[nodiscard]] inline InForce in_force(const ProblemRow& row) {
    return {row.problem.responsibility, row.problem.deadline};
}
/// What its problem says, where the row itself tells: of a measure that has it from there.
[[nodiscard]] inline InForce said_above(const MeasureRow& row) {
    const auto& own = row.measure;
    return {own.responsibility.empty() ? row.responsibility : Responsibility{},
            own.deadline.empty() ? row.deadline : Deadline{}};
}
[[nodiscard]] inline InForce said_above(const ProblemRow&) {
    return {};
}
[[nodiscard]] inline base::Guards guards_of(const MeasureRow& row) {
    return row.measure.guards;
}
[[nodiscard]] inline base::Guards guards_of(const ProblemRow& row) {
    return row.problem.guards;
}

/// In the order of the ledger.
template <class Row>
[[nodiscard]] std::vector<Row> list_rows(db::Transaction& transaction, const LedgerFilter& filter,
                                         const Viewpoint& viewpoint) {
    if constexpr (std::is_same_v<Row, MeasureRow>)
        return list_measure_rows(transaction, filter, viewpoint).rows;
    else
        return list_problem_rows(transaction, filter, viewpoint).rows;
}

[[nodiscard]] inline base::Result<Measure> after_change(const MeasureRow& row,
                                                        const BulkChange& change,
                                                        const base::Actor& actor) {
    return change_in_bulk(row.measure, in_force(row), change, gate_of(row.problem.status), actor);
}
[[nodiscard]] inline base::Result<Problem> after_change(const ProblemRow& row,
                                                        const BulkChange& change,
                                                        const base::Actor& actor) {
    return change_in_bulk(row.problem, change, actor);
}
[[nodiscard]] inline base::Result<Measure> after_undoing(const MeasureRow& row,
                                                         const Fields& before,
                                                         const base::Actor& actor) {
    return take_back(row.measure, before, gate_of(row.problem.status), actor);
}
[[nodiscard]] inline base::Result<Problem> after_undoing(const ProblemRow& row,
                                                         const Fields& before,
                                                         const base::Actor& actor) {
    return take_back(row.problem, before, actor);
}

/// A row as it would be, and how that is told. `asked` bounds which fields are told; `above` is
/// what counts where the row says nothing.
template <class Row>
struct Weighed {
    BatchedRow told;
    std::optional<CoreOf<Row>> after;  // of a row that changes
};
template <class Row>
[[nodiscard]] Weighed<Row> weigh(const Row& row, const base::Result<CoreOf<Row>>& after,
                                 const BulkChange& asked, const InForce& above) {
    const auto& before = core_of(row);
    Weighed<Row> found;
    found.told = {before.id.text(), before.number, before.text, before.version};
    if (!after) {
        found.told.outcome = BatchOutcome::refused;
        found.told.refusal = after.error().code;
        return found;
    }
    if (*after == before) {
        found.told.outcome = BatchOutcome::unchanged;
        return found;
    }
    // What counts for it, as the page shows it, and not what it says itself.
    const auto counts = in_force(row);
    auto shown = before, becomes = *after;
    shown.responsibility = counts.responsibility;
    shown.deadline = counts.deadline;
    if (becomes.responsibility.empty()) becomes.responsibility = above.responsibility;
    if (becomes.deadline.empty()) becomes.deadline = above.deadline;
    found.told.changes = changes_between(fields_of(shown), fields_of(becomes));
    std::erase_if(found.told.changes, [&](const journal::FieldChange& change) {
        return !asks_for(asked, change.field);
    });
    found.after = *after;
    return found;
}

}  // namespace ledger
