#include "regulations/regulation_store.hpp"

#include <map>

#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace regulations {
namespace {

using db::Conditions;

constexpr std::string_view insert_sql = R"sql(
INSERT INTO regulation (id, programme_id, number, change, kind, title, replaces, unit_id, due_on,
                        state, document, submitted_on, issued_on, effective_on, repealed_on,
                        version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE regulation SET change = $3, kind = $4, title = $5, replaces = $6, unit_id = $7, due_on = $8,
                      state = $9, document = $10, submitted_on = $11, issued_on = $12,
                      effective_on = $13, repealed_on = $14, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view last_number_sql =
    "SELECT COALESCE(max(number), 0) FROM regulation WHERE programme_id = $1";
constexpr std::string_view delete_problems =
    "DELETE FROM regulation_problem WHERE regulation_id = $1";
constexpr std::string_view delete_measures =
    "DELETE FROM regulation_measure WHERE regulation_id = $1";
constexpr std::string_view insert_problem =
    "INSERT INTO regulation_problem (regulation_id, problem_id) VALUES ($1, $2)";
constexpr std::string_view insert_measure =
    "INSERT INTO regulation_measure (regulation_id, measure_id) VALUES ($1, $2)";
constexpr std::string_view insert_step = R"sql(
INSERT INTO regulation_step (regulation_id, position, act, on_day, document, note, by_name, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";

constexpr std::string_view columns = R"sql(
SELECT r.id, r.programme_id, g.title, r.number, r.change, r.kind, r.title, r.replaces, r.unit_id,
       u.name, u.path, r.due_on, r.state, r.document, r.submitted_on, r.issued_on, r.effective_on,
       r.repealed_on, r.version)sql";
constexpr std::string_view tables = R"sql(
FROM regulation r JOIN programme g ON g.id = r.programme_id JOIN unit u ON u.id = r.unit_id
                  JOIN unit iu ON iu.id = g.inspected_unit_id)sql";
constexpr std::string_view select_problems = R"sql(
SELECT l.regulation_id, r.id, r.number, r.text
FROM regulation_problem l JOIN problem r ON r.id = l.problem_id)sql";
constexpr std::string_view select_measures = R"sql(
SELECT l.regulation_id, r.id, r.number, r.text
FROM regulation_measure l JOIN measure r ON r.id = l.measure_id)sql";
constexpr std::string_view select_steps = R"sql(
SELECT l.regulation_id, l.act, l.on_day, l.document, l.note, l.by_name, l.at,
       l.position
FROM regulation_step l)sql";

AnsweredRow row_in(const db::Row& row, std::string_view field) {
    const auto id = row.string(1);
    return {id, row.integer(2), row.opened(3, field, id)};
}

/// The name of a step, as its note is bound to it where it is sealed.
std::string name_of_step(RegulationId id, std::int64_t position) {
    return ledger::name_of_keys(id.text(), position);
}

RegulationStep step_in(const db::Row& row, RegulationId id) {
    return {regulation_step_of(row.text(1)).value_or(RegulationAct::submit),
            row.date(2),
            row.string(3),
            row.opened(4, "regulation_step.note", [&] { return name_of_step(id, row.integer(7)); }),
            row.string(5),
            row.instant(6)};
}

}  // namespace

std::string_view regulation_columns() {
    return columns;
}
std::string_view regulation_tables() {
    return tables;
}

Regulation regulation_in(const db::Row& row) {
    Regulation one;
    one.id = row.id<RegulationId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.number = row.integer(3);
    one.terms.change = regulation_change_of(row.text(4)).value_or(RegulationChange::made);
    one.terms.kind = regulation_kind_of(row.text(5)).value_or(RegulationKind::other);
    one.terms.title = row.string(6);
    one.terms.replaces = row.string(7);
    one.terms.unit = row.id<base::UnitId>(8);
    one.unit_name = row.string(9);
    one.unit_path = row.string(10);
    one.terms.due_on = row.optional_date(11);
    one.state = regulation_state_of(row.text(12)).value_or(RegulationState::given_up);
    one.document = row.string(13);
    one.submitted_on = row.optional_date(14);
    one.issued_on = row.optional_date(15);
    one.effective_on = row.optional_date(16);
    one.repealed_on = row.optional_date(17);
    one.version = row.integer(18);
    return one;
}

void insert_regulation(db::Transaction& transaction, const Regulation& one) {
    const auto& terms = one.terms;
    transaction.execute(
        insert_sql,
        {one.id, one.programme, one.number, name_of(terms.change), name_of(terms.kind), terms.title,
         terms.replaces, terms.unit, terms.due_on, name_of(one.state), one.document,
         one.submitted_on, one.issued_on, one.effective_on, one.repealed_on, one.version});
    save_links(transaction, one);
}

base::Result<void> save_regulation(db::Transaction& transaction, const Regulation& one) {
    const auto& terms = one.terms;
    const auto changed = transaction.execute(
        update_sql, {one.id, one.version, name_of(terms.change), name_of(terms.kind), terms.title,
                     terms.replaces, terms.unit, terms.due_on, name_of(one.state), one.document,
                     one.submitted_on, one.issued_on, one.effective_on, one.repealed_on});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

void save_links(db::Transaction& transaction, const Regulation& one) {
    transaction.execute(delete_problems, {one.id});
    transaction.execute(delete_measures, {one.id});
    for (const auto& row : one.terms.problems)
        transaction.execute(insert_problem, {one.id, row.id});
    for (const auto& row : one.terms.measures)
        transaction.execute(insert_measure, {one.id, row.id});
}

void insert_last_step(db::Transaction& transaction, const Regulation& one) {
    const auto& step = one.steps.back();
    const auto position = static_cast<std::int64_t>(one.steps.size()) - 1;
    const auto note =
        transaction.sealed(step.note, "regulation_step.note", name_of_step(one.id, position));
    transaction.execute(insert_step, {one.id, position, name_of(step.act), step.on, step.document,
                                      note, step.by, step.at});
}

std::int64_t load_last_number(db::Transaction& transaction, ProgrammeId programme) {
    return transaction
        .first(last_number_sql, {programme}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

void add_regulations_in_scope(db::Conditions& where, const base::Scope& scope) {
    ledger::add_about_rows_in_scope(where, scope,
                                    {{"measure", "regulation_measure", "regulation_id"},
                                     {"problem", "regulation_problem", "regulation_id"}});
}

void load_parts(db::Transaction& transaction, std::vector<Regulation>& rows,
                const base::Scope& scope) {
    if (rows.empty()) return;
    std::vector<RegulationId> ids;
    std::map<RegulationId, Regulation*> by_id;
    for (auto& one : rows) {
        ids.push_back(one.id);
        by_id[one.id] = &one;
    }
    const auto each = [&](std::string_view select, std::string_view order, bool of_rows,
                          const auto& take) {
        Conditions where;
        where.add_one_of("l.regulation_id", ids);
        if (of_rows) ledger::add_rows_in_scope(where, scope);
        const auto sql = std::string(select) + where.text() + std::string(order);
        transaction.run(sql, std::span(where.values()),
                        [&](const db::Row& row) { take(*by_id.at(row.id<RegulationId>(0)), row); });
    };
    each(select_problems, "\nORDER BY r.number", true, [](Regulation& one, const db::Row& row) {
        one.terms.problems.push_back(row_in(row, "problem.text"));
    });
    each(select_measures, "\nORDER BY r.number", true, [](Regulation& one, const db::Row& row) {
        one.terms.measures.push_back(row_in(row, "measure.text"));
    });
    each(select_steps, "\nORDER BY l.position", false,
         [](Regulation& one, const db::Row& row) { one.steps.push_back(step_in(row, one.id)); });
}

std::optional<Regulation> find_regulation(db::Transaction& transaction, RegulationId id,
                                          const base::Scope& scope) {
    Conditions where;
    where.add("r.id = ", id);
    add_regulations_in_scope(where, scope);
    const auto sql = std::string(columns) + std::string(tables) + where.text();
    auto found = db::all(transaction, sql, where, regulation_in);
    if (found.empty()) return std::nullopt;
    load_parts(transaction, found, scope);
    return std::move(found.front());
}

ledger::HeldTable held_regulations() {
    ledger::HeldTable held{"regulation", "unit_id",    "regulation",
                           "id",         "regulation", "o.state NOT IN ('repealed', 'given_up')"};
    held.keeps_open = "o.state IN ('drafting', 'in_review')";
    held.label = "'制度' || CAST(o.number AS TEXT)";
    return held;
}

}  // namespace regulations
