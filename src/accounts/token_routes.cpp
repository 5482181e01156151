// Personal tokens over HTTP. Their owner asks through a session: a token makes no token. Those of
// everybody are seen and taken away by a system administrator.
#include "accounts/accounts_routes.hpp"
#include "accounts/session_actions.hpp"
#include "accounts/token_json.hpp"

namespace accounts {
namespace {

/// Whoever asks must have signed in himself.
template <class Do>
http::Response as_owner(Needs needs, const http::Request& request, Do act) {
    const auto who = load_session(needs, token_of(request));
    return who ? act(actor_of(who->account)) : http::error_response(who.error());
}

http::Response get_tokens(Needs needs, const http::Request& request) {
    return as_owner(needs, request, [&](const base::Actor& owner) {
        return http::json_response(to_json(list_own_tokens(needs, owner),
                                           acts_for_tokens(owner.acts), needs.policy.token_days,
                                           needs.clock.now()));
    });
}

http::Response post_token(Needs needs, const http::Request& request) {
    const auto wanted = read_new_token(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return as_owner(needs, request, [&](const base::Actor& owner) {
        return http::respond(
            make_token(needs, *wanted, owner),
            [&](const MadeToken& made) { return to_json(made, needs.clock.now()); }, 201);
    });
}

http::Response delete_token(Needs needs, const http::Request& request) {
    const auto id = TokenId::parse(request.parameter("id"));
    if (!id) return http::error_response(base::refuse(base::ErrorKind::not_found, "token_unknown"));
    return as_owner(needs, request, [&](const base::Actor& owner) {
        return http::respond(revoke_own_token(needs, *id, owner));
    });
}

http::Response get_all_tokens(Needs needs, const http::Request&) {
    return http::json_response(to_json(list_all_tokens(needs), needs.clock.now()));
}

http::Response delete_any_token(Needs needs, const http::Request& request) {
    const auto id = TokenId::parse(request.parameter("id"));
    if (!id) return http::error_response(base::refuse(base::ErrorKind::not_found, "token_unknown"));
    return http::respond(revoke_token(needs, *id, request.who()));
}

}  // namespace

std::vector<http::Route> token_routes(Needs needs) {
    using http::Method;
    using http::signed_in;
    return {
        {Method::get, "/api/v1/tokens", signed_in, bound(needs, get_tokens)},
        {Method::post, "/api/v1/tokens", signed_in, bound(needs, post_token)},
        {Method::del, "/api/v1/tokens/{id}", signed_in, bound(needs, delete_token)},
        {Method::get, "/api/v1/issued-tokens", base::Act::manage_accounts,
         bound(needs, get_all_tokens)},
        {Method::del, "/api/v1/issued-tokens/{id}", base::Act::manage_accounts,
         bound(needs, delete_any_token)},
    };
}

}  // namespace accounts
