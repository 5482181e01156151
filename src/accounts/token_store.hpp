// Statements on personal tokens. Decides nothing.
#pragma once

#include <vector>

#include "accounts/token.hpp"
#include "db/database.hpp"

namespace accounts {

void insert_token(db::Transaction& transaction, const Token& token);
[[nodiscard]] std::optional<Token> find_token(db::Transaction& transaction, TokenId id);
[[nodiscard]] std::optional<Token> find_token_by_digest(db::Transaction& transaction,
                                                        std::string_view digest);
/// Those that were not revoked, the latest first.
[[nodiscard]] std::vector<Token> list_tokens_of(db::Transaction& transaction,
                                                base::AccountId account);
void save_token_used(db::Transaction& transaction, TokenId id, base::Instant at);
void save_token_revoked(db::Transaction& transaction, TokenId id, base::Instant at);

/// As an administrator sees it, with whose it is.
struct IssuedToken {
    Token token;
    std::string account, person;
    bool disabled = false;  // its owner's account
};
/// Of everybody, all that were not revoked, the latest first.
[[nodiscard]] std::vector<IssuedToken> list_issued_tokens(db::Transaction& transaction);

}  // namespace accounts
