#include "supervision/supervision_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "supervision/accountability_json.hpp"

namespace supervision {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;
using ledger::reader_of;

// GET /api/v1/programmes/{id}/accountability?problem=&form=&page=&page_size=
Response get_accountability(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<base::ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    const auto filter = read_accountability_filter(request, *programme);
    if (!filter) return http::error_response(filter.error());
    const auto reader = reader_of(needs, request);
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
    return answer(needs, request, record_accountability(needs, request.who(), *wanted), 201);
}

Response put_revocation(const Needs& needs, const Request& request) {
    const auto id = id_in_path<AccountabilityId>(request, "accountability_unknown");
    if (!id) return http::error_response(id.error());
    const auto asked = read_revocation(request.body);
    if (!asked) return http::error_response(asked.error());
    return answer(needs, request,
                  revoke_accountability(needs, request.who(), *id, asked->version, asked->reason));
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    const auto of_programme = "/api/v1/programmes/{id}/accountability";
    std::vector<http::Route> all{
        {Method::get, of_programme, Act::read_ledger, bound(needs, get_accountability)},
        {Method::post, of_programme, Act::review, bound(needs, post_accountability)},
        {Method::put, "/api/v1/accountability/{id}/revocation", Act::review,
         bound(needs, put_revocation)},
    };
    for (auto& route : check_routes(needs)) all.push_back(std::move(route));
    for (auto& route : interview_routes(needs)) all.push_back(std::move(route));
    return all;
}

}  // namespace supervision
