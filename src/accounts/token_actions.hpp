// Making personal tokens, taking them away, and recognising a program by one.
#pragma once

#include "accounts/needs.hpp"
#include "accounts/token_store.hpp"

namespace accounts {

/// A token and its text, which nobody sees again.
struct MadeToken {
    Token token;
    std::string text;
};
/// `owner` asks through a session of his own. Refuses: as check(NewToken), token_was_made_before
/// (the same id: its text cannot be shown again), too_many_tokens (args max).
[[nodiscard]] base::Result<MadeToken> make_token(Needs needs, const NewToken& wanted,
                                                 const base::Actor& owner);
/// Live and expired ones, the latest first.
[[nodiscard]] std::vector<Token> list_own_tokens(Needs needs, const base::Actor& owner);
/// Said twice: done. Refuses: token_unknown (also somebody else's).
[[nodiscard]] base::Result<void> revoke_own_token(Needs needs, TokenId id,
                                                  const base::Actor& owner);
/// Everybody's, for a system administrator, who also closes accounts.
[[nodiscard]] std::vector<IssuedToken> list_all_tokens(Needs needs);
/// Whoever's it is; the entry stands with its owner's account. Said twice: done. Refuses:
/// token_unknown.
[[nodiscard]] base::Result<void> revoke_token(Needs needs, TokenId id, const base::Actor& actor);
/// The owner with the acts of the token. Refuses: token_not_accepted (unknown, expired, revoked, or
/// made for something else, its owner may not come in), administrators_come_from_elsewhere.
[[nodiscard]] base::Result<base::Actor> recognise_token(
    Needs needs, std::string_view digest, std::string_view remote,
    TokenPurpose purpose = TokenPurpose::program);

}  // namespace accounts
