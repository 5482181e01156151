#include "notify/message_store.hpp"

namespace notify {
namespace {

constexpr auto insert_event_sql = R"(
    INSERT INTO event (id, at, kind, programme_id, programme_title, subject_kind, subject_id,
                       subject_number, subject_text, by_name, note)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))";

constexpr auto insert_message_sql =
    "INSERT INTO message (account_id, event_id, read_at) VALUES ($1, $2, NULL)";

constexpr auto list_accounts_sql = R"(
    SELECT a.id FROM person p JOIN account a ON a.person_id = p.id
    WHERE p.unit_id = $1 AND a.disabled = 0
    UNION
    SELECT t.id FROM person p JOIN account a ON a.person_id = p.id
                     JOIN delegation d ON d.from_account_id = a.id
                     JOIN account t ON t.id = d.to_account_id
    WHERE p.unit_id = $1 AND a.disabled = 0 AND t.disabled = 0 AND d.ended_at IS NULL
      AND d.from_on <= $2 AND d.until_on >= $2
    ORDER BY 1)";

constexpr auto find_account_sql = "SELECT id FROM account WHERE person_id = $1 AND disabled = 0";

constexpr auto list_messages_sql = R"(
    SELECT e.id, e.at, e.kind, e.programme_id, e.programme_title, e.subject_kind, e.subject_id,
           e.subject_number, e.subject_text, e.by_name, e.note, m.read_at
    FROM message m JOIN event e ON e.id = m.event_id
    WHERE m.account_id = $1 ORDER BY e.at DESC, e.id DESC LIMIT $2 OFFSET $3)";

constexpr auto count_messages_sql = R"(
    SELECT count(*), count(*) - count(read_at) FROM message WHERE account_id = $1)";

constexpr auto save_read_sql = R"(
    UPDATE message SET read_at = COALESCE(read_at, $3) WHERE account_id = $1 AND event_id = $2)";

constexpr auto save_all_read_sql = R"(
    UPDATE message SET read_at = $3
    WHERE account_id = $1 AND read_at IS NULL
      AND event_id IN (SELECT id FROM event WHERE at <= $2))";

base::AccountId account_in(const db::Row& row) {
    return row.id<base::AccountId>(0);
}

Message message_of(const db::Row& row) {
    Message message;
    auto& event = message.event;
    event.id = row.id<EventId>(0);
    event.at = row.instant(1);
    event.kind = event_kind_of(row.text(2)).value_or(EventKind::rows_assigned);
    event.programme_id = row.string(3);
    event.programme_title = row.string(4);
    event.subject_kind = row.string(5);
    event.subject_id = row.string(6);
    event.subject_number = row.integer(7);
    event.subject_text = row.opened(8, "event.subject_text", event.id);
    event.by = row.string(9);
    event.note = row.opened(10, "event.note", event.id);
    message.read_at = row.optional_instant(11);
    return message;
}

}  // namespace

void insert_event(db::Transaction& transaction, const Event& event) {
    const auto kept = [&](const std::string& text, std::string_view field) {
        return event.guards.empty() ? text : transaction.sealed(text, field, event.id);
    };
    const auto text = kept(event.subject_text, "event.subject_text");
    const auto note = kept(event.note, "event.note");
    transaction.execute(
        insert_event_sql,
        {event.id, event.at, name_of(event.kind), event.programme_id, event.programme_title,
         event.subject_kind, event.subject_id, event.subject_number, text, event.by, note});
}

Event bundled_event(const db::Row& row) {
    Event event;
    event.kind = event_kind_of(row.text(0)).value_or(EventKind::rows_assigned);
    event.programme_title = row.string(1);
    event.subject_number = row.integer(2);
    event.subject_kind = row.string(3);
    return event;
}

void insert_message(db::Transaction& transaction, EventId event, base::AccountId account) {
    transaction.execute(insert_message_sql, {account, event});
}

std::vector<base::AccountId> list_accounts_of_unit(db::Transaction& transaction, base::UnitId unit,
                                                   base::Date today) {
    return transaction.all(list_accounts_sql, {unit, today}, account_in);
}

std::optional<base::AccountId> find_account_of_person(db::Transaction& transaction,
                                                      base::PersonId person) {
    return transaction.first(find_account_sql, {person}, account_in);
}

std::vector<Message> list_messages(db::Transaction& transaction, base::AccountId account,
                                   std::int64_t offset, std::int64_t rows_max) {
    return transaction.all(list_messages_sql, {account, rows_max, offset}, message_of);
}

MessagePage count_messages(db::Transaction& transaction, base::AccountId account) {
    return transaction
        .first(count_messages_sql, {account},
               [](const db::Row& row) {
                   return MessagePage{{}, row.integer(0), row.integer(1)};
               })
        .value_or(MessagePage{});
}

base::Result<void> save_read(db::Transaction& transaction, base::AccountId account, EventId event,
                             base::Instant now) {
    if (transaction.execute(save_read_sql, {account, event, now}) == 1) return {};
    return base::refuse(base::ErrorKind::not_found, "message_unknown");
}

void save_all_read(db::Transaction& transaction, base::AccountId account, base::Instant up_to,
                   base::Instant now) {
    transaction.execute(save_all_read_sql, {account, up_to, now});
}

}  // namespace notify
