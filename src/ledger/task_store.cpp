#include "ledger/task_store.hpp"

#include "ledger/problem_store.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

constexpr std::string_view insert_task_sql = R"sql(
INSERT INTO task (id, programme_id, number, origin_kind, origin_id, text, unit_id, person_id,
                  person_name, deadline_kind, deadline_text, deadline_date, due_on, state, report,
                  reported_by, reported_by_name, reported_at, remark, decided_by_name, decided_at,
                  guards, made_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, $22, $23, $24))sql";
constexpr std::string_view update_task_sql = R"sql(
UPDATE task SET text = $3, unit_id = $4, person_id = $5, person_name = $6, deadline_kind = $7,
                deadline_text = $8, deadline_date = $9, due_on = $10, state = $11, report = $12,
                reported_by = $13, reported_by_name = $14, reported_at = $15, remark = $16,
                decided_by_name = $17, decided_at = $18, version = version + 1
WHERE id = $1 AND version = $2)sql";
constexpr std::string_view update_due = "UPDATE task SET due_on = $2 WHERE id = $1";

constexpr std::string_view select_tasks = R"sql(
SELECT r.id, r.programme_id, g.title, r.number, r.origin_kind, r.origin_id, r.text, r.unit_id,
       u.name, r.person_id, r.person_name, r.deadline_kind, r.deadline_text, r.deadline_date,
       r.due_on, r.state, r.report, r.reported_by, r.reported_by_name, r.reported_at, r.remark,
       r.decided_by_name, r.decided_at, r.guards, r.made_at, r.version)sql";
// What add_tasks_in_scope() asks for.
constexpr std::string_view from_tasks = R"sql(
FROM task r JOIN programme g ON g.id = r.programme_id JOIN unit u ON u.id = r.unit_id
            JOIN unit iu ON iu.id = g.inspected_unit_id)sql";
constexpr std::string_view in_hands = "r.state IN ('open', 'sent_back')";
constexpr std::string_view by_due_day = "\nORDER BY COALESCE(r.due_on, '9999-12-31'), r.number";

Task task_in(const db::Row& row) {
    Task one;
    one.id = row.id<TaskId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.number = row.integer(3);
    one.origin = {origin_kind_of(row.text(4)).value_or(OriginKind::office),
                  row.is_null(5) ? std::string() : row.string(5)};
    one.text = row.opened(6, "task.text", one.id);
    one.unit = row.id<base::UnitId>(7);
    one.unit_name = row.string(8);
    one.person = row.optional_id<base::PersonId>(9);
    one.person_name = row.string(10);
    one.deadline = {deadline_kind_of(row.text(11)).value_or(DeadlineKind::unspecified),
                    row.string(12), row.optional_date(13)};
    one.due_on = row.optional_date(14);
    one.state = task_state_of(row.text(15)).value_or(TaskState::dropped);
    one.report = row.opened(16, "task.report", one.id);
    one.reported_by = row.optional_id<base::AccountId>(17);
    one.reported_by_name = row.string(18);
    one.reported_at = row.optional_instant(19);
    one.remark = row.opened(20, "task.remark", one.id);
    one.decided_by_name = row.string(21);
    one.decided_at = row.optional_instant(22);
    one.guards = guards_in(row, 23);
    one.made_at = row.instant(24);
    one.version = row.integer(25);
    return one;
}

std::vector<Task> all(db::Transaction& transaction, Conditions& where, std::string_view order) {
    const auto sql =
        std::string(select_tasks) + std::string(from_tasks) + where.text() + std::string(order);
    return db::all(transaction, sql, where, task_in);
}

void add_waiting(Conditions& where, Waiting waiting, const base::Actor& actor, base::Date today) {
    if (waiting == Waiting::review) {
        where.add_fixed("r.state = 'reported'");
        return where.add("r.reported_by <> ", actor.id);
    }
    if (waiting == Waiting::report) return where.add_fixed("r.state = 'open'");
    if (waiting == Waiting::returned) return where.add_fixed("r.state = 'sent_back'");
    where.add_fixed(std::string(in_hands));
    if (waiting == Waiting::overdue) return where.add("r.due_on < ", today);
    if (waiting != Waiting::due_soon) return where.add_fixed("1 = 0");
    where.add("r.due_on >= ", today);
    where.add("r.due_on <= ", base::add_days(today, waiting_days));
}

}  // namespace

void insert_task(db::Transaction& transaction, const Task& one) {
    const auto text = stored(transaction, one.text, "task.text", one.id, one.guards);
    const auto report = stored(transaction, one.report, "task.report", one.id, one.guards);
    const auto remark = stored(transaction, one.remark, "task.remark", one.id, one.guards);
    const auto origin = one.origin.id.empty() ? std::nullopt : std::optional(one.origin.id);
    transaction.execute(insert_task_sql, {one.id,
                                          one.programme,
                                          one.number,
                                          name_of(one.origin.kind),
                                          origin,
                                          text,
                                          one.unit,
                                          one.person,
                                          one.person_name,
                                          name_of(one.deadline.kind),
                                          one.deadline.text,
                                          one.deadline.date,
                                          one.due_on,
                                          name_of(one.state),
                                          report,
                                          one.reported_by,
                                          one.reported_by_name,
                                          one.reported_at,
                                          remark,
                                          one.decided_by_name,
                                          one.decided_at,
                                          one.guards.bits(),
                                          one.made_at,
                                          one.version});
}

base::Result<void> save_task(db::Transaction& transaction, const Task& one) {
    const auto text = stored(transaction, one.text, "task.text", one.id, one.guards);
    const auto report = stored(transaction, one.report, "task.report", one.id, one.guards);
    const auto remark = stored(transaction, one.remark, "task.remark", one.id, one.guards);
    const auto changed = transaction.execute(
        update_task_sql,
        {one.id, one.version, text, one.unit, one.person, one.person_name,
         name_of(one.deadline.kind), one.deadline.text, one.deadline.date, one.due_on,
         name_of(one.state), report, one.reported_by, one.reported_by_name, one.reported_at, remark,
         one.decided_by_name, one.decided_at});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

void save_task_due(db::Transaction& transaction, const Task& task) {
    transaction.execute(update_due, {task.id, task.due_on});
}

std::optional<Task> find_task(db::Transaction& transaction, TaskId id, const base::Scope& scope) {
    Conditions where;
    where.add("r.id = ", id);
    add_tasks_in_scope(where, scope);
    auto found = all(transaction, where, "");
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Task> list_tasks_of(db::Transaction& transaction, const TaskOrigin& origin,
                                const base::Scope& scope) {
    Conditions where;
    where.add("r.origin_id = ", origin.id);
    where.add("r.origin_kind = ", name_of(origin.kind));
    add_tasks_in_scope(where, scope);
    return all(transaction, where, "\nORDER BY r.number");
}

std::vector<Task> list_tasks_of_all(db::Transaction& transaction, OriginKind kind,
                                    const std::vector<std::string>& origins,
                                    const base::Scope& scope) {
    if (origins.empty()) return {};
    Conditions where;
    where.add("r.origin_kind = ", name_of(kind));
    where.add_one_of("r.origin_id", origins);
    add_tasks_in_scope(where, scope);
    return all(transaction, where,
               "\nORDER BY r.origin_id, COALESCE(r.due_on, '9999-12-31'), r.number");
}

std::vector<Task> list_open_tasks(db::Transaction& transaction, ProgrammeId programme,
                                  std::optional<base::UnitId> unit) {
    Conditions where;
    where.add("r.programme_id = ", programme);
    if (unit) where.add("r.unit_id = ", *unit);
    where.add_fixed("r.state NOT IN ('confirmed', 'dropped')");
    return all(transaction, where, "\nORDER BY r.number");
}

TaskPage list_tasks(db::Transaction& transaction, const TaskFilter& filter,
                    const base::Actor& actor, base::Date today) {
    Conditions where;
    if (filter.programme) where.add("r.programme_id = ", *filter.programme);
    where.add_one_of("r.unit_id", filter.held_by);
    std::vector<std::string_view> states;
    for (const auto state : filter.states) states.push_back(name_of(state));
    where.add_one_of("r.state", states);
    if (filter.waiting) add_waiting(where, *filter.waiting, actor, today);
    if (filter.origin) {
        where.add("r.origin_kind = ", name_of(filter.origin->kind));
        if (!filter.origin->id.empty()) where.add("r.origin_id = ", filter.origin->id);
    }
    add_tasks_in_scope(where, actor.scope);
    TaskPage page;
    page.total = db::first(transaction, "SELECT count(*)" + std::string(from_tasks) + where.text(),
                           where, [](const db::Row& row) { return row.integer(0); })
                     .value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    page.rows =
        all(transaction, where, std::string(by_due_day) + " LIMIT " + limit + " OFFSET " + offset);
    return page;
}

TaskCounts count_tasks(db::Transaction& transaction, ProgrammeId programme,
                       const Viewpoint& viewpoint) {
    Conditions where;
    const auto today = where.place_for(viewpoint.today);
    const auto near = where.place_for(base::add_days(viewpoint.today, waiting_days));
    where.add("r.programme_id = ", programme);
    where.add_fixed("r.state <> 'dropped'");
    add_tasks_in_scope(where, viewpoint.scope);
    const std::string held(in_hands);
    const auto sql = "SELECT count(*), count(*) FILTER (WHERE " + held +
                     "), count(*) FILTER (WHERE " + held + " AND r.due_on < " + today +
                     "), count(*) FILTER (WHERE " + held + " AND r.due_on >= " + today +
                     " AND r.due_on <= " + near +
                     "), count(*) FILTER (WHERE r.state = 'reported'), count(*) FILTER (WHERE "
                     "r.state = 'confirmed')" +
                     std::string(from_tasks) + where.text();
    return db::first(transaction, sql, where,
                     [](const db::Row& row) {
                         return TaskCounts{row.integer(0), row.integer(1), row.integer(2),
                                           row.integer(3), row.integer(4), row.integer(5)};
                     })
        .value_or(TaskCounts{});
}

}  // namespace ledger
