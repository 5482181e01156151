#include "meetings/meeting_store.hpp"

#include <map>

#include "base/utf8.hpp"
#include "db/conditions.hpp"

namespace meetings {
namespace {

using db::Conditions;

constexpr std::string_view insert_series_sql = R"sql(
INSERT INTO meeting_series (id, programme_id, kind, title, every, day, dates, ended, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view update_series_sql = R"sql(
UPDATE meeting_series SET kind = $3, title = $4, every = $5, day = $6, dates = $7, ended = $8,
                          version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view select_series_by_id = R"sql(
SELECT id, programme_id, kind, title, every, day, dates, ended, version
FROM meeting_series WHERE id = $1)sql";
constexpr std::string_view select_series_of = R"sql(
SELECT id, programme_id, kind, title, every, day, dates, ended, version
FROM meeting_series WHERE programme_id = $1 ORDER BY ended, title, id)sql";

constexpr std::string_view insert_meeting_sql = R"sql(
INSERT INTO meeting (id, programme_id, series_id, kind, title, held_on, begins_at, minutes, place,
                     state, sequence, closed_by, reason, changed_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))sql";
constexpr std::string_view update_meeting_sql = R"sql(
UPDATE meeting SET kind = $3, title = $4, held_on = $5, begins_at = $6, minutes = $7, place = $8,
                   state = $9, sequence = $10, called_at = $11, opened_at = $12, closed_at = $13,
                   closed_by = $14, reason = $15, changed_at = $16, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view delete_participants =
    "DELETE FROM meeting_participant WHERE meeting_id = $1";
constexpr std::string_view insert_participant = R"sql(
INSERT INTO meeting_participant (meeting_id, position, name, person_id, unit_id, standing, duty,
                                 attendance, reason, proxy)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";
constexpr std::string_view update_attendance = R"sql(
UPDATE meeting_participant SET attendance = $3, reason = $4, proxy = $5
WHERE meeting_id = $1 AND position = $2)sql";
constexpr std::string_view select_participants = R"sql(
SELECT name, person_id, unit_id, standing, duty, attendance, reason, proxy
FROM meeting_participant WHERE meeting_id = $1 ORDER BY position)sql";

constexpr std::string_view select_all_participants = R"sql(
SELECT name, person_id, unit_id, standing, duty, attendance, reason, proxy, meeting_id
FROM meeting_participant)sql";

constexpr std::string_view select_meetings = R"sql(
SELECT n.id, n.programme_id, g.title, n.series_id, n.kind, n.title, n.held_on, n.begins_at,
       n.minutes, n.place, n.state, n.sequence, n.called_at, n.opened_at, n.closed_at, n.closed_by,
       n.reason, n.changed_at, n.version)sql";
constexpr std::string_view select_counts = R"sql(,
       (SELECT count(*) FROM agenda_item i WHERE i.meeting_id = n.id),
       (SELECT count(*) FROM decision d WHERE d.meeting_id = n.id),
       COALESCE((SELECT min(p.name) FROM meeting_participant p
                 WHERE p.meeting_id = n.id AND p.duty = 'host'), ''))sql";
constexpr std::string_view from_meetings = R"sql(
FROM meeting n JOIN programme g ON g.id = n.programme_id
     JOIN unit u ON u.id = g.inspected_unit_id)sql";
constexpr std::string_view select_person_name = "SELECT name FROM person WHERE id = $1";

std::string text_of(const std::vector<base::Date>& dates) {
    std::string text;
    for (const auto date : dates) text += (text.empty() ? "" : ",") + base::to_text(date);
    return text;
}

std::vector<base::Date> dates_in(std::string_view text) {
    std::vector<base::Date> dates;
    while (!text.empty())
        if (const auto date = base::parse_date(base::cut(text, ','))) dates.push_back(*date);
    return dates;
}

Series series_in(const db::Row& row) {
    return {row.id<SeriesId>(0),
            row.id<ProgrammeId>(1),
            {meeting_kind_of(row.text(2)).value_or(MeetingKind::coordination), row.string(3),
             every_of(row.text(4)).value_or(Every::dates), row.integer(5), dates_in(row.text(6)),
             row.boolean(7)},
            row.integer(8)};
}

Participant participant_in(const db::Row& row) {
    return {row.string(0),
            row.optional_id<base::PersonId>(1),
            row.optional_id<base::UnitId>(2),
            standing_of(row.text(3)).value_or(Standing::attends),
            duty_of(row.text(4)).value_or(Duty::none),
            attendance_of(row.text(5)).value_or(Attendance::unanswered),
            row.string(6),
            row.string(7)};
}

Meeting meeting_in(const db::Row& row) {
    Meeting one;
    one.id = row.id<MeetingId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.series = row.optional_id<SeriesId>(3);
    one.terms.kind = meeting_kind_of(row.text(4)).value_or(MeetingKind::coordination);
    one.terms.title = row.string(5);
    one.terms.held_on = row.date(6);
    one.terms.begins_at = row.string(7);
    one.terms.minutes = row.integer(8);
    one.terms.place = row.string(9);
    one.state = meeting_state_of(row.text(10)).value_or(MeetingState::cancelled);
    one.sequence = row.integer(11);
    one.called_at = row.optional_instant(12);
    one.opened_at = row.optional_instant(13);
    one.closed_at = row.optional_instant(14);
    one.closed_by = row.string(15);
    one.reason = row.string(16);
    one.changed_at = row.instant(17);
    one.version = row.integer(18);
    return one;
}

std::string called_to(Conditions& where, const base::Actor& actor) {
    return "n.id IN (SELECT p.meeting_id FROM meeting_participant p WHERE p.person_id = " +
           where.place_for(actor.person) + " OR p.unit_id = " + where.place_for(actor.unit) + ")";
}

void add_in_sight(Conditions& where, const base::Actor& actor) {
    if (!actor.scope.withheld().empty())
        where.add("(g.guards & ", actor.scope.withheld().bits(), ") = 0");
    if (!actor.may(base::Act::edit_ledger)) where.add_fixed("n.state <> 'planned'");
    if (actor.scope.every_row()) return;
    auto any = "(" + called_to(where, actor);
    for (const auto& part : actor.scope.parts) {
        any += " OR (u.path LIKE " + where.place_for(where.keep(part.unit_path + "%"));
        if (part.programme) any += " AND n.programme_id = " + where.place_for(*part.programme);
        any += ")";
    }
    where.add_fixed(any + ")");
}

void save_participants(db::Transaction& transaction, const Meeting& meeting) {
    transaction.execute(delete_participants, {meeting.id});
    std::int64_t position = 0;
    for (const auto& one : meeting.terms.participants)
        transaction.execute(insert_participant, {meeting.id, position++, one.name, one.person,
                                                 one.unit, name_of(one.standing), name_of(one.duty),
                                                 name_of(one.attendance), one.reason, one.proxy});
}

void load_participants(db::Transaction& transaction, Meeting& meeting) {
    meeting.terms.participants = transaction.all(select_participants, {meeting.id}, participant_in);
}

/// Of all of them in one statement; they stand in any order.
void load_participants(db::Transaction& transaction, std::vector<Meeting>& meetings) {
    if (meetings.empty()) return;
    Conditions where;
    std::vector<std::string> ids;
    std::map<std::string, Meeting*, std::less<>> by_id;
    for (auto& one : meetings) by_id[ids.emplace_back(one.id.text())] = &one;
    where.add_one_of("meeting_id", ids);
    const auto sql = std::string(select_all_participants) + where.text() + "\nORDER BY position";
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        by_id.find(row.text(8))->second->terms.participants.push_back(participant_in(row));
    });
}

std::optional<Meeting> first_of(db::Transaction& transaction, const Conditions& where,
                                std::string_view order = {}) {
    const auto sql = std::string(select_meetings) + std::string(from_meetings) + where.text() +
                     std::string(order);
    auto found = db::first(transaction, sql, where, meeting_in);
    if (found) load_participants(transaction, *found);
    return found;
}

}  // namespace

void insert_series(db::Transaction& transaction, const Series& series) {
    const auto& terms = series.terms;
    const auto dates = text_of(terms.dates);
    transaction.execute(insert_series_sql,
                        {series.id, series.programme, name_of(terms.kind), terms.title,
                         name_of(terms.every), terms.day, dates, terms.ended, series.version});
}

base::Result<void> save_series(db::Transaction& transaction, const Series& series) {
    const auto& terms = series.terms;
    const auto dates = text_of(terms.dates);
    const auto changed = transaction.execute(
        update_series_sql, {series.id, series.version, name_of(terms.kind), terms.title,
                            name_of(terms.every), terms.day, dates, terms.ended});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

std::optional<Series> find_series(db::Transaction& transaction, SeriesId id) {
    return transaction.first(select_series_by_id, {id}, series_in);
}

std::vector<Series> list_series(db::Transaction& transaction, ProgrammeId programme) {
    return transaction.all(select_series_of, {programme}, series_in);
}

void insert_meeting(db::Transaction& transaction, const Meeting& one) {
    const auto& terms = one.terms;
    transaction.execute(
        insert_meeting_sql,
        {one.id, one.programme, one.series, name_of(terms.kind), terms.title, terms.held_on,
         terms.begins_at, terms.minutes, terms.place, name_of(one.state), one.sequence,
         one.closed_by, one.reason, one.changed_at, one.version});
    save_participants(transaction, one);
}

base::Result<void> save_meeting(db::Transaction& transaction, const Meeting& one) {
    const auto& terms = one.terms;
    const auto changed = transaction.execute(
        update_meeting_sql,
        {one.id, one.version, name_of(terms.kind), terms.title, terms.held_on, terms.begins_at,
         terms.minutes, terms.place, name_of(one.state), one.sequence, one.called_at, one.opened_at,
         one.closed_at, one.closed_by, one.reason, one.changed_at});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    save_participants(transaction, one);
    return {};
}

void save_attendance(db::Transaction& transaction, MeetingId id, std::size_t line,
                     const Participant& said) {
    transaction.execute(update_attendance,
                        {id, line, name_of(said.attendance), said.reason, said.proxy});
}

std::optional<Meeting> find_meeting(db::Transaction& transaction, MeetingId id,
                                    const base::Actor& actor) {
    Conditions where;
    where.add("n.id = ", id);
    add_in_sight(where, actor);
    return first_of(transaction, where);
}

std::optional<Meeting> find_last_of(db::Transaction& transaction, SeriesId series,
                                    const base::Actor& actor) {
    Conditions where;
    where.add("n.series_id = ", series);
    where.add_fixed("n.state <> 'cancelled'");
    add_in_sight(where, actor);
    return first_of(transaction, where, "\nORDER BY n.held_on DESC, n.id DESC LIMIT 1");
}

std::optional<Meeting> find_next_like(db::Transaction& transaction, const Meeting& one) {
    Conditions where;
    where.add("n.programme_id = ", one.programme);
    where.add_fixed("n.state IN ('planned', 'called')");
    if (one.series)
        where.add("n.series_id = ", *one.series);
    else
        where.add("n.series_id IS NULL AND n.kind = ", name_of(one.terms.kind));
    return first_of(transaction, where, "\nORDER BY n.held_on, n.begins_at, n.id LIMIT 1");
}

MeetingPage list_meetings(db::Transaction& transaction, const MeetingFilter& filter,
                          const base::Actor& actor, base::Date today) {
    constexpr std::string_view is_over =
        "(n.state IN ('closed', 'cancelled') OR (n.held_on < # AND n.state <> 'running'))";
    Conditions where;
    where.add("n.programme_id = ", filter.programme);
    if (filter.which == WhichMeetings::over) where.add_repeated(is_over, "#", today);
    if (filter.which == WhichMeetings::to_come)
        where.add_repeated("NOT " + std::string(is_over), "#", today);
    add_in_sight(where, actor);
    const auto from = std::string(from_meetings) + where.text();
    MeetingPage page;
    page.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                     return row.integer(0);
                 }).value_or(0);
    const std::string_view order = filter.which == WhichMeetings::to_come
                                       ? "\nORDER BY n.held_on, n.begins_at, n.id"
                                       : "\nORDER BY n.held_on DESC, n.begins_at DESC, n.id DESC";
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    const auto sql = std::string(select_meetings) + std::string(select_counts) + from +
                     std::string(order) + " LIMIT " + limit + " OFFSET " + offset;
    page.rows = db::all(transaction, sql, where, [](const db::Row& row) {
        return MeetingBrief{meeting_in(row), row.integer(19), row.integer(20), row.string(21)};
    });
    return page;
}

std::vector<Meeting> list_own_meetings(db::Transaction& transaction, const base::Actor& actor,
                                       Days days, Cancelled cancelled) {
    Conditions where;
    where.add_fixed("n.called_at IS NOT NULL");
    if (cancelled == Cancelled::without) where.add_fixed("n.state IN ('called', 'running')");
    where.add("n.held_on >= ", days.from);
    where.add("n.held_on <= ", days.to);
    if (!actor.scope.withheld().empty())
        where.add("(g.guards & ", actor.scope.withheld().bits(), ") = 0");
    where.add_fixed(called_to(where, actor));
    const auto sql = std::string(select_meetings) + std::string(from_meetings) + where.text() +
                     "\nORDER BY n.held_on, n.begins_at, n.id";
    auto found = db::all(transaction, sql, where, meeting_in);
    load_participants(transaction, found);
    return found;
}

std::optional<std::string> find_person_name(db::Transaction& transaction, base::PersonId id) {
    return transaction.first(select_person_name, {id},
                             [](const db::Row& row) { return row.string(0); });
}

}  // namespace meetings
