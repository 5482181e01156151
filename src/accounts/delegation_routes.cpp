// Delegations over HTTP.
#include "accounts/accounts_routes.hpp"
#include "accounts/delegation_json.hpp"
#include "base/utf8.hpp"

namespace accounts {
namespace {

http::Response get_own(Needs needs, const http::Request& request) {
    return http::json_response(
        to_json(list_own_delegations(needs, request.who()), needs.clock.today()));
}

http::Response get_all(Needs needs, const http::Request& request) {
    static_cast<void>(request);
    return http::json_response(to_json(list_all_delegations(needs), needs.clock.today()));
}

// GET /api/v1/delegates?q=: those who could stand in for the one who asks.
http::Response get_delegates(Needs needs, const http::Request& request) {
    const auto q = base::first_chars(request.query_value("q"), base::limits::name_chars_max);
    return http::json_response(to_json(search_delegates(needs, q, request.who())));
}

http::Response post_delegation(Needs needs, const http::Request& request) {
    const auto wanted = read_new_delegation(request.body);
    if (!wanted) return http::error_response(wanted.error());
    const auto today = needs.clock.today();
    return http::respond(
        delegate(needs, *wanted, request.who()),
        [&](const Delegation& one) { return to_json(one, today); }, 201);
}

http::Response delete_delegation(Needs needs, const http::Request& request) {
    const auto id = DelegationId::parse(request.parameter("id"));
    if (!id)
        return http::error_response(base::refuse(base::ErrorKind::not_found, "delegation_unknown"));
    const auto today = needs.clock.today();
    return http::respond(end_delegation(needs, *id, request.who()),
                         [&](const Delegation& one) { return to_json(one, today); });
}

}  // namespace

std::vector<http::Route> delegation_routes(Needs needs) {
    using base::Act;
    using http::Method;
    return {
        {Method::get, "/api/v1/delegations", http::signed_in, bound(needs, get_own)},
        {Method::post, "/api/v1/delegations", Act::read_ledger, bound(needs, post_delegation)},
        {Method::del, "/api/v1/delegations/{id}", http::signed_in, bound(needs, delete_delegation)},
        {Method::get, "/api/v1/delegations/all", Act::manage_roles, bound(needs, get_all)},
        {Method::get, "/api/v1/delegates", Act::read_names, bound(needs, get_delegates)},
    };
}

}  // namespace accounts
