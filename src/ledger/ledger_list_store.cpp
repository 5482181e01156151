#include "ledger/ledger_list_store.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <tuple>
#include <utility>

#include "base/names.hpp"
#include "ledger/fields.hpp"
#include "ledger/review_store.hpp"
#include "ledger/scope_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

constexpr std::array<std::string_view, 5> sort_names{"number", "due_on", "status", "unit",
                                                     "updated_at"};

// Columns 0–23 of the measure, 24–27 what the problem says where it says nothing, 28–32 its
// problem, 33–36 its area, 37 how often its deadline was extended.
constexpr int measure_row_columns = 38;
constexpr std::string_view select_measure_rows = R"sql(
SELECT r.id, r.programme_id, r.problem_id, r.number, r.printed_number, r.text, r.status,
       r.responsibility, r.deadline_kind, r.deadline_text, r.deadline_date, r.due_on, r.percent,
       r.last_entry, r.last_entry_at, r.submitted_by, r.imported, r.version, r.updated_at,
       r.demands, r.guards, r.stage_target, r.review_months, r.next_review_on,
       p.responsibility, p.deadline_kind, p.deadline_text, p.deadline_date,
       p.id, p.number, p.printed_number, p.text, p.status,
       a.id, a.number, a.printed_number, a.heading, r.extensions
FROM measure r JOIN problem p ON p.id = r.problem_id JOIN area a ON a.id = r.area_id)sql";

Deadline deadline_in(const db::Row& row, int column) {
    return {deadline_kind_of(row.text(column)).value_or(DeadlineKind::unspecified),
            row.string(column + 1), row.optional_date(column + 2)};
}

AreaBrief area_in(const db::Row& row, int column) {
    return {row.id<AreaId>(column), row.integer(column + 1), row.string(column + 2),
            row.string(column + 3)};
}

MeasureRow measure_row_in(const db::Row& row) {
    MeasureRow found;
    found.measure = measure_in(row);
    found.responsibility = found.measure.responsibility.empty()
                               ? decode_responsibility(row.text(24))
                               : found.measure.responsibility;
    found.deadline = found.measure.deadline.empty() ? deadline_in(row, 25) : found.measure.deadline;
    found.problem = {row.id<ProblemId>(28), row.integer(29), row.string(30),
                     row.opened(31, "problem.text", row.text(28)),
                     problem_status_of(row.text(32)).value_or(ProblemStatus::unclaimed)};
    found.area = area_in(row, 33);
    found.extensions = row.integer(37);
    return found;
}

// Columns 0–21 of the problem, 22–25 its area, 26–28 how its measures stand, 29 how
// often its deadline was extended.
constexpr int problem_row_columns = 30;
const std::string& select_problem_rows() {
    static const std::string sql = R"sql(
SELECT r.id, r.programme_id, r.area_id, r.number, r.printed_number, r.text, r.goal, r.status,
       r.responsibility, r.deadline_kind, r.deadline_text, r.deadline_date, r.due_on, r.applied_by,
       r.predecessor_id, r.source_document, r.source_first, r.source_last, r.imported, r.version,
       r.updated_at, r.guards, a.id, a.number, a.printed_number, a.heading,
       )sql" + measures_of_problem() +
                                   ", " + measures_of_problem("done") + ", " +
                                   measures_of_problem("long_term") + R"sql(, r.extensions
FROM problem r JOIN area a ON a.id = r.area_id)sql";
    return sql;
}

ProblemRow problem_row_in(const db::Row& row) {
    return {problem_in(row),
            area_in(row, 22),
            {row.integer(26), row.integer(27), row.integer(28)},
            row.integer(29)};
}

void add_reviews(db::Transaction& transaction, const std::vector<ProblemRow*>& rows) {
    std::vector<ProblemId> waiting;
    for (const auto* row : rows)
        if (row->problem.status == ProblemStatus::awaiting_review)
            waiting.push_back(row->problem.id);
    auto reviews = list_reviews(transaction, waiting);
    for (auto* row : rows) row->review = reviews[row->problem.id];
}

/// Total and page of one level through `map`.
template <class Row, class Map>
std::pair<std::vector<Row>, std::int64_t> counted_page(db::Transaction& transaction,
                                                       const Asked& asked, std::string_view select,
                                                       Map map) {
    std::pair<std::vector<Row>, std::int64_t> found;
    const std::string table(asked.level.table);
    const auto& page = asked.filter.page;
    Conditions counted, where;
    if (asked.ids) {
        found.second = static_cast<std::int64_t>(asked.ids->size());
    } else {
        add_conditions(counted, asked);
        const std::string count = "SELECT count(*) FROM " + table + " r" + counted.text();
        transaction.run(count, std::span(counted.values()),
                        [&](const db::Row& row) { found.second = row.integer(0); });
    }
    const auto chosen = add_page(where, asked);
    // Behind the first page the rows are chosen by id before anything is joined to them: otherwise
    // every row that is skipped is joined too (page 10: 1.5 ms instead of 0.4).
    auto sql = std::string(select);
    if (page.page == 1)
        sql += chosen;
    else
        sql += "\nWHERE r.id IN (SELECT r.id FROM " + table + " r" + chosen + ")" + order_of(asked);
    found.first.reserve(
        static_cast<std::size_t>(std::min<std::int64_t>(page.page_size, found.second)));
    transaction.run(sql, std::span(where.values()),
                    [&](const db::Row& row) { found.first.push_back(map(row)); });
    return found;
}

std::string_view select_of(View view) {
    return view == View::measures ? select_measure_rows : select_problem_rows();
}

/// Rows of one level for all its questions: as many SELECTs in one statement, the columns of the
/// row followed by the number of the question and the programme.
template <class Row, class Map>
std::vector<AnsweringRow<Row>> first_rows(db::Transaction& transaction, View view,
                                          const std::vector<LedgerQuestion>& questions,
                                          const Viewpoint& viewpoint, Map map) {
    const auto select = select_of(view);
    const auto from = select.find("\nFROM ");
    std::deque<Asked> all;  // the conditions borrow from what is asked
    Conditions where;
    std::string sql;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (questions[i].view != view) continue;
        const auto& asked = all.emplace_back(transaction, questions[i].filter, viewpoint, view);
        sql += (sql.empty() ? "" : "\nUNION ALL") + std::string(select.substr(0, from)) +
               ",\n       " + std::to_string(i) +
               ", (SELECT g.title FROM programme g WHERE g.id = r.programme_id)" +
               std::string(select.substr(from)) + "\nWHERE r.id IN (SELECT r.id FROM " +
               std::string(asked.level.table) + " r" + add_page(where, asked) + ")";
    }
    std::vector<AnsweringRow<Row>> found;
    if (sql.empty()) return found;
    const int question = view == View::measures ? measure_row_columns : problem_row_columns;
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        found.push_back({static_cast<std::size_t>(row.integer(question)), row.id<ProgrammeId>(1),
                         row.string(question + 1), map(row)});
    });
    return found;
}

/// By question, then as the page would have them.
template <class Row, class DueOf>
void put_in_order(std::vector<AnsweringRow<Row>>& rows, DueOf due_of) {
    const auto key = [&](const AnsweringRow<Row>& one) {
        const auto due = due_of(one.row);
        return std::tuple(one.question, !due, due.value_or(base::Date{}));
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace

std::optional<SortKey> sort_key_of(std::string_view name) {
    return base::named<SortKey>(sort_names, name);
}

MeasurePage list_measure_rows(db::Transaction& transaction, const LedgerFilter& filter,
                              const Viewpoint& viewpoint) {
    const Asked asked(transaction, filter, viewpoint, View::measures);
    auto [rows, total] =
        counted_page<MeasureRow>(transaction, asked, select_measure_rows, measure_row_in);
    return {std::move(rows), total};
}

ProblemPage list_problem_rows(db::Transaction& transaction, const LedgerFilter& filter,
                              const Viewpoint& viewpoint) {
    const Asked asked(transaction, filter, viewpoint, View::problems);
    auto [rows, total] =
        counted_page<ProblemRow>(transaction, asked, select_problem_rows(), problem_row_in);
    std::vector<ProblemRow*> shown;
    for (auto& row : rows) shown.push_back(&row);
    add_reviews(transaction, shown);
    return {std::move(rows), total};
}

std::optional<MeasureRow> find_measure_row(db::Transaction& transaction, MeasureId id,
                                           const base::Scope& scope) {
    Conditions where;
    where.add("r.id = ", id);
    add_rows_in_scope(where, scope);
    return db::first(transaction, std::string(select_measure_rows) + where.text(), where,
                     measure_row_in);
}

std::optional<ProblemRow> find_problem_row(db::Transaction& transaction, ProblemId id,
                                           const base::Scope& scope) {
    Conditions where;
    where.add("r.id = ", id);
    add_rows_in_scope(where, scope);
    auto found =
        db::first(transaction, select_problem_rows() + where.text(), where, problem_row_in);
    if (found) add_reviews(transaction, {&*found});
    return found;
}

std::vector<MeasureRow> list_rows_of_problem(db::Transaction& transaction, ProblemId id,
                                             const base::Scope& scope) {
    Conditions where;
    where.add("r.id IN (SELECT measure_id FROM problem_measure WHERE problem_id = ", id, ")");
    add_rows_in_scope(where, scope);
    const auto sql = std::string(select_measure_rows) + where.text() +
                     "\nORDER BY r.area_number, r.problem_number, r.number";
    return db::all(transaction, sql, where, measure_row_in);
}

std::vector<std::int64_t> count_rows(db::Transaction& transaction,
                                     const std::vector<LedgerQuestion>& questions,
                                     const Viewpoint& viewpoint) {
    std::vector<std::int64_t> totals;
    std::deque<Asked> all;  // the conditions borrow from what is asked
    Conditions where;
    std::string sql;
    for (const auto& question : questions) {
        const auto& asked =
            all.emplace_back(transaction, question.filter, viewpoint, question.view);
        sql += sql.empty() ? "SELECT (" : ",\n(";
        if (asked.ids) {
            sql += std::to_string(asked.ids->size()) + ")";
            continue;
        }
        add_conditions(where, asked);
        sql += "SELECT count(*) FROM " + std::string(asked.level.table) + " r" + where.take_text() +
               ")";
    }
    if (sql.empty()) return totals;
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        for (std::size_t i = 0; i < questions.size(); ++i)
            totals.push_back(row.integer(static_cast<int>(i)));
    });
    return totals;
}

std::vector<AnsweringRow<MeasureRow>> list_first_measures(
    db::Transaction& transaction, const std::vector<LedgerQuestion>& questions,
    const Viewpoint& viewpoint) {
    auto rows =
        first_rows<MeasureRow>(transaction, View::measures, questions, viewpoint, measure_row_in);
    put_in_order(rows, [](const MeasureRow& row) { return row.measure.due_on; });
    return rows;
}

std::vector<AnsweringRow<ProblemRow>> list_first_problems(
    db::Transaction& transaction, const std::vector<LedgerQuestion>& questions,
    const Viewpoint& viewpoint) {
    auto rows =
        first_rows<ProblemRow>(transaction, View::problems, questions, viewpoint, problem_row_in);
    put_in_order(rows, [](const ProblemRow& row) { return row.problem.due_on; });
    std::vector<ProblemRow*> shown;
    for (auto& one : rows) shown.push_back(&one.row);
    add_reviews(transaction, shown);
    return rows;
}

}  // namespace ledger
