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

// GET /api/v1/programmes/{id}/accountability?problem=&form=&page=&page_size=
Response get_accountability(const Needs& needs, const Request& request) {
    return ledger::list_of_programme(needs, request, read_accountability_filter,
                                     view_accountability);
}

Response post_accountability(const Needs& needs, const Request& request) {
    return ledger::add_to_programme(needs, request, read_new_accountability, record_accountability);
}

Response put_revocation(const Needs& needs, const Request& request) {
    return ledger::act_on<AccountabilityId>(
        needs, request, "accountability_unknown", read_revocation,
        [&](AccountabilityId id, const RevocationAsked& asked) {
            return revoke_accountability(needs, request.who(), id, asked.version, asked.reason);
        });
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
