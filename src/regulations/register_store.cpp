#include "regulations/register_store.hpp"

#include <array>

#include "base/names.hpp"
#include "ledger/scope_store.hpp"

namespace regulations {
namespace {

using db::Conditions;

constexpr std::array<std::string_view, 4> which_names{"all", "done", "drafting", "ended"};
// By WhichRegulations.
constexpr std::array<std::string_view, 4> which_conditions{
    "1 = 1", "r.state IN ('issued', 'in_force')", "r.state IN ('drafting', 'in_review')",
    "r.state IN ('repealed', 'given_up')"};
constexpr std::string_view answers_problem =
    "r.id IN (SELECT l.regulation_id FROM regulation_problem l WHERE l.problem_id = ";
constexpr std::string_view answers_measure =
    "r.id IN (SELECT l.regulation_id FROM regulation_measure l WHERE l.measure_id = ";

// What reports claim and what the register has, measure by measure of one programme, the first
// value of the conditions behind it.
constexpr std::string_view select_differences = R"sql(
SELECT r.id, r.number, r.text, COALESCE(c.claimed, 0), COALESCE(n.issued, 0),
       COALESCE(n.drafting, 0)
FROM measure r
LEFT JOIN (SELECT e.measure_id, CAST(sum(x.quantity) AS BIGINT) AS claimed
           FROM result x JOIN progress_entry e ON e.id = x.entry_id
           WHERE x.programme_id = $1 AND x.kind = 'regulations' GROUP BY e.measure_id) c
  ON c.measure_id = r.id
LEFT JOIN (SELECT l.measure_id,
                  count(*) FILTER (WHERE s.state IN ('issued', 'in_force', 'repealed')) AS issued,
                  count(*) FILTER (WHERE s.state IN ('drafting', 'in_review')) AS drafting
           FROM regulation_measure l JOIN regulation s ON s.id = l.regulation_id
           WHERE s.programme_id = $1 AND s.change <> 'abolished' GROUP BY l.measure_id) n
  ON n.measure_id = r.id)sql";

void add_filter(Conditions& where, const RegulationFilter& filter) {
    where.add("r.programme_id = ", filter.programme);
    where.add_fixed(which_conditions[static_cast<std::size_t>(filter.which)]);
    if (!filter.problem.empty()) where.add(answers_problem, filter.problem, ")");
    if (!filter.measure.empty()) where.add(answers_measure, filter.measure, ")");
}

void count(RegulationCounts& counts, const db::Row& row) {
    const auto state = regulation_state_of(row.text(1)).value_or(RegulationState::given_up);
    const auto rows = row.integer(2);
    counts.overdue += row.integer(3);
    if (state == RegulationState::drafting) counts.drafting += rows;
    if (state == RegulationState::in_review) counts.in_review += rows;
    if (!is_done(state)) {
        if (!is_drafted(state)) counts.ended += rows;
        return;
    }
    const auto change = regulation_change_of(row.text(0)).value_or(RegulationChange::made);
    if (change == RegulationChange::made) counts.made += rows;
    if (change == RegulationChange::revised) counts.revised += rows;
    if (change == RegulationChange::abolished) counts.abolished += rows;
}

}  // namespace

std::optional<WhichRegulations> which_of(std::string_view name) {
    return base::named<WhichRegulations>(which_names, name);
}

RegulationPage list_regulations(db::Transaction& transaction, const RegulationFilter& filter,
                                const base::Scope& scope) {
    Conditions where;
    add_filter(where, filter);
    add_regulations_in_scope(where, scope);
    const auto from = std::string(regulation_tables()) + where.text();
    RegulationPage page;
    page.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                     return row.integer(0);
                 }).value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    page.rows = db::all(transaction,
                        std::string(regulation_columns()) + from +
                            "\nORDER BY r.number DESC LIMIT " + limit + " OFFSET " + offset,
                        where, regulation_in);
    load_parts(transaction, page.rows, scope);
    return page;
}

RegulationCounts count_regulations(db::Transaction& transaction, ProgrammeId programme,
                                   const ledger::Viewpoint& viewpoint) {
    Conditions where;
    const auto today = where.place_for(viewpoint.today);
    where.add("r.programme_id = ", programme);
    add_regulations_in_scope(where, viewpoint.scope);
    const auto sql = "SELECT r.change, r.state, count(*), CAST(sum(CASE WHEN r.due_on < " + today +
                     " AND r.state IN ('drafting', 'in_review') THEN 1 ELSE 0 END) AS BIGINT)" +
                     std::string(regulation_tables()) + where.text() +
                     "\nGROUP BY r.change, r.state";
    RegulationCounts counts;
    transaction.run(sql, std::span(where.values()),
                    [&](const db::Row& row) { count(counts, row); });
    return counts;
}

std::vector<ClaimDifference> list_differences(db::Transaction& transaction, ProgrammeId programme,
                                              const base::Scope& scope) {
    Conditions where;
    where.add("r.programme_id = ", programme);
    where.add_fixed("COALESCE(c.claimed, 0) <> COALESCE(n.issued, 0)");
    ledger::add_rows_in_scope(where, scope);
    const auto limit = where.place_for(differences_max);
    const auto sql =
        std::string(select_differences) + where.text() + "\nORDER BY r.number LIMIT " + limit;
    return db::all(transaction, sql, where, [](const db::Row& row) {
        const auto id = row.string(0);
        return ClaimDifference{{id, row.integer(1), row.opened(2, "measure.text", id)},
                               row.integer(3),
                               row.integer(4),
                               row.integer(5)};
    });
}

std::vector<Regulation> list_due(db::Transaction& transaction,
                                 const std::vector<base::UnitId>& units, base::Date until,
                                 const base::Scope& scope) {
    if (units.empty()) return {};
    Conditions where;
    where.add_one_of("r.unit_id", units);
    where.add_fixed(which_conditions[static_cast<std::size_t>(WhichRegulations::drafting)]);
    where.add("r.due_on <= ", until);
    add_regulations_in_scope(where, scope);
    const auto limit = where.place_for(due_rows_max);
    const auto sql = std::string(regulation_columns()) + std::string(regulation_tables()) +
                     where.text() + "\nORDER BY r.due_on, r.number LIMIT " + limit;
    return db::all(transaction, sql, where, regulation_in);
}

}  // namespace regulations
