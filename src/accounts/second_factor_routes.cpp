// The second step of signing in, one's own second factor and sessions, and what an administrator
// may take off. Knows no rule.
#include "accounts/accounts_routes.hpp"
#include "accounts/second_factor_actions.hpp"
#include "accounts/second_factor_json.hpp"
#include "accounts/session_json.hpp"

namespace accounts {
namespace {

template <class T>
http::Response written(const base::Result<T>& result) {
    return http::respond(result, [](const T& value) { return to_json(value); });
}

http::Response post_code(Needs needs, const http::Request& request) {
    const auto code = read_code(request.body);
    if (!code) return http::error_response(code.error());
    return written(give_code(needs, token_of(request), *code));
}

http::Response get_factor(Needs needs, const http::Request& request) {
    return written(load_factor_state(needs, token_of(request)));
}

http::Response post_factor(Needs needs, const http::Request& request) {
    const auto password = read_own_password(request.body);
    if (!password) return http::error_response(password.error());
    return written(offer_factor(needs, token_of(request), *password));
}

http::Response put_factor(Needs needs, const http::Request& request) {
    const auto code = read_code(request.body);
    if (!code) return http::error_response(code.error());
    return http::respond(confirm_factor(needs, token_of(request), *code), recovery_codes_json);
}

http::Response post_removal(Needs needs, const http::Request& request) {
    const auto password = read_own_password(request.body);
    if (!password) return http::error_response(password.error());
    return http::respond(remove_own_factor(needs, token_of(request), *password));
}

http::Response delete_factor_of(Needs needs, const http::Request& request) {
    const auto id = base::AccountId::parse(request.parameter("id"));
    if (!id)
        return http::error_response(base::refuse(base::ErrorKind::not_found, "account_unknown"));
    return http::respond(remove_factor_of(needs, *id, request.who()));
}

http::Response get_sessions(Needs needs, const http::Request& request) {
    return written(list_own_sessions(needs, token_of(request)));
}

http::Response delete_one(Needs needs, const http::Request& request) {
    return http::respond(close_own_session(needs, token_of(request), request.parameter("session")));
}

http::Response delete_others(Needs needs, const http::Request& request) {
    return http::respond(close_other_sessions(needs, token_of(request)));
}

}  // namespace

std::vector<http::Route> second_factor_routes(Needs needs) {
    using base::Act;
    using http::Method;
    using http::signed_in;
    return {
        {Method::post, "/api/v1/session/code", signed_in, bound(needs, post_code)},
        {Method::get, "/api/v1/session/factor", signed_in, bound(needs, get_factor)},
        {Method::post, "/api/v1/session/factor", signed_in, bound(needs, post_factor)},
        {Method::put, "/api/v1/session/factor", signed_in, bound(needs, put_factor)},
        {Method::post, "/api/v1/session/factor/removal", signed_in, bound(needs, post_removal)},
        {Method::get, "/api/v1/sessions", signed_in, bound(needs, get_sessions)},
        {Method::del, "/api/v1/sessions", signed_in, bound(needs, delete_others)},
        {Method::del, "/api/v1/sessions/{session}", signed_in, bound(needs, delete_one)},
        {Method::del, "/api/v1/accounts/{id}/factor", Act::manage_accounts,
         bound(needs, delete_factor_of)},
    };
}

}  // namespace accounts
