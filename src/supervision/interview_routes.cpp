// Endpoints of interviews.
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "supervision/accountability_json.hpp"
#include "supervision/interview_json.hpp"
#include "supervision/supervision_routes.hpp"

namespace supervision {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;
using ledger::id_in_path;
using ledger::reader_of;

// GET /api/v1/programmes/{id}/interviews?page=&page_size=
Response get_interviews(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<base::ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    const auto page = ledger::read_page(request);
    if (!page) return http::error_response(page.error());
    const auto reader = reader_of(needs, request);
    return http::respond(list_interview_page(needs, request.who(), *programme, *page),
                         [&](const InterviewPage& found) { return to_json(found, *page, reader); });
}

Response post_interview(const Needs& needs, const Request& request) {
    return ledger::add_to_programme(needs, request, read_new_interview, record_interview);
}

Response put_revocation(const Needs& needs, const Request& request) {
    return ledger::act_on<InterviewId>(needs, request, "interview_unknown", read_revocation,
                                       [&](InterviewId id, const RevocationAsked& asked) {
                                           return revoke_interview(needs, request.who(), id,
                                                                   asked.version, asked.reason);
                                       });
}

}  // namespace

std::vector<http::Route> interview_routes(Needs needs) {
    return {
        {Method::get, "/api/v1/programmes/{id}/interviews", Act::review,
         bound(needs, get_interviews)},
        {Method::post, "/api/v1/programmes/{id}/interviews", Act::review,
         bound(needs, post_interview)},
        {Method::put, "/api/v1/interviews/{id}/revocation", Act::review,
         bound(needs, put_revocation)},
    };
}

}  // namespace supervision
