// Preferences of the account that asks, over HTTP.
#include "accounts/accounts_routes.hpp"
#include "accounts/preference.hpp"
#include "accounts/preference_actions.hpp"
#include "accounts/preference_json.hpp"

namespace accounts {
namespace {

http::Response get_preference(Needs needs, const http::Request& request) {
    return http::respond(load_preference(needs, request.parameter("key"), request.who()),
                         preference_json);
}

http::Response put_preference(Needs needs, const http::Request& request) {
    const auto value = read_preference(request.body);
    if (!value) return http::error_response(value.error());
    return http::respond(set_preference(needs, request.parameter("key"), *value, request.who()),
                         preference_json);
}

}  // namespace

std::vector<http::Route> preference_routes(Needs needs) {
    using http::Method;
    // Around the value stands {"value":…}, and white space may stand inside it.
    constexpr std::uint64_t body_bytes_max = 4 * preference_bytes_max;
    return {
        {Method::get, "/api/v1/preferences/{key}", http::signed_in, bound(needs, get_preference)},
        {Method::put, "/api/v1/preferences/{key}", http::signed_in, bound(needs, put_preference),
         body_bytes_max},
    };
}

}  // namespace accounts
