// The way to the identity provider and back: both are pages that the browser itself asks for, so
// that what goes wrong ends on the sign-in page, which has the words for it.
#include "accounts/accounts_routes.hpp"
#include "accounts/oidc_actions.hpp"
#include "base/percent.hpp"

namespace accounts {
namespace {

constexpr std::string_view cookie_name = "zhenggai_oidc";
constexpr std::string_view start_path = "/api/v1/oidc";
constexpr std::string_view callback_path = "/api/v1/oidc/callback";

// Lax: it must come along when the provider sends the browser back.
std::string attempt_cookie(std::string_view sealed, const SessionLimits& limits) {
    std::string cookie(cookie_name);
    cookie +=
        "=" + std::string(sealed) + "; Path=" + std::string(start_path) +
        "; HttpOnly; SameSite=Lax; Max-Age=" +
        (sealed.empty() ? std::string("0") : std::to_string(identity::oidc_attempt_ms_max / 1000));
    if (limits.secure_cookie) cookie += "; Secure";
    return cookie;
}

http::Response redirect(std::string_view address) {
    http::Response response;
    response.status = 303;
    return response.with("Location", address).with("Cache-Control", "no-store");
}

/// The page looks the refusal's words up by its code; `value` is what they name.
http::Response refused(const base::Error& error) {
    auto address = "/sign-in?refused=" + base::percent_encoded(error.code);
    for (const auto& [name, value] : error.args)
        address += "&" + base::percent_encoded(name) + "=" + base::percent_encoded(value);
    return redirect(address);
}

http::Response get_start(Needs needs, const http::Request& request) {
    const auto departure = leave_for_provider(needs, request.query_value("then"));
    if (!departure) return refused(departure.error());
    return redirect(departure->url)
        .with("Set-Cookie", attempt_cookie(departure->sealed_attempt, needs.sessions));
}

http::Response get_callback(Needs needs, const http::Request& request) {
    const OidcReturn given{request.query_value("code"), request.query_value("state"),
                           request.cookie(cookie_name)};
    const auto arrival =
        return_from_provider(needs, given, credentials_of(request), request.remote);
    auto answer = arrival ? redirect(arrival->then) : refused(arrival.error());
    answer.with("Set-Cookie", attempt_cookie({}, needs.sessions));
    if (arrival) answer.with("Set-Cookie", cookie_with(arrival->opened.token, needs.sessions));
    return answer;
}

}  // namespace

std::vector<http::Route> oidc_routes(Needs needs) {
    using http::Method;
    return {
        {Method::get, start_path, http::open_door, bound(needs, get_start)},
        {Method::get, callback_path, http::open_door, bound(needs, get_callback)},
    };
}

}  // namespace accounts
