// All endpoints of this module and the way a request becomes an actor.
#pragma once

#include <vector>

#include "accounts/needs.hpp"
#include "http/http.hpp"

namespace accounts {

/// The cookie that carries the token of a session.
inline constexpr std::string_view session_cookie = "zhenggai_session";

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

/// Reads cookie and headers and asks authenticate(); for http::Router.
[[nodiscard]] http::Authenticate authenticator(Needs needs);

/// What the session's cookie holds, "" without one.
[[nodiscard]] std::string_view token_of(const http::Request& request);

/// What sets it: "" takes it away.
[[nodiscard]] std::string cookie_with(std::string_view token, const SessionLimits& limits);
/// What of the request decides who is asking.
[[nodiscard]] Credentials credentials_of(const http::Request& request);

/// A handler `Response(Needs, const Request&)` as the router calls it.
template <class Handle>
http::Handler bound(Needs needs, Handle handle) {
    return [needs, handle](const http::Request& request) { return handle(needs, request); };
}

/// A number of the query, or `otherwise` when it is absent or none between 1 and `max`.
[[nodiscard]] std::int64_t number_or(std::string_view text, std::int64_t max,
                                     std::int64_t otherwise);

/// One family each; routes() puts them together.
[[nodiscard]] std::vector<http::Route> session_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> oidc_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> second_factor_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> account_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> grant_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> custom_role_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> unit_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> post_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> delegation_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> token_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> preference_routes(Needs needs);

}  // namespace accounts
