#include "chronology/work_plan_store.hpp"

#include "db/conditions.hpp"
#include "ledger/scope_store.hpp"

namespace chronology {
namespace {

using db::Conditions;

constexpr std::string_view find_sql = R"sql(
SELECT programme_id, plan, item, by_name, at, version
FROM work_plan_link WHERE row_kind = $1 AND row_id = $2)sql";
constexpr std::string_view insert_sql = R"sql(
INSERT INTO work_plan_link (row_kind, row_id, programme_id, plan, item, by_name, at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, 1) ON CONFLICT (row_kind, row_id) DO NOTHING)sql";
constexpr std::string_view update_sql = R"sql(
UPDATE work_plan_link SET plan = $3, item = $4, by_name = $5, at = $6, version = $7
WHERE row_kind = $1 AND row_id = $2 AND version = $7 - 1)sql";

constexpr std::string_view measures_sql = R"sql(
SELECT l.row_kind AS row_kind, r.id AS id, r.number AS number, r.text AS text, r.status AS status,
       r.unit_label AS unit, l.plan AS plan, l.item AS item, r.due_on AS due_on
FROM work_plan_link l JOIN measure r ON r.id = l.row_id)sql";
constexpr std::string_view tasks_sql = R"sql(
SELECT l.row_kind AS row_kind, r.id AS id, r.number AS number, r.text AS text, r.state AS status,
       u.name AS unit, l.plan AS plan, l.item AS item, r.due_on AS due_on
FROM work_plan_link l JOIN task r ON r.id = l.row_id JOIN unit u ON u.id = r.unit_id
     JOIN programme g ON g.id = r.programme_id JOIN unit iu ON iu.id = g.inspected_unit_id)sql";

std::string all_planned(Conditions& where, base::ProgrammeId programme, const base::Scope& scope) {
    const auto begin = [&](std::string_view kind) {
        where.add("l.programme_id = ", programme);
        where.add_fixed("l.row_kind = '" + std::string(kind) + "' AND l.plan <> ''");
    };
    begin("measure");
    ledger::add_rows_in_scope(where, scope);
    const auto measures = std::string(measures_sql) + where.take_text();
    begin("task");
    ledger::add_tasks_in_scope(where, scope);
    return "\nFROM (" + measures + "\nUNION ALL" + std::string(tasks_sql) + where.take_text() +
           ") p";
}

PlannedRow planned_in(const db::Row& row) {
    PlannedRow one;
    const bool measure = row.text(0) == "measure";
    if (measure)
        one.row = row.id<ledger::MeasureId>(1);
    else
        one.row = row.id<ledger::TaskId>(1);
    one.number = row.integer(2);
    one.text = row.opened(3, measure ? "measure.text" : "task.text", row.text(1));
    one.status = row.string(4);
    one.unit = row.string(5);
    one.plan = row.string(6);
    one.item = row.string(7);
    one.due_on = row.optional_date(8);
    return one;
}

}  // namespace

std::optional<WorkPlanLink> find_link(db::Transaction& transaction, const PlannedId& planned) {
    return transaction.first(find_sql, {kind_name_of(planned), text_of(planned)},
                             [&](const db::Row& row) {
                                 return WorkPlanLink{planned,       row.id<base::ProgrammeId>(0),
                                                     row.string(1), row.string(2),
                                                     row.string(3), row.instant(4),
                                                     row.integer(5)};
                             });
}

base::Result<void> save_link(db::Transaction& transaction, const WorkPlanLink& link) {
    const auto kind = kind_name_of(link.row);
    const auto id = text_of(link.row);
    const auto changed =
        link.version == 1
            ? transaction.execute(
                  insert_sql, {kind, id, link.programme, link.plan, link.item, link.by, link.at})
            : transaction.execute(update_sql,
                                  {kind, id, link.plan, link.item, link.by, link.at, link.version});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

PlannedPage list_planned(db::Transaction& transaction, base::ProgrammeId programme,
                         const base::Scope& scope, const ledger::Page& page) {
    PlannedPage found;
    Conditions where;
    const auto from = all_planned(where, programme, scope);
    found.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                      return row.integer(0);
                  }).value_or(0);
    const auto limit = where.place_for(page.page_size);
    const auto offset = where.place_for((page.page - 1) * page.page_size);
    found.rows =
        db::all(transaction,
                "SELECT p.row_kind, p.id, p.number, p.text, p.status, p.unit, p.plan, "
                "p.item, p.due_on" +
                    from + "\nORDER BY p.unit, p.plan, p.item, p.row_kind, p.number LIMIT " +
                    limit + " OFFSET " + offset,
                where, planned_in);
    return found;
}

}  // namespace chronology
