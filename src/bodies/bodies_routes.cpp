#include "bodies/bodies_routes.hpp"

#include "bodies/body_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace bodies {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::add_to_programme;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;

// GET /api/v1/programmes/{id}/bodies?on=2024-06-30
Response get_bodies(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto day = http::day_in_query(request, "on");
    if (!day) return http::error_response(day.error());
    return answer(needs, request, view_bodies(needs, request.who(), *id, *day));
}

Response post_body(const Needs& needs, const Request& request) {
    return add_to_programme(needs, request, read_new_body, add_body);
}

Response get_proposals(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, list_proposed_bodies(needs, request.who(), *id));
}

Response put_proposals(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, take_over_proposed_bodies(needs, request.who(), *id));
}

Response patch_body(const Needs& needs, const Request& request) {
    return ledger::act_on<BodyId>(
        needs, request, "body_unknown", read_body_change, [&](BodyId id, const BodyChange& change) {
            return edit_body(needs, request.who(), {id, change.version}, change.terms);
        });
}

Response del_body(const Needs& needs, const Request& request) {
    const auto id = id_in_path<BodyId>(request, "body_unknown");
    if (!id) return http::error_response(id.error());
    const auto version = ledger::version_in_query(request);
    if (!version) return http::error_response(version.error());
    return http::respond(remove_body(needs, request.who(), {*id, *version}));
}

Response get_problem_tiers(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ledger::ProblemId>(request, "problem_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_tiers(needs, request.who(), *id));
}

Response get_measure_tiers(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ledger::MeasureId>(request, "measure_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_tiers(needs, request.who(), *id));
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    const auto of_programme = "/api/v1/programmes/{id}/bodies";
    const auto proposals = "/api/v1/programmes/{id}/bodies/proposals";
    return {
        {Method::get, of_programme, reading, bound(needs, get_bodies)},
        {Method::post, of_programme, keeping, bound(needs, post_body)},
        {Method::get, proposals, keeping, bound(needs, get_proposals)},
        {Method::put, proposals, keeping, bound(needs, put_proposals)},
        {Method::patch, "/api/v1/bodies/{id}", keeping, bound(needs, patch_body)},
        {Method::del, "/api/v1/bodies/{id}", keeping, bound(needs, del_body)},
        {Method::get, "/api/v1/problems/{id}/tiers", reading, bound(needs, get_problem_tiers)},
        {Method::get, "/api/v1/measures/{id}/tiers", reading, bound(needs, get_measure_tiers)},
    };
}

}  // namespace bodies
