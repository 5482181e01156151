#include "life_meetings/life_meeting_store.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/utf8.hpp"
#include "db/conditions.hpp"
#include "ledger/problem_store.hpp"

namespace life_meetings {
namespace {

constexpr std::string_view insert_sql = R"sql(
INSERT INTO life_meeting (id, version, title, theme, basis, focus, held_on, begins_at, length,
                          sessions, place, contact_leader, contact_person_id, study_hours_min,
                          criticisms_each_min, plan_days, drafts_days, report_days, state, edition,
                          edition_reason, round, submitted_by, submitted_at, cancelled_reason,
                          programme_id, begun_by, begun_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, $22, $23, $24, $25, $26, $27, $28))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE life_meeting
SET version = $2, title = $3, theme = $4, basis = $5, focus = $6, held_on = $7, begins_at = $8,
    length = $9, sessions = $10, place = $11, contact_leader = $12, contact_person_id = $13,
    study_hours_min = $14, criticisms_each_min = $15, plan_days = $16, drafts_days = $17,
    report_days = $18, state = $19, edition = $20, edition_reason = $21, round = $22,
    submitted_by = $23, submitted_at = $24, cancelled_reason = $25
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view select_meetings = R"sql(
SELECT m.id, m.programme_id, g.title, u.id, u.name, u.path, g.guards, m.title, m.theme, m.basis,
       m.focus, m.held_on, m.begins_at, m.length, m.sessions, m.place, m.contact_leader,
       m.contact_person_id, m.study_hours_min, m.criticisms_each_min, m.plan_days, m.drafts_days,
       m.report_days, m.state, m.edition, m.edition_reason, m.round, m.submitted_by, m.submitted_at,
       m.cancelled_reason, m.begun_by, m.begun_at, m.version)sql";
constexpr std::string_view from_meetings = R"sql(
FROM life_meeting m JOIN programme g ON g.id = m.programme_id
                    JOIN unit u ON u.id = g.inspected_unit_id)sql";
constexpr std::string_view takes_part = R"sql(
(m.id IN (SELECT p.meeting_id FROM life_participant p WHERE p.person_id = $person)
 OR m.contact_person_id = $person))sql";

constexpr std::string_view upsert_participant = R"sql(
INSERT INTO life_participant (id, meeting_id, position, part, name, title, person_id, left_on,
                              left_reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (id) DO UPDATE SET position = excluded.position, part = excluded.part,
    name = excluded.name, title = excluded.title, person_id = excluded.person_id,
    left_on = excluded.left_on, left_reason = excluded.left_reason)sql";
constexpr std::string_view select_participants = R"sql(
SELECT p.meeting_id, p.id, p.part, p.name, p.title, p.person_id, p.left_on, p.left_reason
FROM life_participant p)sql";
constexpr std::string_view delete_duties = "DELETE FROM life_duty WHERE meeting_id = $1";
constexpr std::string_view insert_duty =
    "INSERT INTO life_duty (meeting_id, kind, who) VALUES ($1, $2, $3)";
constexpr std::string_view select_duties = "SELECT kind, who FROM life_duty WHERE meeting_id = $1";
constexpr std::string_view delete_steps = "DELETE FROM life_step WHERE meeting_id = $1";
constexpr std::string_view insert_step = R"sql(
INSERT INTO life_step (meeting_id, position, kind, title, days, counting, due_on, done_on, done_by,
                       remark)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";
constexpr std::string_view select_steps = R"sql(
SELECT position, kind, title, days, counting, due_on, done_on, done_by, remark
FROM life_step WHERE meeting_id = $1 ORDER BY due_on, position)sql";

constexpr std::string_view insert_moved_sql = R"sql(
INSERT INTO life_moved_day (meeting_id, position, held_on, moved_to, reason, at, by_name)
VALUES ($1, $2, $3, $4, $5, $6, $7))sql";
constexpr std::string_view next_moved_sql =
    "SELECT COALESCE(max(position), 0) + 1 FROM life_moved_day WHERE meeting_id = $1";
constexpr std::string_view select_moved = R"sql(
SELECT held_on, moved_to, reason, at, by_name FROM life_moved_day
WHERE meeting_id = $1 ORDER BY position)sql";

std::string in_lines(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) lines.emplace_back(base::cut(text, '\n'));
    return lines;
}

LifeMeeting meeting_in(const db::Row& row) {
    LifeMeeting one;
    one.id = row.id<LifeMeetingId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.unit = row.id<base::UnitId>(3);
    one.unit_name = row.string(4);
    one.unit_path = row.string(5);
    one.mark = ledger::guards_in(row, 6);
    auto& terms = one.terms;
    terms.title = row.string(7);
    terms.theme = row.string(8);
    terms.basis = row.string(9);
    terms.focus = lines_of(row.text(10));
    terms.held_on = row.date(11);
    terms.begins_at = row.string(12);
    terms.length = length_of(row.text(13)).value_or(Length::half_day);
    terms.sessions = lines_of(row.text(14));
    terms.place = row.string(15);
    terms.contact_leader = row.string(16);
    terms.contact_person = row.optional_id<base::PersonId>(17);
    one.demands = {row.integer(18), row.integer(19), row.integer(20), row.integer(21),
                   row.integer(22)};
    one.state = life_state_of(row.text(23)).value_or(LifeState::cancelled);
    one.edition = row.integer(24);
    one.edition_reason = row.string(25);
    one.round = row.integer(26);
    one.submitted_by = row.optional_id<base::AccountId>(27);
    one.submitted_at = row.optional_instant(28);
    one.cancelled_reason = row.string(29);
    one.begun_by = row.string(30);
    one.begun_at = row.instant(31);
    one.version = row.integer(32);
    return one;
}

Participant participant_in(const db::Row& row) {
    Participant one;
    one.id = row.id<ParticipantId>(1);
    one.part = part_of(row.text(2)).value_or(Part::sits_in);
    one.name = row.string(3);
    one.title = row.string(4);
    one.person = row.optional_id<base::PersonId>(5);
    one.left_on = row.optional_date(6);
    one.left_reason = row.opened(7, "life_participant.left_reason", one.id);
    return one;
}

Step step_in(const db::Row& row) {
    Step one;
    one.position = row.integer(0);
    one.kind = step_kind_of(row.text(1)).value_or(StepKind::other);
    one.title = row.string(2);
    one.days = row.integer(3);
    one.counting = counting_of(row.text(4)).value_or(Counting::natural);
    one.due_on = row.date(5);
    one.done_on = row.optional_date(6);
    one.done_by = row.string(7);
    one.remark = row.string(8);
    return one;
}

void save_parts(db::Transaction& transaction, const LifeMeeting& one) {
    std::int64_t position = 0;
    for (const auto& who : one.participants) {
        const auto reason =
            transaction.sealed(who.left_reason, "life_participant.left_reason", who.id);
        transaction.execute(upsert_participant,
                            {who.id, one.id, ++position, name_of(who.part), who.name, who.title,
                             who.person, who.left_on, reason});
    }
    transaction.execute(delete_duties, {one.id});
    for (const auto& duty : one.duties)
        transaction.execute(insert_duty, {one.id, name_of(duty.kind), duty.who});
    transaction.execute(delete_steps, {one.id});
    for (const auto& step : one.steps)
        transaction.execute(insert_step, {one.id, step.position, name_of(step.kind), step.title,
                                          step.days, name_of(step.counting), step.due_on,
                                          step.done_on, step.done_by, step.remark});
}

/// Of all these, in one statement.
void load_participants(db::Transaction& transaction, std::vector<LifeMeeting>& meetings) {
    if (meetings.empty()) return;
    std::map<LifeMeetingId, LifeMeeting*> by_id;
    std::vector<LifeMeetingId> ids;
    for (auto& one : meetings) {
        ids.push_back(one.id);
        by_id[one.id] = &one;
    }
    db::Conditions where;
    where.add_one_of("p.meeting_id", ids);
    const auto sql =
        std::string(select_participants) + where.text() + "\nORDER BY p.meeting_id, p.position";
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        by_id.at(row.id<LifeMeetingId>(0))->participants.push_back(participant_in(row));
    });
}

/// $1 to $25 of both statements that write a meeting.
template <class Execute>
std::int64_t with_values(const LifeMeeting& one, Execute execute) {
    const auto& [terms, demands] = std::tie(one.terms, one.demands);
    return execute(one.id, one.version, terms.title, terms.theme, terms.basis,
                   in_lines(terms.focus), terms.held_on, terms.begins_at, name_of(terms.length),
                   in_lines(terms.sessions), terms.place, terms.contact_leader,
                   terms.contact_person, demands.study_hours_min, demands.criticisms_each_min,
                   demands.plan_days, demands.drafts_days, demands.report_days, name_of(one.state),
                   one.edition, one.edition_reason, one.round, one.submitted_by, one.submitted_at,
                   one.cancelled_reason);
}

}  // namespace

void insert_life_meeting(db::Transaction& transaction, const LifeMeeting& one) {
    with_values(one, [&](const auto&... values) {
        return transaction.execute(insert_sql,
                                   {values..., one.programme, one.begun_by, one.begun_at});
    });
    save_parts(transaction, one);
}

base::Result<void> save_life_meeting(db::Transaction& transaction, const LifeMeeting& one) {
    const auto changed = with_values(
        one, [&](const auto&... values) { return transaction.execute(update_sql, {values...}); });
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    save_parts(transaction, one);
    return {};
}

std::optional<LifeMeeting> find_life_meeting(db::Transaction& transaction, LifeMeetingId id) {
    db::Conditions where;
    where.add("m.id = ", id);
    const auto sql = std::string(select_meetings) + std::string(from_meetings) + where.text();
    auto found = db::all(transaction, sql, where, meeting_in);
    if (found.empty()) return std::nullopt;
    load_participants(transaction, found);
    auto& one = found.front();
    one.duties = transaction.all(select_duties, {id}, [](const db::Row& row) {
        return Duty{duty_kind_of(row.text(0)).value_or(DutyKind::support), row.string(1)};
    });
    std::sort(one.duties.begin(), one.duties.end(),
              [](const Duty& left, const Duty& right) { return left.kind < right.kind; });
    one.steps = transaction.all(select_steps, {id}, step_in);
    return std::move(one);
}

LifeMeetingPage list_life_meetings(db::Transaction& transaction, const LifeMeetingFilter& filter,
                                   const LifeReader& reader) {
    db::Conditions where;
    where.add("m.programme_id = ", filter.programme);
    if (!reader.sees_all) where.add_repeated(takes_part, "$person", reader.person);
    const auto from = std::string(from_meetings) + where.text();
    LifeMeetingPage page;
    page.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                     return row.integer(0);
                 }).value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    const auto sql = std::string(select_meetings) + from +
                     "\nORDER BY m.held_on DESC, m.id LIMIT " + limit + " OFFSET " + offset;
    page.rows = db::all(transaction, sql, where, meeting_in);
    load_participants(transaction, page.rows);
    return page;
}

void insert_moved_day(db::Transaction& transaction, LifeMeetingId id, const MovedDay& moved) {
    const auto position =
        transaction.first(next_moved_sql, {id}, [](const db::Row& row) { return row.integer(0); });
    transaction.execute(insert_moved_sql, {id, position.value_or(1), moved.held_on, moved.moved_to,
                                           moved.reason, moved.at, moved.by});
}

std::vector<MovedDay> list_moved_days(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_moved, {id}, [](const db::Row& row) {
        return MovedDay{row.date(0), row.date(1), row.string(2), row.instant(3), row.string(4)};
    });
}

std::vector<ledger::SealedSet> sealed_life_meetings() {
    return {{"life_participant", {{"id"}}, {"left_reason"}, "1"}};
}

}  // namespace life_meetings
