// The list of the ledger: filtered, sorted, counted and paged in the database. The one place that
// composes SQL, from closed tables of columns; every value is a parameter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "ledger/due.hpp"
#include "ledger/measure_store.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

enum class SortKey { number, due_on, status, unit, updated_at };
enum class Order { ascending, descending };

[[nodiscard]] std::optional<SortKey> sort_key_of(std::string_view name);

/// What to show; everything absent is not filtered by.
struct LedgerFilter {
    std::optional<ProgrammeId> programme;
    std::optional<AreaId> area;
    std::vector<std::string> statuses;  // names of the level's status
    std::vector<DeadlineKind> kinds;
    std::string unit_path;  // rows held by this unit or one below it
    std::optional<base::Date> due_from, due_to;
    std::optional<Tier> tier;           // overdue, due_soon or on_time, seen from `today`
    std::string words;                  // must occur in the text of the row or of its problem
    std::optional<Waiting> waiting;     // rows that wait for this, asked of the level
    std::vector<base::UnitId> held_by;  // rows held by these very units, not by those below them
    base::AccountId asked_by;           // whose own are left out of what waits for review
    SortKey sort = SortKey::number;
    Order order = Order::ascending;
    Page page;
};

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
};

struct MeasurePage {
    std::vector<MeasureRow> rows;
    std::int64_t total = 0;
};
struct ProblemPage {
    std::vector<ProblemRow> rows;
    std::int64_t total = 0;
};

/// Two statements: the exact total and the page.
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
