// Posts over HTTP. Leaving one is the ledger's: it opens a handover.
#include "accounts/accounts_routes.hpp"
#include "accounts/post_actions.hpp"
#include "accounts/post_json.hpp"

namespace accounts {
namespace {

constexpr auto write_one = [](const Post& post) { return to_json(post); };

base::Result<base::UnitId> unit_of(const http::Request& request) {
    const auto id = base::UnitId::parse(request.parameter("id"));
    if (!id) return base::refuse(base::ErrorKind::not_found, "unit_unknown");
    return *id;
}

// GET /api/v1/units/{id}/posts?on=2024-06-30
http::Response get_posts(Needs needs, const http::Request& request) {
    const auto unit = unit_of(request);
    if (!unit) return http::error_response(unit.error());
    const auto on = http::day_in_query(request, "on");
    if (!on) return http::error_response(on.error());
    return http::respond(list_unit_posts(needs, *unit, *on, request.who()),
                         [](const std::vector<Post>& posts) { return to_json(posts); });
}

http::Response post_post(Needs needs, const http::Request& request) {
    const auto unit = unit_of(request);
    if (!unit) return http::error_response(unit.error());
    const auto wanted = read_new_post(request.body, *unit);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(appoint_to_post(needs, *wanted, request.who()), write_one, 201);
}

http::Response patch_post(Needs needs, const http::Request& request) {
    const auto id = PostId::parse(request.parameter("id"));
    if (!id) return http::error_response(base::refuse(base::ErrorKind::not_found, "post_unknown"));
    const auto wanted = read_post_correction(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(correct_post(needs, {*id, wanted->version}, wanted->terms, request.who()),
                         write_one);
}

}  // namespace

std::vector<http::Route> post_routes(Needs needs) {
    using base::Act;
    using http::Method;
    return {
        {Method::get, "/api/v1/units/{id}/posts", Act::read_names, bound(needs, get_posts)},
        {Method::post, "/api/v1/units/{id}/posts", Act::manage_units, bound(needs, post_post)},
        {Method::patch, "/api/v1/posts/{id}", Act::manage_units, bound(needs, patch_post)},
    };
}

}  // namespace accounts
