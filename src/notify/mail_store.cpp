#include "notify/mail_store.hpp"

#include "notify/message_store.hpp"

namespace notify {
namespace {

constexpr auto find_box_sql =
    "SELECT address, rhythm, since, version FROM mail_box WHERE account_id = $1";

constexpr auto save_box_sql = R"(
    INSERT INTO mail_box (account_id, address, rhythm, since, version) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (account_id) DO UPDATE SET address = excluded.address, rhythm = excluded.rhythm,
        since = excluded.since, version = excluded.version)";

constexpr auto waiting_boxes_sql = R"(
    SELECT b.address, b.rhythm, b.since, b.version, b.account_id, min(e.at)
    FROM mail_box b JOIN account a ON a.id = b.account_id
         JOIN message m ON m.account_id = b.account_id JOIN event e ON e.id = m.event_id
    WHERE b.rhythm <> 'never' AND a.disabled = 0 AND m.read_at IS NULL AND m.mail_id IS NULL
      AND e.at >= b.since
    GROUP BY b.address, b.rhythm, b.since, b.version, b.account_id ORDER BY b.account_id)";

constexpr auto claimed_sql = R"(
    SELECT e.kind, e.programme_title, e.subject_number, e.subject_kind
    FROM message m JOIN event e ON e.id = m.event_id
    WHERE m.account_id = $1 AND m.mail_id = $2 ORDER BY e.at, e.id)";

constexpr auto insert_mail_sql = R"(
    INSERT INTO mail (id, account_id, address, subject, body, state, made_at, next_at, tries,
                      done_at, error)
    VALUES ($1, $2, $3, '', '', 'pending', $4, $4, 0, NULL, ''))";

constexpr auto save_text_sql = "UPDATE mail SET subject = $2, body = $3 WHERE id = $1";
constexpr auto delete_mail_sql = "DELETE FROM mail WHERE id = $1";

constexpr auto claim_messages_sql = R"(
    UPDATE message SET mail_id = $1
    WHERE account_id = $2 AND read_at IS NULL AND mail_id IS NULL
      AND event_id IN (SELECT id FROM event WHERE at >= $3))";

constexpr auto find_mail_sql = R"(
    SELECT id, account_id, address, subject, body, made_at, tries FROM mail WHERE id = $1)";

MailBox box_of(const db::Row& row, base::AccountId account) {
    return {account, row.string(0), rhythm_of(row.text(1)).value_or(Rhythm::never), row.instant(2),
            row.integer(3)};
}

}  // namespace

MailBox find_mail_box(db::Transaction& transaction, base::AccountId account) {
    MailBox none;
    none.account = account;
    return transaction
        .first(find_box_sql, {account}, [&](const db::Row& row) { return box_of(row, account); })
        .value_or(none);
}

void save_mail_box(db::Transaction& transaction, const MailBox& box) {
    transaction.execute(save_box_sql,
                        {box.account, box.address, name_of(box.rhythm), box.since, box.version});
}

std::vector<WaitingBox> list_waiting_boxes(db::Transaction& transaction) {
    return transaction.all(waiting_boxes_sql, {}, [](const db::Row& row) {
        return WaitingBox{box_of(row, row.id<base::AccountId>(4)), row.instant(5)};
    });
}

std::vector<Event> open_mail(db::Transaction& transaction, MailId id, const MailBox& box,
                             base::Instant now) {
    transaction.execute(insert_mail_sql, {id, box.account, box.address, now});
    transaction.execute(claim_messages_sql, {id, box.account, box.since});
    return transaction.all(claimed_sql, {box.account, id}, bundled_event);
}

void save_text(db::Transaction& transaction, const Mail& mail) {
    transaction.execute(save_text_sql, {mail.id, mail.subject, mail.body});
}

void delete_mail(db::Transaction& transaction, MailId id) {
    transaction.execute(delete_mail_sql, {id});
}

std::optional<Mail> find_mail(db::Transaction& transaction, std::string_view id) {
    return transaction.first(find_mail_sql, {id}, [](const db::Row& row) {
        return Mail{row.id<MailId>(0), row.id<base::AccountId>(1),
                    row.string(2),     row.string(3),
                    row.string(4),     row.instant(5),
                    row.integer(6)};
    });
}

}  // namespace notify
