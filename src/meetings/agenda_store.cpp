#include "meetings/agenda_store.hpp"

#include <map>

#include "db/conditions.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "ledger/task_store.hpp"
#include "ledger/waiting.hpp"

namespace meetings {
namespace {

using db::Conditions;

// A row's guards count as they are today, also in old minutes.
constexpr std::string_view select_items = R"sql(
SELECT i.id, i.subject_kind, i.subject_id, i.reasons, i.title, i.number, i.due_on, i.status,
       i.percent, i.unit_label, i.heard, i.discussion, i.moved_on, i.carried_from, i.version,
       i.meeting_id, COALESCE(
           (SELECT r.guards FROM measure r WHERE r.id = i.subject_id),
           (SELECT r.guards FROM problem r WHERE r.id = i.subject_id),
           (SELECT r.guards FROM task r WHERE r.id = i.subject_id), 0)
FROM agenda_item i)sql";
constexpr std::string_view select_decisions = R"sql(
SELECT item_id, id, matter, unit_id, unit_name, person_id, person_name, due_on, task_id
FROM decision WHERE meeting_id = $1 ORDER BY position)sql";
constexpr std::string_view select_measures_now = R"sql(
SELECT i.id, r.number, r.text, r.due_on, r.status, r.percent, r.unit_label, r.id
FROM agenda_item i JOIN measure r ON r.id = i.subject_id
WHERE i.meeting_id = $1 AND i.subject_kind = 'measure')sql";
constexpr std::string_view select_problems_now = R"sql(
SELECT i.id, r.number, r.text, r.due_on, r.status, 0, r.unit_label, r.id
FROM agenda_item i JOIN problem r ON r.id = i.subject_id
WHERE i.meeting_id = $1 AND i.subject_kind = 'problem')sql";
constexpr std::string_view select_tasks_now = R"sql(
SELECT i.id, r.number, r.text, r.due_on, r.state, 0, u.name, r.id
FROM agenda_item i JOIN task r ON r.id = i.subject_id JOIN unit u ON u.id = r.unit_id
WHERE i.meeting_id = $1 AND i.subject_kind = 'task')sql";
constexpr std::string_view insert_item_sql = R"sql(
INSERT INTO agenda_item (id, meeting_id, position, subject_kind, subject_id, reasons, title, number,
                         due_on, status, percent, unit_label, heard, discussion, moved_on,
                         carried_from, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '', 0, $13, 1))sql";
constexpr std::string_view update_place = R"sql(
UPDATE agenda_item SET position = $2, title = $3, number = $4, due_on = $5, status = $6,
                       percent = $7, unit_label = $8
WHERE id = $1)sql";
constexpr std::string_view delete_item_sql = "DELETE FROM agenda_item WHERE id = $1";
constexpr std::string_view update_minute = R"sql(
UPDATE agenda_item SET heard = $2, discussion = $3, moved_on = $4, version = $5 WHERE id = $1)sql";
constexpr std::string_view delete_decisions = "DELETE FROM decision WHERE item_id = $1";
constexpr std::string_view insert_decision = R"sql(
INSERT INTO decision (id, item_id, meeting_id, position, matter, unit_id, unit_name, person_id,
                      person_name, due_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";
constexpr std::string_view update_task = "UPDATE decision SET task_id = $2 WHERE id = $1";
constexpr std::string_view count_items_sql =
    "SELECT count(*) FROM agenda_item WHERE meeting_id = $1";
constexpr std::string_view update_carried =
    "UPDATE agenda_item SET carried_into = $2 WHERE id = $1";
constexpr std::string_view delete_carried =
    "UPDATE agenda_item SET carried_into = NULL WHERE carried_into = $1";
constexpr std::string_view insert_figure =
    "INSERT INTO meeting_figure (meeting_id, name, value) VALUES ($1, $2, $3)";
constexpr std::string_view select_figures =
    "SELECT name, value FROM meeting_figure WHERE meeting_id = $1 ORDER BY name";
constexpr std::string_view insert_remark_sql = R"sql(
INSERT INTO meeting_remark (meeting_id, position, at, by_name, text)
VALUES ($1, $2, $3, $4, $5))sql";
constexpr std::string_view select_remarks = R"sql(
SELECT at, by_name, text, position FROM meeting_remark WHERE meeting_id = $1 ORDER BY position)sql";

constexpr std::string_view active_measures =
    "r.status IN ('not_started', 'under_way', 'sent_back', 'long_term')";

Subject subject_in(const db::Row& row, int column) {
    return subject_of_name(row.text(column)).value_or(Subject::none);
}

AgendaItem item_in(const db::Row& row) {
    AgendaItem one;
    one.id = row.id<AgendaItemId>(0);
    one.subject = subject_in(row, 1);
    one.subject_id = row.string(2);
    one.reasons = reasons_in(row.text(3));
    one.row = {row.integer(5),       row.opened(4, "agenda_item.title", one.id),
               row.optional_date(6), row.string(7),
               row.integer(8),       row.string(9)};
    one.heard = row.opened(10, "agenda_item.heard", one.id);
    one.discussion = row.opened(11, "agenda_item.discussion", one.id);
    one.moved_on = row.boolean(12);
    one.carried_from = row.optional_id<MeetingId>(13);
    one.version = row.integer(14);
    one.guards = ledger::guards_in(row, 16);
    return one;
}

Decision decision_in(const db::Row& row) {
    const auto id = row.id<DecisionId>(1);
    return {id,
            row.opened(2, "decision.matter", id),
            row.optional_id<base::UnitId>(3),
            row.string(4),
            row.optional_id<base::PersonId>(5),
            row.string(6),
            row.optional_date(7),
            row.string_or_empty(8)};
}

/// Of a measure or a problem, columns 1–7.
RowState row_now(const db::Row& row, std::string_view field) {
    return {row.integer(1),       row.opened(2, field, [&] { return row.string(7); }),
            row.optional_date(3), row.string(4),
            row.integer(5),       row.string(6)};
}

void add_decisions(db::Transaction& transaction, MeetingId meeting,
                   std::vector<AgendaItem>& items) {
    std::map<std::string, AgendaItem*> by_id;
    for (auto& item : items) by_id[item.id.text()] = &item;
    transaction.each(select_decisions, {meeting}, [&](const db::Row& row) {
        const auto item = by_id.find(row.string(0));
        if (item != by_id.end()) item->second->decisions.push_back(decision_in(row));
    });
}

/// Which reasons hold for a measure, as numbers after the row's columns.
Reasons reasons_of_columns(const db::Row& row, int first) {
    Reasons reasons;
    for (int i = 0; i < 5; ++i)
        if (row.integer(first + i) != 0) reasons = reasons | Reasons{reasons_in_order[i]};
    return reasons;
}

std::vector<Proposal> list_asking_measures(db::Transaction& transaction, const Asking& asking,
                                           const base::Scope& scope) {
    Conditions where;
    const auto today = where.place_for(asking.today), until = where.place_for(asking.until),
               stalled = where.place_for(
                   base::start_of(base::add_days(asking.today, -ledger::stalled_days)));
    const auto active = std::string(active_measures);
    const auto pending =
        "r.id IN (SELECT x.row_id FROM extension x WHERE x.state = 'pending' AND x.programme_id "
        "= " +
        where.place_for(asking.programme) + ")";
    const std::string reasons[]{
        active + " AND r.due_on < " + today, "r.status = 'sent_back'", pending,
        active + " AND r.due_on >= " + today + " AND r.due_on <= " + until,
        "r.status IN ('under_way', 'sent_back') AND r.last_entry_at < " + stalled};
    std::string
        sql = "SELECT r.id, r.number, r.text, r.due_on, r.status, r.percent, r.unit_label, r.id",
        any;
    for (const auto& reason : reasons) {
        sql += ", CASE WHEN " + reason + " THEN 1 ELSE 0 END";
        any += (any.empty() ? "((" : ") OR (") + reason;
    }
    where.add("r.programme_id = ", asking.programme);
    where.add_fixed(any + "))");
    ledger::add_rows_in_scope(where, scope);
    sql += "\nFROM measure r" + where.text() + "\nORDER BY r.due_on, r.number";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        return Proposal{Subject::measure, row.string(0), reasons_of_columns(row, 8),
                        row_now(row, "measure.text")};
    });
}

std::vector<Proposal> list_asking_problems(db::Transaction& transaction, const Asking& asking,
                                           const base::Scope& scope) {
    Conditions where;
    where.add(
        "r.id IN (SELECT x.row_id FROM extension x WHERE x.state = 'pending' AND "
        "x.programme_id = ",
        asking.programme, ")");
    ledger::add_rows_in_scope(where, scope);
    const auto sql =
        "SELECT r.id, r.number, r.text, r.due_on, r.status, 0, r.unit_label, r.id\nFROM problem r" +
        where.text() + "\nORDER BY r.number";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        return Proposal{Subject::problem, row.string(0), Reasons{Reason::extension},
                        row_now(row, "problem.text")};
    });
}

/// What meetings decided and nobody has confirmed as done.
std::vector<Proposal> list_asking_tasks(db::Transaction& transaction, const Asking& asking,
                                        const base::Actor& actor) {
    using ledger::TaskState;
    ledger::TaskFilter filter;
    filter.programme = asking.programme;
    filter.states = {TaskState::open, TaskState::reported, TaskState::sent_back};
    filter.page = {1, static_cast<std::int64_t>(proposals_max)};
    std::vector<Proposal> asks;
    for (const auto& task : ledger::list_tasks(transaction, filter, actor, asking.today).rows) {
        if (task.origin.kind != ledger::OriginKind::decision) continue;
        Reasons reasons{Reason::task};
        if (task.due_on && *task.due_on < asking.today)
            reasons = reasons | Reasons{Reason::overdue};
        asks.push_back({Subject::task, task.id.text(), reasons, row_of(task)});
    }
    return asks;
}

}  // namespace

RowState row_of(const ledger::Task& task) {
    return {task.number, task.text,     task.due_on, std::string(name_of(task.state)),
            0,           task.unit_name};
}

std::vector<AgendaItem> list_items(db::Transaction& transaction, MeetingId meeting,
                                   const base::Scope& scope) {
    auto items =
        transaction.all(std::string(select_items) + "\nWHERE i.meeting_id = $1 ORDER BY i.position",
                        {meeting}, item_in);
    std::erase_if(items, [&](const AgendaItem& item) { return !scope.clears(item.guards); });
    add_decisions(transaction, meeting, items);
    return items;
}

void refresh_rows(db::Transaction& transaction, MeetingId meeting, std::vector<AgendaItem>& items) {
    std::map<std::string, RowState> now;
    transaction.each(select_measures_now, {meeting}, [&](const db::Row& row) {
        now[row.string(0)] = row_now(row, "measure.text");
    });
    transaction.each(select_problems_now, {meeting}, [&](const db::Row& row) {
        now[row.string(0)] = row_now(row, "problem.text");
    });
    transaction.each(select_tasks_now, {meeting},
                     [&](const db::Row& row) { now[row.string(0)] = row_now(row, "task.text"); });
    for (auto& item : items)
        if (const auto found = now.find(item.id.text()); found != now.end())
            item.row = found->second;
}

void insert_item(db::Transaction& transaction, MeetingId meeting, std::int64_t position,
                 const AgendaItem& item) {
    const auto title = transaction.sealed(item.row.text, "agenda_item.title", item.id);
    const auto reasons = text_of(item.reasons);
    transaction.execute(insert_item_sql,
                        {item.id, meeting, position, name_of(item.subject), item.subject_id,
                         reasons, title, item.row.number, item.row.due_on, item.row.status,
                         item.row.percent, item.row.unit_label, item.carried_from});
}

void save_place(db::Transaction& transaction, std::int64_t position, const AgendaItem& item) {
    const auto title = transaction.sealed(item.row.text, "agenda_item.title", item.id);
    transaction.execute(update_place, {item.id, position, title, item.row.number, item.row.due_on,
                                       item.row.status, item.row.percent, item.row.unit_label});
}

void delete_item(db::Transaction& transaction, AgendaItemId item) {
    transaction.execute(delete_item_sql, {item});
}

void save_minute(db::Transaction& transaction, MeetingId meeting, const AgendaItem& item) {
    const auto heard = transaction.sealed(item.heard, "agenda_item.heard", item.id);
    const auto discussion = transaction.sealed(item.discussion, "agenda_item.discussion", item.id);
    transaction.execute(update_minute, {item.id, heard, discussion, item.moved_on, item.version});
    transaction.execute(delete_decisions, {item.id});
    std::int64_t position = 0;
    for (const auto& one : item.decisions) {
        const auto matter = transaction.sealed(one.matter, "decision.matter", one.id);
        transaction.execute(insert_decision,
                            {one.id, item.id, meeting, position++, matter, one.unit, one.unit_name,
                             one.person, one.person_name, one.due_on});
    }
}

void save_task_of(db::Transaction& transaction, DecisionId decision, std::string_view task) {
    transaction.execute(update_task, {decision, task});
}

std::int64_t count_items(db::Transaction& transaction, MeetingId meeting) {
    return transaction
        .first(count_items_sql, {meeting}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<AgendaItem> list_moved_on(db::Transaction& transaction, const Meeting& next,
                                      std::optional<MeetingId> closing) {
    Conditions where;
    where.add_fixed("i.moved_on = 1");
    where.add_fixed("i.carried_into IS NULL");
    where.add("m.programme_id = ", next.programme);
    where.add("(m.state = 'closed' OR m.id = ", closing, ")");
    if (next.series)
        where.add("m.series_id = ", *next.series);
    else
        where.add("m.series_id IS NULL AND m.kind = ", name_of(next.terms.kind));
    const auto sql = std::string(select_items) + "\nJOIN meeting m ON m.id = i.meeting_id" +
                     where.text() + "\nORDER BY m.held_on, i.position";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        auto item = item_in(row);
        item.carried_from = row.id<MeetingId>(15);
        return item;
    });
}

void save_uncarried(db::Transaction& transaction, MeetingId into) {
    transaction.execute(delete_carried, {into});
}

void save_carried(db::Transaction& transaction, AgendaItemId item, MeetingId into) {
    transaction.execute(update_carried, {item, into});
}

std::vector<Proposal> list_asking(db::Transaction& transaction, const Asking& asking,
                                  const base::Actor& actor) {
    auto all = list_asking_measures(transaction, asking, actor.scope);
    for (auto&& more : {list_asking_problems(transaction, asking, actor.scope),
                        list_asking_tasks(transaction, asking, actor)})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

Figures count_figures(db::Transaction& transaction, ProgrammeId programme, base::Date today) {
    const base::Scope scope{{base::ScopePart{}}, base::mark_guards};
    const auto counts = ledger::count_programme(transaction, programme, {today, scope});
    return {{"problems", counts.problems},   {"struck_off", counts.struck_off},
            {"measures", counts.measures},   {"measures_done", counts.measures_done},
            {"long_term", counts.long_term}, {"awaiting_review", counts.awaiting_review},
            {"due_soon", counts.due_soon},   {"overdue", counts.overdue}};
}

void save_figures(db::Transaction& transaction, MeetingId meeting, const Figures& figures) {
    for (const auto& [name, value] : figures)
        transaction.execute(insert_figure, {meeting, name, value});
}

Figures list_figures(db::Transaction& transaction, MeetingId meeting) {
    return transaction.all(select_figures, {meeting}, [](const db::Row& row) {
        return std::pair(row.string(0), row.integer(1));
    });
}

void insert_remark(db::Transaction& transaction, MeetingId meeting, const Remark& remark) {
    const auto position = static_cast<std::int64_t>(list_remarks(transaction, meeting).size()) + 1;
    const auto text = transaction.sealed(remark.text, "meeting_remark.text",
                                         ledger::name_of_keys(meeting.text(), position));
    transaction.execute(insert_remark_sql, {meeting, position, remark.at, remark.by, text});
}

std::vector<Remark> list_remarks(db::Transaction& transaction, MeetingId meeting) {
    return transaction.all(select_remarks, {meeting}, [&](const db::Row& row) {
        const auto name = [&] { return ledger::name_of_keys(meeting.text(), row.integer(3)); };
        return Remark{row.instant(0), row.string(1), row.opened(2, "meeting_remark.text", name)};
    });
}

}  // namespace meetings
