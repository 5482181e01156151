// Signing in and out over HTTP: the cookie, the headers that protect it, and four endpoints. Knows
// no rule.
#include <algorithm>

#include "accounts/accounts_routes.hpp"
#include "accounts/session_actions.hpp"
#include "accounts/session_json.hpp"
#include "accounts/token_actions.hpp"

namespace accounts {
namespace {

constexpr auto cookie_name = session_cookie;
constexpr std::string_view session_path = "/api/v1/session";
constexpr std::string_view password_path = "/api/v1/session/password";
constexpr std::string_view code_path = "/api/v1/session/code";
constexpr std::string_view factor_path = "/api/v1/session/factor";

Credentials::Purpose purpose_of(const http::Request& request) {
    using Purpose = Credentials::Purpose;
    if (request.path == session_path || request.path == code_path) return Purpose::own_session;
    if (request.path == password_path) return Purpose::own_password;
    return request.path == factor_path ? Purpose::second_factor : Purpose::ordinary;
}

/// What programs may ask for by a token; whatever is a person's own affair is not among it.
bool is_for_programs(std::string_view path) {
    constexpr std::string_view places[]{"/programmes", "/problems", "/measures", "/ledger",
                                        "/imports",    "/units",    "/waiting",  "/calendar"};
    constexpr std::string_view api = "/api/v1";
    if (!path.starts_with(api)) return false;
    path.remove_prefix(api.size());
    return std::any_of(std::begin(places), std::end(places), [&](std::string_view place) {
        return path == place || path.starts_with(std::string(place) + "/");
    });
}

http::Response answer(const base::Result<OpenedSession>& opened, Needs needs) {
    if (!opened) return http::error_response(opened.error());
    return http::json_response(to_json(opened->who))
        .with("Set-Cookie", cookie_with(opened->token, needs.sessions));
}

http::Response post_session(Needs needs, const http::Request& request) {
    const auto wanted = read_sign_in(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return answer(sign_in(needs, *wanted, credentials_of(request), request.remote), needs);
}

http::Response get_session(Needs needs, const http::Request& request) {
    return http::respond(load_session(needs, request.cookie(cookie_name)),
                         [](const SignedIn& who) { return to_json(who); });
}

http::Response delete_session(Needs needs, const http::Request& request) {
    const auto left = sign_out(needs, request.cookie(cookie_name));
    return http::respond(left).with("Set-Cookie", cookie_with({}, needs.sessions));
}

http::Response put_password(Needs needs, const http::Request& request) {
    const auto wanted = read_change_password(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return answer(change_password(needs, request.cookie(cookie_name), *wanted), needs);
}

}  // namespace

std::vector<http::Route> session_routes(Needs needs) {
    using http::Method;
    return {
        {Method::post, session_path, http::open_door, bound(needs, post_session)},
        {Method::get, session_path, http::signed_in, bound(needs, get_session)},
        {Method::del, session_path, http::signed_in, bound(needs, delete_session)},
        {Method::put, password_path, http::signed_in, bound(needs, put_password)},
    };
}

// Strict: the cookie never travels with a request that another site started. HttpOnly: no script
// reads it.
std::string cookie_with(std::string_view token, const SessionLimits& limits) {
    std::string cookie(cookie_name);
    cookie += "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Strict";
    if (token.empty()) cookie += "; Max-Age=0";
    if (limits.secure_cookie) cookie += "; Secure";
    return cookie;
}

Credentials credentials_of(const http::Request& request) {
    return {.purpose = purpose_of(request),
            .changes_something =
                request.method != http::Method::get && request.method != http::Method::head,
            .token = request.cookie(cookie_name),
            .csrf = request.header("x-csrf-token"),
            .origin = request.header("origin"),
            .host = request.header("host"),
            .fetch_site = request.header("sec-fetch-site"),
            .address = request.remote,
            .browser = request.header("user-agent")};
}

std::string_view token_of(const http::Request& request) {
    return request.cookie(cookie_name);
}

http::Authenticate authenticator(Needs needs) {
    return [needs](const http::Request& request) -> base::Result<std::optional<base::Actor>> {
        const auto authorization = request.header("authorization");
        if (authorization.empty()) return authenticate(needs, credentials_of(request));
        const auto digest = digest_of_bearer(authorization);
        if (!digest || !is_for_programs(request.path))
            return base::refuse(base::ErrorKind::unauthenticated,
                                digest ? "token_does_not_open_this" : "token_not_accepted");
        auto actor = recognise_token(needs, *digest, request.remote);
        if (!actor) return actor.error();
        return std::optional(std::move(*actor));
    };
}

}  // namespace accounts
