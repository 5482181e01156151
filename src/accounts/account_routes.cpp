// Accounts over HTTP, for administrators.
#include <charconv>

#include "accounts/account_actions.hpp"
#include "accounts/account_json.hpp"
#include "accounts/accounts_routes.hpp"
#include "base/limits.hpp"

namespace accounts {
namespace {

http::Response unknown_account() {
    return http::error_response(base::refuse(base::ErrorKind::not_found, "account_unknown"));
}

http::Response get_accounts(Needs needs, const http::Request& request) {
    constexpr auto rows_max = static_cast<std::int64_t>(base::limits::page_rows_max);
    const auto page = number_or(request.query_value("page"), 1'000'000, 1);
    const auto page_size = number_or(request.query_value("page_size"), rows_max, rows_max);
    return http::json_response(to_json(list_account_page(needs, page, page_size)));
}

http::Response post_account(Needs needs, const http::Request& request) {
    const auto wanted = read_new_account(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(
        open_account(needs, *wanted, request.who()),
        [](const OpenedAccount& opened) { return to_json(opened); }, 201);
}

http::Response put_account_password(Needs needs, const http::Request& request) {
    const auto id = base::AccountId::parse(request.parameter("id"));
    if (!id) return unknown_account();
    return http::respond(reset_password(needs, *id, request.who()), initial_password_json);
}

http::Response put_source(Needs needs, const http::Request& request) {
    const auto id = base::AccountId::parse(request.parameter("id"));
    if (!id) return unknown_account();
    const auto wanted = read_set_source(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(change_source(needs, *id, *wanted, request.who()),
                         [](const OpenedAccount& opened) { return to_json(opened); });
}

http::Response put_disabled(Needs needs, const http::Request& request) {
    const auto id = base::AccountId::parse(request.parameter("id"));
    if (!id) return unknown_account();
    const auto wanted = read_set_disabled(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(set_disabled(needs, *id, *wanted, request.who()),
                         [](const Account& account) { return to_json(account); });
}

}  // namespace

std::int64_t number_or(std::string_view text, std::int64_t max, std::int64_t otherwise) {
    std::int64_t number = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number >= 1 && number <= max ? number
                                                                                     : otherwise;
}

std::vector<http::Route> account_routes(Needs needs) {
    using base::Act;
    using http::Method;
    return {
        {Method::get, "/api/v1/accounts", Act::manage_accounts, bound(needs, get_accounts)},
        {Method::post, "/api/v1/accounts", Act::manage_accounts, bound(needs, post_account)},
        {Method::put, "/api/v1/accounts/{id}/password", Act::manage_accounts,
         bound(needs, put_account_password)},
        {Method::put, "/api/v1/accounts/{id}/source", Act::manage_accounts,
         bound(needs, put_source)},
        {Method::put, "/api/v1/accounts/{id}/disabled", Act::manage_accounts,
         bound(needs, put_disabled)},
    };
}

std::vector<http::Route> routes(Needs needs) {
    std::vector<http::Route> all;
    for (auto* family : {session_routes, oidc_routes, second_factor_routes, account_routes,
                         grant_routes, custom_role_routes, unit_routes, post_routes,
                         delegation_routes, preference_routes, token_routes})
        for (auto& route : family(needs)) all.push_back(std::move(route));
    return all;
}

}  // namespace accounts
