// What the actions on problems have in common. Steps for actions; not actions themselves.
#pragma once

#include "ledger/problem_actions.hpp"

namespace ledger {

/// Refuses problem_not_found, also outside the scope.
[[nodiscard]] base::Result<ProblemRow> problem_row(db::Transaction& transaction, ProblemId id,
                                                   const base::Scope& scope);

struct OpenedProblem {
    Recorder recorder;
    Problem before;
};
/// The problem in scope, its programme open for writing, the version the one that was seen. Refuses
/// problem_not_found, somebody_else_changed_it.
[[nodiscard]] base::Result<OpenedProblem> open_problem(db::Transaction& transaction,
                                                       const Needs& needs, const base::Actor& actor,
                                                       Seen<ProblemId> seen);

}  // namespace ledger
