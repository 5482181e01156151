#include "studies/study_store.hpp"

#include <map>

namespace studies {
namespace {

constexpr std::string_view select_titles = "SELECT name FROM study_title ORDER BY added_at, name";
constexpr std::string_view insert_title_sql =
    "INSERT INTO study_title (name, added_by, added_at) VALUES ($1, $2, $3)";
constexpr std::string_view select_readings = R"sql(
SELECT title, topic, finish_on FROM study_reading WHERE life_meeting_id = $1 ORDER BY position)sql";
constexpr std::string_view delete_readings = "DELETE FROM study_reading WHERE life_meeting_id = $1";
constexpr std::string_view insert_reading = R"sql(
INSERT INTO study_reading (life_meeting_id, position, title, topic, finish_on)
VALUES ($1, $2, $3, $4, $5))sql";
constexpr std::string_view insert_session_sql = R"sql(
INSERT INTO study_session (id, life_meeting_id, held_on, minutes, form, place, host, topic, items,
                           by_name, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql";
constexpr std::string_view update_session = R"sql(
UPDATE study_session SET held_on = $3, minutes = $4, form = $5, place = $6, host = $7, topic = $8,
                         items = $9, by_name = $10, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view delete_attendance = "DELETE FROM study_attendance WHERE session_id = $1";
constexpr std::string_view insert_attendance = R"sql(
INSERT INTO study_attendance (session_id, participant_id, attended, reason)
VALUES ($1, $2, $3, $4))sql";
constexpr std::string_view select_session_meeting =
    "SELECT life_meeting_id FROM study_session WHERE id = $1";
constexpr std::string_view select_sessions = R"sql(
SELECT id, life_meeting_id, held_on, minutes, form, place, host, topic, items, by_name, version
FROM study_session WHERE life_meeting_id = $1 ORDER BY held_on, id)sql";
constexpr std::string_view select_attendance = R"sql(
SELECT a.session_id, a.participant_id, a.attended, a.reason
FROM study_attendance a JOIN study_session s ON s.id = a.session_id
                        JOIN life_participant p ON p.id = a.participant_id
WHERE s.life_meeting_id = $1 ORDER BY p.position)sql";
constexpr std::string_view insert_own_sql = R"sql(
INSERT INTO study_own (id, life_meeting_id, participant_id, studied_on, minutes, what)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view delete_own_sql = "DELETE FROM study_own WHERE id = $1";
constexpr std::string_view select_one_own = R"sql(
SELECT id, life_meeting_id, participant_id, studied_on, minutes, what
FROM study_own WHERE id = $1)sql";
constexpr std::string_view select_own = R"sql(
SELECT id, life_meeting_id, participant_id, studied_on, minutes, what
FROM study_own WHERE life_meeting_id = $1 ORDER BY studied_on, id)sql";
constexpr std::string_view insert_note_sql = R"sql(
INSERT INTO study_note (id, life_meeting_id, participant_id, title, text, at)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view update_note =
    "UPDATE study_note SET title = $2, text = $3, at = $4 WHERE id = $1";
constexpr std::string_view select_one_note = R"sql(
SELECT id, life_meeting_id, participant_id, title, text, at FROM study_note WHERE id = $1)sql";
constexpr std::string_view select_notes = R"sql(
SELECT id, life_meeting_id, participant_id, title, text, at FROM study_note
WHERE life_meeting_id = $1 AND participant_id = $2 ORDER BY at DESC, id)sql";
constexpr std::string_view count_together = R"sql(
SELECT a.participant_id, sum(s.minutes)
FROM study_attendance a JOIN study_session s ON s.id = a.session_id
WHERE s.life_meeting_id = $1 AND a.attended = 1 GROUP BY a.participant_id)sql";
constexpr std::string_view count_alone = R"sql(
SELECT participant_id, sum(minutes) FROM study_own
WHERE life_meeting_id = $1 GROUP BY participant_id)sql";
constexpr std::string_view count_notes = R"sql(
SELECT participant_id, count(*) FROM study_note
WHERE life_meeting_id = $1 GROUP BY participant_id)sql";

std::string joined(const std::vector<StudyItem>& items) {
    std::string text;
    for (const auto one : items) text += (text.empty() ? "" : " ") + std::string(name_of(one));
    return text;
}

std::vector<StudyItem> items_in(std::string_view text) {
    std::vector<StudyItem> items;
    while (!text.empty()) {
        const auto end = text.find(' ');
        if (const auto item = study_item_of(text.substr(0, end))) items.push_back(*item);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return items;
}

void insert_attendances(db::Transaction& transaction, const Session& one) {
    for (const auto& each : one.attendance)
        transaction.execute(insert_attendance,
                            {one.id, each.participant, each.attended ? 1 : 0, each.reason});
}

Session session_in(const db::Row& row) {
    return {row.id<SessionId>(0),
            row.id<LifeMeetingId>(1),
            row.date(2),
            row.integer(3),
            study_form_of(row.text(4)).value_or(StudyForm::other_form),
            row.string(5),
            row.string(6),
            row.string(7),
            items_in(row.text(8)),
            {},
            row.string(9),
            row.integer(10)};
}

OwnStudy own_in(const db::Row& row) {
    return {row.id<OwnStudyId>(0), row.id<LifeMeetingId>(1), row.id<ParticipantId>(2),
            row.date(3),           row.integer(4),           row.string(5)};
}

StudyNote note_in(const db::Row& row) {
    const auto id = row.id<NoteId>(0);
    return {id,
            row.id<LifeMeetingId>(1),
            row.id<ParticipantId>(2),
            row.opened(3, "study_note.title", id),
            row.opened(4, "study_note.text", id),
            row.instant(5)};
}

}  // namespace

std::vector<std::string> list_added_titles(db::Transaction& transaction) {
    return transaction.all(select_titles, {}, [](const db::Row& row) { return row.string(0); });
}
void insert_title(db::Transaction& transaction, std::string_view name, std::string_view by,
                  base::Instant now) {
    transaction.execute(insert_title_sql, {name, by, now});
}

std::vector<Reading> list_readings(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_readings, {id}, [](const db::Row& row) {
        return Reading{row.string(0), row.string(1), row.date(2)};
    });
}
void replace_readings(db::Transaction& transaction, LifeMeetingId id,
                      const std::vector<Reading>& readings) {
    transaction.execute(delete_readings, {id});
    std::int64_t position = 0;
    for (const auto& one : readings)
        transaction.execute(insert_reading, {id, ++position, one.title, one.topic, one.finish_on});
}

void insert_session(db::Transaction& transaction, const Session& one) {
    transaction.execute(insert_session_sql,
                        {one.id, one.meeting, one.held_on, one.minutes, name_of(one.form),
                         one.place, one.host, one.topic, joined(one.items), one.by, one.version});
    insert_attendances(transaction, one);
}

base::Result<void> save_session(db::Transaction& transaction, const Session& one) {
    const auto changed = transaction.execute(
        update_session, {one.id, one.version, one.held_on, one.minutes, name_of(one.form),
                         one.place, one.host, one.topic, joined(one.items), one.by});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    transaction.execute(delete_attendance, {one.id});
    insert_attendances(transaction, one);
    return {};
}

std::vector<Session> list_sessions(db::Transaction& transaction, LifeMeetingId id) {
    auto sessions = transaction.all(select_sessions, {id}, session_in);
    std::map<SessionId, Session*> by_id;
    for (auto& one : sessions) by_id[one.id] = &one;
    transaction.each(select_attendance, {id}, [&](const db::Row& row) {
        by_id.at(row.id<SessionId>(0))
            ->attendance.push_back({row.id<ParticipantId>(1), row.boolean(2), row.string(3)});
    });
    return sessions;
}

std::optional<Session> find_session(db::Transaction& transaction, SessionId id) {
    const auto meeting = transaction.first(
        select_session_meeting, {id}, [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
    if (!meeting) return std::nullopt;
    for (auto& one : list_sessions(transaction, *meeting))
        if (one.id == id) return std::move(one);
    return std::nullopt;
}

void insert_own(db::Transaction& transaction, const OwnStudy& one) {
    transaction.execute(insert_own_sql, {one.id, one.meeting, one.participant, one.studied_on,
                                         one.minutes, one.what});
}
void delete_own(db::Transaction& transaction, OwnStudyId id) {
    transaction.execute(delete_own_sql, {id});
}
std::optional<OwnStudy> find_own(db::Transaction& transaction, OwnStudyId id) {
    return transaction.first(select_one_own, {id}, own_in);
}
std::vector<OwnStudy> list_own(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_own, {id}, own_in);
}

void insert_note(db::Transaction& transaction, const StudyNote& one) {
    const auto title = transaction.sealed(one.title, "study_note.title", one.id);
    const auto text = transaction.sealed(one.text, "study_note.text", one.id);
    transaction.execute(insert_note_sql,
                        {one.id, one.meeting, one.participant, title, text, one.at});
}
void save_note(db::Transaction& transaction, const StudyNote& one) {
    const auto title = transaction.sealed(one.title, "study_note.title", one.id);
    const auto text = transaction.sealed(one.text, "study_note.text", one.id);
    transaction.execute(update_note, {one.id, title, text, one.at});
}
std::optional<StudyNote> find_note(db::Transaction& transaction, NoteId id) {
    return transaction.first(select_one_note, {id}, note_in);
}
std::vector<StudyNote> list_notes(db::Transaction& transaction, LifeMeetingId id,
                                  ParticipantId participant) {
    return transaction.all(select_notes, {id, participant}, note_in);
}

std::vector<StudyHours> count_hours(db::Transaction& transaction, LifeMeetingId id) {
    std::map<ParticipantId, StudyHours> by_person;
    const auto count = [&](std::string_view sql, std::int64_t StudyHours::*into) {
        transaction.each(sql, {id}, [&](const db::Row& row) {
            const auto who = row.id<ParticipantId>(0);
            by_person[who].participant = who;
            by_person[who].*into = row.integer(1);
        });
    };
    count(count_together, &StudyHours::together);
    count(count_alone, &StudyHours::alone);
    count(count_notes, &StudyHours::notes);
    std::vector<StudyHours> hours;
    for (auto& [who, one] : by_person) hours.push_back(one);
    return hours;
}

ledger::SealedSet sealed_study_notes() {
    return {"study_note", {{"id"}}, {"title", "text"}, "1"};
}

}  // namespace studies
