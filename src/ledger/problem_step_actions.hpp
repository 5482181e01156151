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

/// The area of that heading; a new one, with its entry in the journal, where there is none.
[[nodiscard]] Area area_of_heading(Recorder& recorder, std::string_view heading);

struct NewSuccessor {
    ProblemId id;
    std::string_view text;  // "" : that of the problem before
    std::string_view reason;
};
/// The successor of a struck-off problem, numbered, with the reason beside it. Refuses: as
/// open_successor() in problem.hpp.
[[nodiscard]] base::Result<Problem> open_successor(Recorder& recorder, const Problem& before,
                                                   const NewSuccessor& wanted);

}  // namespace ledger
