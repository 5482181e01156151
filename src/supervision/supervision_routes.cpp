#include "supervision/supervision_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "supervision/accountability_json.hpp"

namespace supervision {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;
using ledger::id_in_path;

// GET /api/v1/programmes/{id}/accountability?problem=&form=&page=&page_size=
Response get_accountability(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<base::ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    const auto filter = read_accountability_filter(request, *programme);
    if (!filter) return http::error_response(filter.error());
    const ledger::Reader reader{request.who(), needs.clock.today()};
    return http::respond(
        view_accountability(needs, request.who(), *filter),
        [&](const AccountabilityView& view) { return to_json(view, filter->page, reader); });
}

Response post_accountability(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<base::ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    auto wanted = read_new_accountability(request.body);
    if (!wanted) return http::error_response(wanted.error());
    wanted->programme = *programme;
    const ledger::Reader reader{request.who(), needs.clock.today()};
    return http::respond(
        record_accountability(needs, request.who(), *wanted),
        [&](const Accountability& one) { return to_json(one, reader); }, 201);
}

Response put_revocation(const Needs& needs, const Request& request) {
    const auto id = id_in_path<AccountabilityId>(request, "accountability_unknown");
    if (!id) return http::error_response(id.error());
    const auto asked = read_revocation(request.body);
    if (!asked) return http::error_response(asked.error());
    const ledger::Reader reader{request.who(), needs.clock.today()};
    return http::respond(
        revoke_accountability(needs, request.who(), *id, asked->version, asked->reason),
        [&](const Accountability& one) { return to_json(one, reader); });
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    const auto of_programme = "/api/v1/programmes/{id}/accountability";
    return {
        {Method::get, of_programme, Act::read_ledger, bound(needs, get_accountability)},
        {Method::post, of_programme, Act::review, bound(needs, post_accountability)},
        {Method::put, "/api/v1/accountability/{id}/revocation", Act::review,
         bound(needs, put_revocation)},
    };
}

}  // namespace supervision
