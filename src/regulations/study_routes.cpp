// The endpoints of what was studied. Handlers read, act and answer.
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "regulations/regulations_routes.hpp"
#include "regulations/study_actions.hpp"
#include "regulations/study_json.hpp"

namespace regulations {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::add_to_programme;
using ledger::bound;
using ledger::id_in_path;

// GET /api/v1/programmes/{id}/studies?page=&page_size=
Response get_studies(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto page = ledger::read_page(request);
    if (!page) return http::error_response(page.error());
    const auto reader = ledger::reader_of(needs, request);
    return http::respond(list_study_page(needs, request.who(), *id, *page),
                         [&](const StudyPage& rows) { return to_json(rows, *page, reader); });
}

Response post_study(const Needs& needs, const Request& request) {
    return add_to_programme(needs, request, read_new_study, add_study);
}

Response del_study(const Needs& needs, const Request& request) {
    const auto id = id_in_path<StudyId>(request, "study_unknown");
    if (!id) return http::error_response(id.error());
    const auto version = ledger::version_in_query(request);
    if (!version) return http::error_response(version.error());
    return http::respond(remove_study(needs, request.who(), *id, *version));
}

}  // namespace

std::vector<http::Route> study_routes(Needs needs) {
    const auto of_programme = "/api/v1/programmes/{id}/studies";
    return {
        {Method::get, of_programme, Act::read_ledger, bound(needs, get_studies)},
        {Method::post, of_programme, Act::report_progress, bound(needs, post_study)},
        {Method::del, "/api/v1/studies/{id}", Act::report_progress, bound(needs, del_study)},
    };
}

}  // namespace regulations
