#include "accounts/token_actions.hpp"

#include "accounts/account_store.hpp"
#include "accounts/noting_actions.hpp"
#include "accounts/session_opening_actions.hpp"
#include "base/digest.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::int64_t day_ms = 24 * 60 * 60'000;

base::Error not_accepted() {
    return refuse(ErrorKind::unauthenticated, "token_not_accepted");
}

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor, std::string_view act,
          const Token& token) {
    const Facts facts{{"token", token.name},
                      {"acts", text_of(token.acts)},
                      {"expires_on", base::to_text(base::date_of(token.expires_at))}};
    note_account(needs, transaction, actor, act, token.account.text(),
                 journal::payload_of({}, facts));
}

/// For an actor to whom the token is there.
template <class IsThere>
base::Result<void> revoke(Needs needs, TokenId id, const base::Actor& actor, IsThere is_there) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        const auto token = find_token(transaction, id);
        if (!token || !is_there(*token)) return refuse(ErrorKind::not_found, "token_unknown");
        if (token->revoked_at) return {};
        save_token_revoked(transaction, id, needs.clock.now());
        note(needs, transaction, actor, "revoke_token", *token);
        return {};
    });
}

struct Found {
    Token token;
    Account owner;
};

std::optional<Found> find_owned(db::Transaction& transaction, std::string_view digest) {
    auto token = find_token_by_digest(transaction, digest);
    if (!token) return std::nullopt;
    auto owner = find_account(transaction, token->account);
    if (!owner) return std::nullopt;
    return Found{std::move(*token), std::move(*owner)};
}

}  // namespace

base::Result<MadeToken> make_token(Needs needs, const NewToken& wanted, const base::Actor& owner) {
    if (auto good = check(wanted, owner, needs.policy.token_days); !good) return good.error();
    const auto text = std::string(token_prefix) + random_token(needs.random);
    const auto now = needs.clock.now();
    const Token token{wanted.id,
                      owner.id,
                      wanted.name,
                      base::digest(base::Algorithm::sha256, text),
                      wanted.acts,
                      now,
                      {now.milliseconds + wanted.days * day_ms},
                      {},
                      {},
                      wanted.purpose};
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<MadeToken> {
        lock_account(transaction, owner.id);
        if (find_token(transaction, wanted.id))
            return refuse(ErrorKind::conflict, "token_was_made_before", "id");
        if (list_tokens_of(transaction, owner.id).size() >= tokens_of_one_max)
            return refuse(ErrorKind::conflict, "too_many_tokens", "",
                          {{"max", std::to_string(tokens_of_one_max)}});
        insert_token(transaction, token);
        note(needs, transaction, owner, "make_token", token);
        return MadeToken{token, text};
    });
}

std::vector<Token> list_own_tokens(Needs needs, const base::Actor& owner) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return list_tokens_of(transaction, owner.id); });
}

base::Result<void> revoke_own_token(Needs needs, TokenId id, const base::Actor& owner) {
    return revoke(needs, id, owner, [&](const Token& token) { return token.account == owner.id; });
}

std::vector<IssuedToken> list_all_tokens(Needs needs) {
    return needs.database.read(
        [](db::Transaction& transaction) { return list_issued_tokens(transaction); });
}

base::Result<void> revoke_token(Needs needs, TokenId id, const base::Actor& actor) {
    return revoke(needs, id, actor, [](const Token&) { return true; });
}

base::Result<base::Actor> recognise_token(Needs needs, std::string_view digest,
                                          std::string_view remote, TokenPurpose purpose) {
    const auto found = needs.database.read(
        [&](db::Transaction& transaction) { return find_owned(transaction, digest); });
    const auto now = needs.clock.now();
    if (!found || !is_live(found->token, now) || found->owner.disabled) return not_accepted();
    if (found->token.purpose != purpose) return not_accepted();
    if (!check_in_use(found->owner, now, needs.policy)) return not_accepted();
    if (const auto fits = check_address(needs.policy, found->owner.role, remote); !fits)
        return fits.error();
    if (is_used_again(found->token, now)) {
        const auto saved =
            needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
                save_token_used(transaction, found->token.id, now);
                return {};
            });
        if (!saved) return saved.error();
    }
    return actor_of(found->token, found->owner);
}

}  // namespace accounts
