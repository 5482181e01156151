// Units and persons over HTTP.
#include "accounts/accounts_routes.hpp"
#include "accounts/unit_actions.hpp"
#include "accounts/unit_json.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace accounts {
namespace {

std::string q_of(const http::Request& request) {
    return std::string(base::first_chars(request.query_value("q"), base::limits::name_chars_max));
}

http::Response get_units(Needs needs, const http::Request& request) {
    return http::json_response(to_json(search_units(needs, q_of(request), request.who())));
}

http::Response post_unit(Needs needs, const http::Request& request) {
    const auto wanted = read_new_unit(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(
        open_unit(needs, *wanted, request.who()), [](const Unit& unit) { return to_json(unit); },
        201);
}

http::Response get_persons(Needs needs, const http::Request& request) {
    return http::json_response(to_json(search_persons(needs, q_of(request), request.who())));
}

}  // namespace

std::vector<http::Route> unit_routes(Needs needs) {
    using http::Method;
    return {
        {Method::get, "/api/v1/units", http::signed_in, bound(needs, get_units)},
        {Method::post, "/api/v1/units", base::Act::manage_units, bound(needs, post_unit)},
        {Method::get, "/api/v1/persons", base::Act::read_names, bound(needs, get_persons)},
    };
}

}  // namespace accounts
