#include "accounts/session_store.hpp"

namespace accounts {
namespace {

Session session_of(const db::Row& row) {
    return {row.string(0),  row.id<base::AccountId>(1),
            row.string(2),  row.instant(3),
            row.instant(4), row.instant(5),
            row.string(6),  row.string(7),
            row.boolean(8)};
}

constexpr auto insert_session_sql = R"(
    INSERT INTO session (token_digest, account_id, csrf, created_at, last_seen_at, expires_at,
                         address, browser, code_given)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))";

constexpr auto find_session_sql = R"(
    SELECT token_digest, account_id, csrf, created_at, last_seen_at, expires_at, address, browser,
           code_given
    FROM session WHERE token_digest = $1)";

constexpr auto list_sessions_sql = R"(
    SELECT token_digest, account_id, csrf, created_at, last_seen_at, expires_at, address, browser,
           code_given
    FROM session WHERE account_id = $1 ORDER BY last_seen_at DESC, token_digest)";

constexpr auto save_code_given_sql = "UPDATE session SET code_given = 1 WHERE token_digest = $1";

constexpr auto delete_session_of_sql = R"(
    DELETE FROM session WHERE account_id = $1 AND token_digest = $2)";

constexpr auto delete_others_sql =
    "DELETE FROM session WHERE account_id = $1 AND token_digest <> $2";

constexpr auto save_last_seen_sql = "UPDATE session SET last_seen_at = $2 WHERE token_digest = $1";

constexpr auto delete_session_sql = "DELETE FROM session WHERE token_digest = $1";

constexpr auto delete_sessions_of_sql = "DELETE FROM session WHERE account_id = $1";

constexpr auto delete_dead_sql = "DELETE FROM session WHERE expires_at <= $1 OR last_seen_at <= $2";

}  // namespace

void insert_session(db::Transaction& transaction, const Session& session) {
    transaction.execute(insert_session_sql,
                        {session.token_digest, session.account, session.csrf, session.created_at,
                         session.last_seen_at, session.expires_at, session.address, session.browser,
                         session.code_given});
}

std::optional<Session> find_session(db::Transaction& transaction, std::string_view digest) {
    return transaction.first(find_session_sql, {digest}, session_of);
}

std::vector<Session> list_sessions_of(db::Transaction& transaction, base::AccountId account) {
    return transaction.all(list_sessions_sql, {account}, session_of);
}

void save_code_given(db::Transaction& transaction, std::string_view digest) {
    transaction.execute(save_code_given_sql, {digest});
}

std::int64_t delete_session_of(db::Transaction& transaction, base::AccountId account,
                               std::string_view digest) {
    return transaction.execute(delete_session_of_sql, {account, digest});
}

void delete_other_sessions(db::Transaction& transaction, base::AccountId account,
                           std::string_view digest) {
    transaction.execute(delete_others_sql, {account, digest});
}

void save_last_seen(db::Transaction& transaction, std::string_view digest, base::Instant now) {
    transaction.execute(save_last_seen_sql, {digest, now});
}

void delete_session(db::Transaction& transaction, std::string_view digest) {
    transaction.execute(delete_session_sql, {digest});
}

void delete_sessions_of(db::Transaction& transaction, base::AccountId account) {
    transaction.execute(delete_sessions_of_sql, {account});
}

void delete_dead_sessions(db::Transaction& transaction, base::Instant now,
                          base::Instant idle_since) {
    transaction.execute(delete_dead_sql, {now, idle_since});
}

}  // namespace accounts
