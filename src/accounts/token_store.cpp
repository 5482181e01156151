#include "accounts/token_store.hpp"

namespace accounts {
namespace {

constexpr auto insert_sql = R"(
    INSERT INTO token (id, account_id, name, digest, acts, created_at, expires_at, purpose)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
constexpr auto find_sql = R"(
    SELECT id, account_id, name, digest, acts, created_at, expires_at, last_used_at, revoked_at,
           purpose
    FROM token WHERE id = $1)";
constexpr auto find_by_digest_sql = R"(
    SELECT id, account_id, name, digest, acts, created_at, expires_at, last_used_at, revoked_at,
           purpose
    FROM token WHERE digest = $1)";
constexpr auto list_sql = R"(
    SELECT id, account_id, name, digest, acts, created_at, expires_at, last_used_at, revoked_at,
           purpose
    FROM token WHERE account_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id)";
constexpr auto list_issued_sql = R"(
    SELECT t.id, t.account_id, t.name, t.digest, t.acts, t.created_at, t.expires_at,
           t.last_used_at, t.revoked_at, t.purpose, a.name, p.name, a.disabled
    FROM token t JOIN account a ON a.id = t.account_id JOIN person p ON p.id = a.person_id
    WHERE t.revoked_at IS NULL ORDER BY t.created_at DESC, t.id)";
constexpr auto save_used_sql = "UPDATE token SET last_used_at = $2 WHERE id = $1";
constexpr auto save_revoked_sql = "UPDATE token SET revoked_at = $2 WHERE id = $1";

Token token_in(const db::Row& row) {
    return {row.id<TokenId>(0),      row.id<base::AccountId>(1),
            row.string(2),           row.string(3),
            acts_in(row.text(4)),    row.instant(5),
            row.instant(6),          row.optional_instant(7),
            row.optional_instant(8), token_purpose_of(row.text(9)).value_or(TokenPurpose::program)};
}

}  // namespace

void insert_token(db::Transaction& transaction, const Token& token) {
    const auto acts = text_of(token.acts);
    transaction.execute(insert_sql, {token.id, token.account, token.name, token.digest, acts,
                                     token.created_at, token.expires_at, name_of(token.purpose)});
}

std::optional<Token> find_token(db::Transaction& transaction, TokenId id) {
    return transaction.first(find_sql, {id}, token_in);
}

std::optional<Token> find_token_by_digest(db::Transaction& transaction, std::string_view digest) {
    return transaction.first(find_by_digest_sql, {digest}, token_in);
}

std::vector<Token> list_tokens_of(db::Transaction& transaction, base::AccountId account) {
    return transaction.all(list_sql, {account}, token_in);
}

std::vector<IssuedToken> list_issued_tokens(db::Transaction& transaction) {
    return transaction.all(list_issued_sql, {}, [](const db::Row& row) {
        return IssuedToken{token_in(row), row.string(10), row.string(11), row.boolean(12)};
    });
}

void save_token_used(db::Transaction& transaction, TokenId id, base::Instant at) {
    transaction.execute(save_used_sql, {id, at});
}

void save_token_revoked(db::Transaction& transaction, TokenId id, base::Instant at) {
    transaction.execute(save_revoked_sql, {id, at});
}

}  // namespace accounts
