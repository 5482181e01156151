#include "ledger/problem_store.hpp"

#include <array>

#include "ledger/fields.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

std::optional<std::string> document_of(const Problem& problem) {
    return problem.source ? std::optional(problem.source->document) : std::nullopt;
}
std::optional<std::int64_t> first_of(const Problem& problem) {
    return problem.source ? std::optional(problem.source->first) : std::nullopt;
}
std::optional<std::int64_t> last_of(const Problem& problem) {
    return problem.source ? std::optional(problem.source->last) : std::nullopt;
}

constexpr std::string_view insert_problem_unit = R"sql(
INSERT INTO problem_unit (programme_id, problem_id, unit_id, guards) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING)sql";

void insert_units(db::Transaction& transaction, const Problem& problem, const Holding& held) {
    for (const auto& unit : held.units)
        transaction.execute(insert_problem_unit,
                            {problem.programme, problem.id, unit, problem.guards.bits()});
}

}  // namespace

base::Guards guards_in(const db::Row& row, int column) {
    return base::Guards::of_bits(row.integer(column));
}

Problem problem_in(const db::Row& row) {
    Problem problem;
    problem.id = row.id<ProblemId>(0);
    problem.programme = row.id<ProgrammeId>(1);
    problem.area = row.id<AreaId>(2);
    problem.number = row.integer(3);
    problem.printed_number = row.string(4);
    problem.text = row.opened(5, "problem.text", problem.id);
    problem.goal = row.opened(6, "problem.goal", problem.id);
    problem.status = problem_status_of(row.text(7)).value_or(ProblemStatus::unclaimed);
    problem.responsibility = decode_responsibility(row.text(8));
    problem.deadline = {deadline_kind_of(row.text(9)).value_or(DeadlineKind::unspecified),
                        row.string(10), row.optional_date(11)};
    problem.due_on = row.optional_date(12);
    problem.applied_by = row.optional_id<base::AccountId>(13);
    problem.predecessor = row.optional_id<ProblemId>(14);
    if (!row.is_null(15))
        problem.source = RowSource{row.string(15), row.integer(16), row.integer(17)};
    problem.imported = row.boolean(18);
    problem.version = row.integer(19);
    problem.updated_at = row.instant(20);
    problem.guards = guards_in(row, 21);
    return problem;
}

constexpr std::string_view insert_problem_sql = R"sql(
INSERT INTO problem (id, programme_id, area_id, area_number, number, printed_number, text, goal,
                     status, responsibility, deadline_kind, deadline_text, deadline_date, due_on,
                     unit_label, applied_by, predecessor_id, source_document, source_first,
                     source_last, imported, version, updated_at, holder_paths, guards,
                     leader_label)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, $22, $23, $24, $25, $26))sql";

void insert_problem(db::Transaction& transaction, const Problem& problem,
                    const ProblemPlace& place) {
    const auto [id, guards] = std::pair(problem.id, problem.guards);
    const auto text = stored(transaction, problem.text, "problem.text", id, guards);
    const auto goal = stored(transaction, problem.goal, "problem.goal", id, guards);
    transaction.execute(insert_problem_sql, {problem.id,
                                             problem.programme,
                                             problem.area,
                                             place.area_number,
                                             problem.number,
                                             problem.printed_number,
                                             text,
                                             goal,
                                             name_of(problem.status),
                                             encode(problem.responsibility),
                                             name_of(problem.deadline.kind),
                                             problem.deadline.text,
                                             problem.deadline.date,
                                             problem.due_on,
                                             unit_label(problem.responsibility),
                                             problem.applied_by,
                                             problem.predecessor,
                                             document_of(problem),
                                             first_of(problem),
                                             last_of(problem),
                                             problem.imported,
                                             problem.version,
                                             problem.updated_at,
                                             held_at(place.held.paths),
                                             problem.guards.bits(),
                                             leader_label(problem.responsibility)});
    insert_units(transaction, problem, place.held);
}

constexpr std::string_view select_problem = R"sql(
SELECT r.id, r.programme_id, r.area_id, r.number, r.printed_number, r.text, r.goal, r.status,
       r.responsibility, r.deadline_kind, r.deadline_text, r.deadline_date, r.due_on, r.applied_by,
       r.predecessor_id, r.source_document, r.source_first, r.source_last, r.imported, r.version,
       r.updated_at, r.guards
FROM problem r)sql";

base::Result<Problem> load_problem(db::Transaction& transaction, ProblemId id,
                                   const base::Scope& scope) {
    db::Conditions where;
    where.add("r.id = ", id);
    add_rows_in_scope(where, scope);
    auto found =
        db::first(transaction, std::string(select_problem) + where.text(), where, problem_in);
    if (!found) return refuse(ErrorKind::not_found, "problem_not_found");
    return std::move(*found);
}

constexpr std::string_view update_problem = R"sql(
UPDATE problem SET text = $3, goal = $4, status = $5, responsibility = $6, deadline_kind = $7,
                   deadline_text = $8, deadline_date = $9, due_on = $10, unit_label = $11,
                   applied_by = $12, updated_at = $13, leader_label = $14, version = version + 1
WHERE id = $1 AND version = $2)sql";

constexpr std::string_view update_problem_open =
    "UPDATE measure SET problem_open = $2 WHERE problem_id = $1 AND problem_open <> $2";

base::Result<void> save_problem(db::Transaction& transaction, const Problem& problem) {
    const auto [id, guards] = std::pair(problem.id, problem.guards);
    const auto text = stored(transaction, problem.text, "problem.text", id, guards);
    const auto goal = stored(transaction, problem.goal, "problem.goal", id, guards);
    const auto changed = transaction.execute(
        update_problem,
        {problem.id, problem.version, text, goal, name_of(problem.status),
         encode(problem.responsibility), name_of(problem.deadline.kind), problem.deadline.text,
         problem.deadline.date, problem.due_on, unit_label(problem.responsibility),
         problem.applied_by, problem.updated_at, leader_label(problem.responsibility)});
    if (changed == 0) return refuse(ErrorKind::conflict, "somebody_else_changed_it");
    const bool is_open = gate_of(problem.status) == ProblemGate::open;
    transaction.execute(update_problem_open, {problem.id, is_open});
    return {};
}

constexpr std::string_view update_problem_due = "UPDATE problem SET due_on = $2 WHERE id = $1";

void save_problem_due(db::Transaction& transaction, ProblemId id,
                      std::optional<base::Date> due_on) {
    transaction.execute(update_problem_due, {id, due_on});
}

constexpr std::string_view delete_problem_units = "DELETE FROM problem_unit WHERE problem_id = $1";
constexpr std::string_view update_problem_paths =
    "UPDATE problem SET holder_paths = $2 WHERE id = $1";

void save_problem_holding(db::Transaction& transaction, const Problem& problem,
                          const Holding& held) {
    transaction.execute(delete_problem_units, {problem.id});
    transaction.execute(update_problem_paths, {problem.id, held_at(held.paths)});
    insert_units(transaction, problem, held);
}

constexpr std::array<std::string_view, 4> update_guards{
    "UPDATE problem SET guards = $2 WHERE id = $1",
    "UPDATE problem_unit SET guards = $2 WHERE problem_id = $1",
    "UPDATE measure SET guards = $2 WHERE problem_id = $1",
    "UPDATE measure_unit SET guards = $2 WHERE measure_id IN (SELECT id FROM measure WHERE "
    "problem_id = $1)"};

void save_guards(db::Transaction& transaction, const Problem& problem) {
    for (const auto sql : update_guards)
        transaction.execute(sql, {problem.id, problem.guards.bits()});
    seal_anew(transaction, problem.id);
}

constexpr std::string_view count_measures = R"sql(
SELECT count(*), count(*) FILTER (WHERE status = 'done'),
       count(*) FILTER (WHERE status = 'long_term')
FROM problem_measure WHERE problem_id = $1)sql";

std::string measures_of_problem(std::string_view status) {
    const auto counted =
        status.empty() ? std::string{} : " FILTER (WHERE t.status = '" + std::string(status) + "')";
    return "((SELECT count(*)" + counted +
           " FROM measure t WHERE t.problem_id = r.id) + (SELECT count(DISTINCT t.id)" + counted +
           " FROM measure_service s JOIN measure t ON t.id = s.measure_id WHERE s.problem_id = "
           "r.id AND t.problem_id <> r.id))";
}

MeasureTally tally_of(db::Transaction& transaction, ProblemId id) {
    return transaction
        .first(count_measures, {id},
               [](const db::Row& row) {
                   return MeasureTally{row.integer(0), row.integer(1), row.integer(2)};
               })
        .value_or(MeasureTally{});
}

constexpr std::string_view select_problems = R"sql(
SELECT p.id, p.programme_id, p.area_id, p.number, p.printed_number, p.text, p.goal, p.status,
       p.responsibility, p.deadline_kind, p.deadline_text, p.deadline_date, p.due_on, p.applied_by,
       p.predecessor_id, p.source_document, p.source_first, p.source_last, p.imported, p.version,
       p.updated_at, p.guards
FROM problem p WHERE p.programme_id = $1 ORDER BY p.area_number, p.number)sql";

std::vector<Problem> list_problems(db::Transaction& transaction, ProgrammeId programme) {
    return transaction.all(select_problems, {programme}, problem_in);
}

constexpr std::string_view select_successor = R"sql(
SELECT p.id, p.programme_id, p.area_id, p.number, p.printed_number, p.text, p.goal, p.status,
       p.responsibility, p.deadline_kind, p.deadline_text, p.deadline_date, p.due_on, p.applied_by,
       p.predecessor_id, p.source_document, p.source_first, p.source_last, p.imported, p.version,
       p.updated_at, p.guards
FROM problem p WHERE p.predecessor_id = $1 ORDER BY p.number DESC)sql";

std::optional<Problem> find_successor(db::Transaction& transaction, ProblemId id) {
    return transaction.first(select_successor, {id}, problem_in);
}

constexpr std::string_view insert_manifestation_sql = R"sql(
INSERT INTO manifestation (id, programme_id, problem_id, position, printed_number, text)
VALUES ($1, $2, $3, $4, $5, $6))sql";

void insert_manifestation(db::Transaction& transaction, const Manifestation& manifestation,
                          base::Guards guards) {
    const auto text =
        stored(transaction, manifestation.text, "manifestation.text", manifestation.id, guards);
    transaction.execute(insert_manifestation_sql,
                        {manifestation.id, manifestation.programme, manifestation.problem,
                         manifestation.position, manifestation.printed_number, text});
}

constexpr std::string_view select_manifestations = R"sql(
SELECT id, programme_id, problem_id, position, printed_number, text
FROM manifestation WHERE problem_id = $1 ORDER BY position)sql";

std::vector<Manifestation> list_manifestations(db::Transaction& transaction, ProblemId problem) {
    return transaction.all(select_manifestations, {problem}, [](const db::Row& row) {
        return Manifestation{row.id<ManifestationId>(0),
                             row.id<ProgrammeId>(1),
                             row.id<ProblemId>(2),
                             row.integer(3),
                             row.string(4),
                             row.opened(5, "manifestation.text", row.text(0))};
    });
}

constexpr std::string_view insert_application_sql = R"sql(
INSERT INTO application (id, programme_id, problem_id, at, by_account, by_name, summary,
                         similar_check, pursuit, pursuit_note, lead_leader_name, lead_leader_on,
                         principal_name, principal_on, nth)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
        (SELECT count(*) + 1 FROM application WHERE problem_id = $3)))sql";

void insert_application(db::Transaction& transaction, const Problem& problem,
                        const FiledApplication& application) {
    const auto& stated = application.stated;
    const auto kept = [&](std::string_view text, std::string_view field) {
        return stored(transaction, text, field, application.id, problem.guards);
    };
    const auto summary = kept(stated.summary, "application.summary");
    const auto similar_check = kept(stated.similar_check, "application.similar_check");
    const auto pursuit_note = kept(stated.pursuit_note, "application.pursuit_note");
    transaction.execute(insert_application_sql,
                        {application.id, problem.programme, problem.id, application.at,
                         application.by_account, application.by, summary, similar_check,
                         name_of(stated.pursuit), pursuit_note, stated.lead_leader.name,
                         stated.lead_leader.on, stated.principal.name, stated.principal.on});
}

constexpr std::string_view select_last_application = R"sql(
SELECT id, at, by_account, by_name, summary, similar_check, pursuit, pursuit_note, lead_leader_name,
       lead_leader_on, principal_name, principal_on
FROM application WHERE problem_id = $1 ORDER BY nth DESC LIMIT 1)sql";

std::optional<FiledApplication> find_last_application(db::Transaction& transaction,
                                                      ProblemId problem) {
    return transaction.first(select_last_application, {problem}, [](const db::Row& row) {
        FiledApplication filed;
        filed.id = row.id<ApplicationId>(0);
        filed.at = row.instant(1);
        filed.by_account = row.id<base::AccountId>(2);
        filed.by = row.string(3);
        // Only what passed the closure gate is ever filed.
        filed.stated = {row.opened(4, "application.summary", filed.id),
                        row.opened(5, "application.similar_check", filed.id),
                        true,
                        true,
                        pursuit_of(row.text(6)).value_or(Pursuit::not_needed),
                        row.opened(7, "application.pursuit_note", filed.id),
                        {row.string(8), row.optional_date(9)},
                        {row.string(10), row.optional_date(11)}};
        return filed;
    });
}

constexpr std::string_view insert_strike_off_sql = R"sql(
INSERT INTO strike_off (problem_id, programme_id, slip_number, at, by_account, by_name,
                        applied_by_name, opinion, imported)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";

void insert_strike_off(db::Transaction& transaction, const Problem& problem,
                       const StrikeOff& slip) {
    const auto opinion =
        stored(transaction, slip.opinion, "strike_off.opinion", problem.id, problem.guards);
    transaction.execute(insert_strike_off_sql,
                        {problem.id, problem.programme, slip.slip_number, slip.at, slip.by_account,
                         slip.by, slip.applied_by, opinion, slip.imported});
}

constexpr std::string_view select_strike_off = R"sql(
SELECT slip_number, at, by_account, by_name, applied_by_name, opinion, imported
FROM strike_off WHERE problem_id = $1)sql";

std::optional<StrikeOff> find_strike_off(db::Transaction& transaction, ProblemId problem) {
    return transaction.first(select_strike_off, {problem}, [&](const db::Row& row) {
        return StrikeOff{
            row.integer(0), row.instant(1), row.id<base::AccountId>(2),
            row.string(3),  row.string(4),  row.opened(5, "strike_off.opinion", problem),
            row.boolean(6)};
    });
}

}  // namespace ledger
