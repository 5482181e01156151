#include "studies/studies_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "life_meetings/paper_routes.hpp"
#include "studies/study_json.hpp"

namespace studies {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;

constexpr std::string_view unknown = "life_meeting_unknown";

Response get_study(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, unknown, view_study);
}

Response put_readings(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, unknown, read_readings, plan_readings);
}
Response put_session(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, unknown, read_session, hold_session);
}
Response put_own(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, unknown, read_own_study, do_own_study);
}
Response put_note(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, unknown, read_study_note, take_note);
}

Response delete_own_study(const Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<LifeMeetingId>(request, unknown);
    if (!id) return http::error_response(id.error());
    const auto own = OwnStudyId::parse(request.parameter("own"));
    if (!own)
        return http::error_response(base::refuse(base::ErrorKind::not_found, "own_study_unknown"));
    return ledger::answer(needs, request, drop_own_study(needs, request.who(), *id, *own));
}

}  // namespace

// What each of the team does for themselves is open to whoever reads; the rule says who of those.
std::vector<http::Route> routes(const documents::Needs& needs) {
    const auto& of = needs.ledger;
    std::vector<http::Route> all{
        {Method::get, "/api/v1/life-meetings/{id}/study", Act::read_ledger, bound(of, get_study)},
        {Method::put, "/api/v1/life-meetings/{id}/study/readings", Act::edit_ledger,
         bound(of, put_readings)},
        {Method::put, "/api/v1/life-meetings/{id}/study/sessions", Act::edit_ledger,
         bound(of, put_session)},
        {Method::put, "/api/v1/life-meetings/{id}/study/own", Act::read_ledger, bound(of, put_own)},
        {Method::del, "/api/v1/life-meetings/{id}/study/own/{own}", Act::read_ledger,
         bound(of, delete_own_study)},
        {Method::put, "/api/v1/life-meetings/{id}/study/notes", Act::read_ledger,
         bound(of, put_note)},
    };
    auto papers =
        life_meetings::paper_routes(needs,
                                    {"/api/v1/life-meetings/{id}/study-papers/{which}",
                                     "/api/v1/life-meetings/{id}/study-papers/{which}/file"},
                                    study_papers(needs.ledger.clock));
    for (auto& one : papers) all.push_back(std::move(one));
    return all;
}

}  // namespace studies
