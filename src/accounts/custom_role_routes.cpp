// Roles over HTTP: who asks for permissions sees them, security administrators make them.
#include "accounts/accounts_routes.hpp"
#include "accounts/custom_role_json.hpp"

namespace accounts {
namespace {

http::Response get_roles(Needs needs, const http::Request& request) {
    static_cast<void>(request);
    return http::json_response(roles_json(list_roles(needs)));
}

http::Response post_role(Needs needs, const http::Request& request) {
    const auto wanted = read_new_role(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(
        make_role(needs, *wanted, request.who()),
        [](const CustomRole& role) { return to_json(role); }, 201);
}

http::Response put_role(Needs needs, const http::Request& request) {
    const auto id = CustomRoleId::parse(request.parameter("id"));
    if (!id)
        return http::error_response(
            base::refuse(base::ErrorKind::not_found, "custom_role_unknown"));
    const auto patch = read_role_patch(request.body);
    if (!patch) return http::error_response(patch.error());
    return http::respond(change_role(needs, *id, patch->version, patch->change, request.who()),
                         [](const CustomRole& role) { return to_json(role); });
}

}  // namespace

std::vector<http::Route> custom_role_routes(Needs needs) {
    using base::Act;
    using http::Method;
    return {
        {Method::get, "/api/v1/roles", Act::ask_for_roles, bound(needs, get_roles)},
        {Method::post, "/api/v1/roles", Act::manage_roles, bound(needs, post_role)},
        {Method::put, "/api/v1/roles/{id}", Act::manage_roles, bound(needs, put_role)},
    };
}

}  // namespace accounts
