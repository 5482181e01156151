// Permissions over HTTP: security administrators give, others ask, a second person confirms.
#include "accounts/accounts_routes.hpp"
#include "accounts/grant_json.hpp"
#include "base/limits.hpp"

namespace accounts {
namespace {

constexpr auto rows_max = static_cast<std::int64_t>(base::limits::page_rows_max);

std::int64_t page_in(const http::Request& request) {
    return number_or(request.query_value("page"), 1'000'000, 1);
}

http::Response get_grants(Needs needs, const http::Request& request) {
    return http::json_response(to_json(list_grant_page(needs, page_in(request), rows_max)));
}

http::Response get_changes(Needs needs, const http::Request& request) {
    const auto state = change_state_of(request.query_value("state"));
    const auto page =
        list_change_page(needs, state.value_or(ChangeState::pending), page_in(request), rows_max);
    return http::json_response(to_json(page, request.who()));
}

http::Response post_change(Needs needs, const http::Request& request) {
    const auto wanted = read_wanted_change(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(
        ask_for_change(needs, *wanted, request.who()),
        [&](const PermissionChange& change) { return to_json(change, request.who()); }, 201);
}

http::Response put_decision(Needs needs, const http::Request& request) {
    const auto id = PermissionChangeId::parse(request.parameter("id"));
    if (!id)
        return http::error_response(
            base::refuse(base::ErrorKind::not_found, "permission_change_unknown"));
    const auto wanted = read_decision(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(
        decide_change(needs, *id, wanted->verdict, wanted->note, request.who()),
        [&](const PermissionChange& change) { return to_json(change, request.who()); });
}

}  // namespace

std::vector<http::Route> grant_routes(Needs needs) {
    using base::Act;
    using http::Method;
    return {
        {Method::get, "/api/v1/grants", Act::ask_for_roles, bound(needs, get_grants)},
        {Method::get, "/api/v1/permission-changes", Act::ask_for_roles, bound(needs, get_changes)},
        {Method::post, "/api/v1/permission-changes", Act::ask_for_roles, bound(needs, post_change)},
        {Method::put, "/api/v1/permission-changes/{id}/decision", Act::ask_for_roles,
         bound(needs, put_decision)},
    };
}

}  // namespace accounts
