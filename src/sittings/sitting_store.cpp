#include "sittings/sitting_store.hpp"

namespace sittings {
namespace {

constexpr std::string_view select_sitting = R"sql(
SELECT opened_at, opened_by, turn_id, turn_since, closed_at, closed_by, digest, version
FROM life_sitting WHERE life_meeting_id = $1)sql";
constexpr std::string_view insert_sitting = R"sql(
INSERT INTO life_sitting (life_meeting_id, opened_at, opened_by, turn_id, turn_since, closed_at,
                          closed_by, digest, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (life_meeting_id) DO NOTHING)sql";
constexpr std::string_view update_sitting = R"sql(
UPDATE life_sitting SET opened_at = $2, opened_by = $3, turn_id = $4, turn_since = $5,
                        closed_at = $6, closed_by = $7, digest = $8, version = $9
WHERE life_meeting_id = $1 AND version = $9 - 1)sql";
constexpr std::string_view select_turns = R"sql(
SELECT id, topic, about_id, speaker_id, title, minutes, spent_ms
FROM life_turn WHERE life_meeting_id = $1 ORDER BY position)sql";
constexpr std::string_view delete_turns = "DELETE FROM life_turn WHERE life_meeting_id = $1";
constexpr std::string_view insert_turn = R"sql(
INSERT INTO life_turn (id, life_meeting_id, position, topic, about_id, speaker_id, title, minutes,
                       spent_ms)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view update_spent = "UPDATE life_turn SET spent_ms = $2 WHERE id = $1";
constexpr std::string_view select_presences = R"sql(
SELECT participant_id, state, arrived_at, left_at, reason, asked_by, granted_by, granted_at
FROM life_presence WHERE life_meeting_id = $1 ORDER BY participant_id)sql";
constexpr std::string_view put_presence = R"sql(
INSERT INTO life_presence (participant_id, life_meeting_id, state, arrived_at, left_at, reason,
                           asked_by, granted_by, granted_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (participant_id) DO UPDATE SET state = $3, arrived_at = $4, left_at = $5, reason = $6,
    asked_by = $7, granted_by = $8, granted_at = $9)sql";

constexpr std::string_view insert_entry_sql = R"sql(
INSERT INTO life_entry (id, life_meeting_id, kind, turn_id, position, speaker_id, about_id, example,
                        words, suggestion, reply, read_out, said_at, by_account, by_name, at,
                        revision)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17))sql";
constexpr std::string_view update_entry = R"sql(
UPDATE life_entry SET kind = $2, turn_id = $3, position = $4, speaker_id = $5, about_id = $6,
                      example = $7, words = $8, suggestion = $9, reply = $10, read_out = $11,
                      said_at = $12, revision = $13
WHERE id = $1 AND revision = $13 - 1)sql";
constexpr std::string_view select_entry = R"sql(
SELECT id, kind, turn_id, position, speaker_id, about_id, example, words, suggestion, reply,
       read_out, said_at, by_account, by_name, at, revision, life_meeting_id
FROM life_entry WHERE id = $1)sql";
constexpr std::string_view select_entries = R"sql(
SELECT id, kind, turn_id, position, speaker_id, about_id, example, words, suggestion, reply,
       read_out, said_at, by_account, by_name, at, revision
FROM life_entry WHERE life_meeting_id = $1 ORDER BY position, said_at, id)sql";
constexpr std::string_view count_sql = R"sql(
SELECT CAST(COALESCE(sum(revision), 0) AS BIGINT) FROM life_entry WHERE life_meeting_id = $1)sql";
constexpr std::string_view insert_remark_sql = R"sql(
INSERT INTO life_remark (id, life_meeting_id, text, at, by_name) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (id) DO NOTHING)sql";
constexpr std::string_view select_remarks = R"sql(
SELECT id, text, at, by_name FROM life_remark WHERE life_meeting_id = $1 ORDER BY at, id)sql";

Turn turn_in(const db::Row& row) {
    Turn one;
    one.id = row.id<TurnId>(0);
    one.topic = topic_of(row.text(1)).value_or(Topic::other);
    one.about = row.optional_id<ParticipantId>(2);
    one.speaker = row.optional_id<ParticipantId>(3);
    one.title = row.string(4);
    one.minutes = row.integer(5);
    one.spent_ms = row.integer(6);
    return one;
}

Presence presence_in(const db::Row& row) {
    Presence one;
    one.participant = row.id<ParticipantId>(0);
    one.state = presence_state_of(row.text(1)).value_or(PresenceState::expected);
    one.arrived_at = row.optional_instant(2);
    one.left_at = row.optional_instant(3);
    one.reason = row.opened(4, "life_presence.reason", one.participant);
    one.asked_by = row.string(5);
    one.granted_by = row.string(6);
    one.granted_at = row.optional_instant(7);
    return one;
}

RecordEntry entry_in(const db::Row& row) {
    RecordEntry one;
    auto& said = one.said;
    said.id = row.id<EntryId>(0);
    said.kind = entry_kind_of(row.text(1)).value_or(EntryKind::speech);
    said.turn = row.optional_id<TurnId>(2);
    one.position = row.integer(3);
    said.speaker = row.optional_id<ParticipantId>(4);
    said.about = row.optional_id<ParticipantId>(5);
    said.example = row.opened(6, "life_entry.example", said.id);
    said.words = row.opened(7, "life_entry.words", said.id);
    said.suggestion = row.opened(8, "life_entry.suggestion", said.id);
    said.reply = row.opened(9, "life_entry.reply", said.id);
    said.read_out = row.boolean(10);
    said.said_at = row.instant(11);
    one.by_account = row.id<base::AccountId>(12);
    one.by = row.string(13);
    one.at = row.instant(14);
    one.revision = row.integer(15);
    return one;
}

/// The four texts as they are to be stored.
struct StoredTexts {
    StoredTexts(const db::Transaction& transaction, const Spoken& said)
        : example(transaction.sealed(said.example, "life_entry.example", said.id)),
          words(transaction.sealed(said.words, "life_entry.words", said.id)),
          suggestion(transaction.sealed(said.suggestion, "life_entry.suggestion", said.id)),
          reply(transaction.sealed(said.reply, "life_entry.reply", said.id)) {}
    std::string example, words, suggestion, reply;
};

}  // namespace

Sitting load_sitting(db::Transaction& transaction, LifeMeetingId id) {
    Sitting one = transaction
                      .first(select_sitting, {id},
                             [](const db::Row& row) {
                                 Sitting found;
                                 found.opened_at = row.optional_instant(0);
                                 found.opened_by = row.string(1);
                                 found.turn = row.optional_id<TurnId>(2);
                                 found.turn_since = row.optional_instant(3);
                                 found.closed_at = row.optional_instant(4);
                                 found.closed_by = row.string(5);
                                 found.digest = row.string(6);
                                 found.version = row.integer(7);
                                 return found;
                             })
                      .value_or(Sitting{});
    one.turns = transaction.all(select_turns, {id}, turn_in);
    one.presences = transaction.all(select_presences, {id}, presence_in);
    return one;
}

base::Result<void> save_sitting(db::Transaction& transaction, LifeMeetingId id,
                                const Sitting& one) {
    const auto statement = one.version == 1 ? insert_sitting : update_sitting;
    const auto changed =
        transaction.execute(statement, {id, one.opened_at, one.opened_by, one.turn, one.turn_since,
                                        one.closed_at, one.closed_by, one.digest, one.version});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

void save_turns(db::Transaction& transaction, LifeMeetingId id, const std::vector<Turn>& turns) {
    transaction.execute(delete_turns, {id});
    std::int64_t position = 0;
    for (const auto& one : turns)
        transaction.execute(insert_turn, {one.id, id, position++, name_of(one.topic), one.about,
                                          one.speaker, one.title, one.minutes, one.spent_ms});
}

void save_spent(db::Transaction& transaction, const Turn& turn) {
    transaction.execute(update_spent, {turn.id, turn.spent_ms});
}

void save_presence(db::Transaction& transaction, LifeMeetingId id, const Presence& one) {
    const auto reason = transaction.sealed(one.reason, "life_presence.reason", one.participant);
    transaction.execute(
        put_presence, {one.participant, id, name_of(one.state), one.arrived_at, one.left_at, reason,
                       one.asked_by, one.granted_by, one.granted_at});
}

void insert_entry(db::Transaction& transaction, LifeMeetingId id, const RecordEntry& one) {
    const auto& said = one.said;
    const StoredTexts texts(transaction, said);
    transaction.execute(
        insert_entry_sql,
        {said.id, id, name_of(said.kind), said.turn, one.position, said.speaker, said.about,
         texts.example, texts.words, texts.suggestion, texts.reply, said.read_out, said.said_at,
         one.by_account, one.by, one.at, one.revision});
}

base::Result<void> save_entry(db::Transaction& transaction, const RecordEntry& one) {
    const auto& said = one.said;
    const StoredTexts texts(transaction, said);
    const auto changed = transaction.execute(
        update_entry, {said.id, name_of(said.kind), said.turn, one.position, said.speaker,
                       said.about, texts.example, texts.words, texts.suggestion, texts.reply,
                       said.read_out, said.said_at, one.revision});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "revision");
    return {};
}

std::optional<FoundEntry> find_entry(db::Transaction& transaction, EntryId id) {
    return transaction.first(select_entry, {id}, [](const db::Row& row) {
        return FoundEntry{row.id<LifeMeetingId>(16), entry_in(row)};
    });
}

std::vector<RecordEntry> list_entries(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_entries, {id}, entry_in);
}

std::int64_t count_writings(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.first(count_sql, {id}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

void insert_remark(db::Transaction& transaction, LifeMeetingId id, const Remark& one) {
    const auto text = transaction.sealed(one.text, "life_remark.text", one.id);
    transaction.execute(insert_remark_sql, {one.id, id, text, one.at, one.by});
}

std::vector<Remark> list_remarks(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.all(select_remarks, {id}, [](const db::Row& row) {
        const auto remark = row.id<RemarkId>(0);
        return Remark{remark, row.opened(1, "life_remark.text", remark), row.instant(2),
                      row.string(3)};
    });
}

std::vector<ledger::SealedSet> sealed_sittings() {
    return {{"life_presence", {{"participant_id"}}, {"reason"}, "1"},
            {"life_entry", {{"id"}}, {"example", "words", "suggestion", "reply"}, "1"},
            {"life_remark", {{"id"}}, {"text"}, "1"},
            {"life_list_item", {{"id"}}, {"source_note", "problem", "measure", "goal"}, "1"},
            {"life_text", {{"life_meeting_id"}, {"kind"}}, {"text"}, "1"}};
}

}  // namespace sittings
