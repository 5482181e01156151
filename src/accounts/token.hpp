// A personal token: lets a program do part of what its owner may do, until a day. Pure; the token
// itself is shown once, the database has its digest.
#pragma once

#include "accounts/account.hpp"

namespace accounts {

inline constexpr std::size_t token_name_chars_max = 60;
inline constexpr std::int64_t tokens_of_one_max = 20;
/// So that one that lies in a file is known for what it is.
inline constexpr std::string_view token_prefix = "zg_";

using TokenId = base::Id<struct TokenTag>;

/// What one is for: a program that sends it along, or a calendar whose address bears it.
enum class TokenPurpose { program, calendar };
[[nodiscard]] std::string_view name_of(TokenPurpose purpose);
[[nodiscard]] std::optional<TokenPurpose> token_purpose_of(std::string_view name);

struct Token {
    TokenId id;
    base::AccountId account;
    std::string name;    // what its owner calls it: 数据大屏
    std::string digest;  // of the token, SHA-256
    base::Acts acts;
    base::Instant created_at, expires_at;
    std::optional<base::Instant> last_used_at, revoked_at;
    TokenPurpose purpose = TokenPurpose::program;
    bool operator==(const Token&) const = default;
};

struct NewToken {
    TokenId id;
    std::string name;
    base::Acts acts;
    std::int64_t days = 90;
    TokenPurpose purpose = TokenPurpose::program;
};

/// What a token may be given at all: nothing that administers, so that one that was stolen makes
/// no accounts, gives no roles and reads no journal.
[[nodiscard]] base::Acts acts_for_tokens(base::Acts owner);
/// Refuses: tokens_are_not_allowed_here (`days_max` 0), token_lives_too_long (args max),
/// token_acts_are_not_yours, token_does_nothing, a_calendar_only_reads.
[[nodiscard]] base::Result<void> check(const NewToken& wanted, const base::Actor& owner,
                                       std::int64_t days_max);
/// Of a token as it was shown; nothing when it is none of ours.
[[nodiscard]] std::optional<std::string> digest_of_personal_token(std::string_view token);
/// The digest of what stands behind "Bearer"; nothing when it is no token of ours. 256 random bits
/// need no slow hash: nobody guesses them, and each request would pay for it.
[[nodiscard]] std::optional<std::string> digest_of_bearer(std::string_view authorization);

[[nodiscard]] bool is_live(const Token& token, base::Instant now);
/// Once a minute is enough.
[[nodiscard]] bool is_used_again(const Token& token, base::Instant now);
/// Who asks by the token: its owner, with the acts that both have.
[[nodiscard]] base::Actor actor_of(const Token& token, const Account& owner);

}  // namespace accounts
