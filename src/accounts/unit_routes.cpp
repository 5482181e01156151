// Units and persons over HTTP.
#include <limits>

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

// GET /api/v1/units?q=&closed=1: closed ones too only where somebody asks for them.
http::Response get_units(Needs needs, const http::Request& request) {
    const auto which =
        request.query_value("closed") == "1" ? WhichUnits::closed_too : WhichUnits::open;
    return http::json_response(to_json(search_units(needs, q_of(request), request.who(), which)));
}

http::Response post_unit(Needs needs, const http::Request& request) {
    const auto wanted = read_new_unit(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(
        open_unit(needs, *wanted, request.who()), [](const Unit& unit) { return to_json(unit); },
        201);
}

base::Result<base::UnitId> id_of(const http::Request& request) {
    const auto id = base::UnitId::parse(request.parameter("id"));
    if (!id) return base::refuse(base::ErrorKind::not_found, "unit_unknown");
    return *id;
}

constexpr auto write_unit = [](const Unit& unit) { return to_json(unit); };

http::Response patch_unit(Needs needs, const http::Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto wanted = read_unit_renaming(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(rename_unit(needs, {*id, wanted->version}, wanted->names, request.who()),
                         write_unit);
}

http::Response delete_closure(Needs needs, const http::Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    constexpr auto version_max = std::numeric_limits<std::int64_t>::max();
    const auto version = number_or(request.query_value("version"), version_max, 0);
    return http::respond(reopen_unit(needs, {*id, version}, request.who()), write_unit);
}

http::Response get_persons(Needs needs, const http::Request& request) {
    return http::json_response(to_json(search_persons(needs, q_of(request), request.who())));
}

}  // namespace

std::vector<http::Route> unit_routes(Needs needs) {
    using base::Act;
    using http::Method;
    return {
        {Method::get, "/api/v1/units", http::signed_in, bound(needs, get_units)},
        {Method::post, "/api/v1/units", base::Act::manage_units, bound(needs, post_unit)},
        {Method::patch, "/api/v1/units/{id}", Act::manage_units, bound(needs, patch_unit)},
        {Method::del, "/api/v1/units/{id}/closure", Act::manage_units,
         bound(needs, delete_closure)},
        {Method::get, "/api/v1/persons", Act::read_names, bound(needs, get_persons)},
    };
}

}  // namespace accounts
