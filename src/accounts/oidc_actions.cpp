#include "accounts/oidc_actions.hpp"

#include "accounts/account_store.hpp"
#include "accounts/session_opening_actions.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::string_view seal_owner = "oidc attempt";

std::string redirect_uri(Needs needs) {
    return needs.sessions.public_origin + "/api/v1/oidc/callback";
}

base::Result<identity::OidcAttempt> attempt_of(Needs needs, const OidcReturn& given) {
    const auto opened = needs.secrets.open(given.sealed_attempt, seal_owner);
    const auto attempt = opened ? identity::attempt_in(*opened) : std::nullopt;
    if (!attempt) return refuse(ErrorKind::unauthenticated, "oidc_attempt_is_over");
    const auto now = needs.clock.now();
    if (auto good = identity::check_return(*attempt, given.state, now); !good) return good.error();
    return *attempt;
}

/// The account that the provider answers for under this name.
base::Result<Account> account_named(Needs needs, const std::string& name, std::string_view remote) {
    const auto account = needs.database.read(
        [&](db::Transaction& transaction) { return find_account_by_name(transaction, name); });
    if (account && account->source == SignInSource::oidc) return *account;
    count_failure(needs, std::nullopt, remote);
    return refuse(ErrorKind::unauthenticated, "oidc_account_unknown", {}, {{"value", name}});
}

}  // namespace

base::Result<OidcDeparture> leave_for_provider(Needs needs, std::string_view then) {
    const auto endpoints = needs.oidc.endpoints();
    if (!endpoints) return endpoints.error();
    const identity::OidcAttempt attempt{random_token(needs.random), random_token(needs.random),
                                        random_token(needs.random), identity::own_address(then),
                                        needs.clock.now()};
    return OidcDeparture{identity::authorisation_url(*endpoints, needs.oidc.settings(), attempt,
                                                     redirect_uri(needs)),
                         needs.secrets.seal(identity::to_text(attempt), seal_owner, needs.random)};
}

base::Result<OidcArrival> return_from_provider(Needs needs, const OidcReturn& given,
                                               const Credentials& request,
                                               std::string_view remote) {
    const auto attempt = attempt_of(needs, given);
    if (!attempt) return attempt.error();
    const auto claims = needs.oidc.claims_for(given.code, attempt->verifier, redirect_uri(needs));
    if (!claims) return claims.error();
    const auto good =
        identity::check_claims(*claims, needs.oidc.settings(), attempt->nonce, needs.clock.now());
    if (!good) return good.error();
    const auto account = account_named(needs, claims->name, remote);
    if (!account) return account.error();
    if (const auto fits = check_address(needs.policy, account->role, remote); !fits)
        return refuse_address(needs, {{}, *account, {}}, fits.error(), remote).error();
    auto opened = open_for(needs, *account, origin_of(request, remote));
    if (!opened) return refuse_sign_in(needs, account->id, opened.error(), remote);
    return OidcArrival{std::move(*opened), attempt->then};
}

}  // namespace accounts
