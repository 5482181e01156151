// Statements on problems, their manifestations, applications and slips. Decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/problem.hpp"

namespace ledger {

struct Manifestation {
    ManifestationId id;
    ProgrammeId programme;
    ProblemId problem;
    std::int64_t position = 0;  // from 1 under its problem
    std::string printed_number, text;
    bool operator==(const Manifestation&) const = default;
};

/// Every unit that holds a row, the inspected one included, and their paths.
struct Holding {
    std::vector<base::UnitId> units;
    std::vector<std::string> paths;
};

/// What the row's copies are made of, besides the row.
struct ProblemPlace {
    std::int64_t area_number = 0;
    Holding held;
};

[[nodiscard]] base::Guards guards_in(const db::Row& row, int column);
/// A problem from columns 0–21, in the order of every SELECT of problems.
[[nodiscard]] Problem problem_in(const db::Row& row);
void insert_problem(db::Transaction& transaction, const Problem& problem,
                    const ProblemPlace& place);
/// Refuses problem_not_found, also when it lies outside the scope.
[[nodiscard]] base::Result<Problem> load_problem(db::Transaction& transaction, ProblemId id,
                                                 const base::Scope& scope);
/// Writes everything that can change and moves the version on. Refuses somebody_else_changed_it
/// when `problem.version` is not the stored one.
[[nodiscard]] base::Result<void> save_problem(db::Transaction& transaction, const Problem& problem);
/// Writes the day that counts, a copy; no version moves.
void save_problem_due(db::Transaction& transaction, ProblemId id, std::optional<base::Date> due_on);
/// Replaces the units that hold the row.
void save_problem_holding(db::Transaction& transaction, const Problem& problem,
                          const Holding& held);
/// Writes the guards of the problem, and the copies of them on its measures and holders.
void save_guards(db::Transaction& transaction, const Problem& problem);
/// A column of a statement over problems r: how many measures each rests on, its own and those of
/// others that serve it too, all or those of one status. Looked up row by row: the view
/// problem_measure would be put together whole for each statement that asks it about many.
[[nodiscard]] std::string measures_of_problem(std::string_view status = {});
[[nodiscard]] MeasureTally tally_of(db::Transaction& transaction, ProblemId id);
[[nodiscard]] std::vector<Problem> list_problems(db::Transaction& transaction,
                                                 ProgrammeId programme);
[[nodiscard]] std::optional<Problem> find_successor(db::Transaction& transaction, ProblemId id);

void insert_manifestation(db::Transaction& transaction, const Manifestation& manifestation,
                          base::Guards guards);
[[nodiscard]] std::vector<Manifestation> list_manifestations(db::Transaction& transaction,
                                                             ProblemId problem);

/// An application as it was filed.
struct FiledApplication {
    ApplicationId id;
    StrikeOffApplication stated;
    base::Instant at;
    base::AccountId by_account;
    std::string by;
};
void insert_application(db::Transaction& transaction, const Problem& problem,
                        const FiledApplication& application);
[[nodiscard]] std::optional<FiledApplication> find_last_application(db::Transaction& transaction,
                                                                    ProblemId problem);

/// The slip of a struck-off problem.
struct StrikeOff {
    std::int64_t slip_number = 0;
    base::Instant at;
    base::AccountId by_account;
    std::string by, applied_by, opinion;
    bool imported = false;
};
void insert_strike_off(db::Transaction& transaction, const Problem& problem, const StrikeOff& slip);
[[nodiscard]] std::optional<StrikeOff> find_strike_off(db::Transaction& transaction,
                                                       ProblemId problem);

}  // namespace ledger
