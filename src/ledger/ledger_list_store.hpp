// The list of the ledger: filtered, sorted, counted and paged in the database. SQL is composed from
// closed tables of columns; every value is a parameter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "ledger/ledger_filter_store.hpp"
#include "ledger/measure_store.hpp"
#include "ledger/problem_store.hpp"

namespace ledger {

struct AreaBrief {
    AreaId id;
    std::int64_t number = 0;
    std::string printed_number, heading;
};
struct ProblemBrief {
    ProblemId id;
    std::int64_t number = 0;
    std::string printed_number, text;
    ProblemStatus status = ProblemStatus::unclaimed;
};

/// A measure as the ledger shows it: what it does not say itself, its problem says.
struct MeasureRow {
    Measure measure;
    Responsibility responsibility;  // own, else the problem's
    Deadline deadline;              // own, else the problem's
    ProblemBrief problem;
    AreaBrief area;
    std::int64_t extensions = 0;  // granted to it
};
struct ProblemRow {
    Problem problem;
    AreaBrief area;
    MeasureTally tally;
    std::int64_t extensions = 0;
    Review review = {};  // while its application waits: what is open, waits or was agreed
    [[nodiscard]] ProblemFacts facts(base::Date today) const { return {tally, review, today}; }
};

struct MeasurePage {
    std::vector<MeasureRow> rows;
    std::int64_t total = 0;
};
struct ProblemPage {
    std::vector<ProblemRow> rows;
    std::int64_t total = 0;
};

/// Two statements: the exact total and the page; of problems a third where an application waits.
[[nodiscard]] MeasurePage list_measure_rows(db::Transaction& transaction,
                                            const LedgerFilter& filter, const Viewpoint& viewpoint);
[[nodiscard]] ProblemPage list_problem_rows(db::Transaction& transaction,
                                            const LedgerFilter& filter, const Viewpoint& viewpoint);
/// The one row of a detail page; nothing when there is none in scope.
[[nodiscard]] std::optional<MeasureRow> find_measure_row(db::Transaction& transaction, MeasureId id,
                                                         const base::Scope& scope);
[[nodiscard]] std::optional<ProblemRow> find_problem_row(db::Transaction& transaction, ProblemId id,
                                                         const base::Scope& scope);
/// Every measure row in scope that stands under one problem or serves it, in the ledger's order.
[[nodiscard]] std::vector<MeasureRow> list_rows_of_problem(db::Transaction& transaction,
                                                           ProblemId id, const base::Scope& scope);

/// One question to the ledger: rows of one level.
struct LedgerQuestion {
    View view = View::measures;
    LedgerFilter filter;
};
/// The exact totals of all questions, in their order, in one statement.
[[nodiscard]] std::vector<std::int64_t> count_rows(db::Transaction& transaction,
                                                   const std::vector<LedgerQuestion>& questions,
                                                   const Viewpoint& viewpoint);

/// A row of one of several questions, with the name of its programme.
template <class Row>
struct AnsweringRow {
    std::size_t question = 0;  // index
    ProgrammeId programme;
    std::string programme_title;
    Row row;
};
/// The first page of each question of the level, in one statement; none is run when no question is
/// of that level. Rows of one question come together, by due day.
[[nodiscard]] std::vector<AnsweringRow<MeasureRow>> list_first_measures(
    db::Transaction& transaction, const std::vector<LedgerQuestion>& questions,
    const Viewpoint& viewpoint);
[[nodiscard]] std::vector<AnsweringRow<ProblemRow>> list_first_problems(
    db::Transaction& transaction, const std::vector<LedgerQuestion>& questions,
    const Viewpoint& viewpoint);

}  // namespace ledger
