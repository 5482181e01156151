// The endpoints of phases. Handlers read, act and answer.
#include "ledger/ledger_routes.hpp"
#include "ledger/phase_json.hpp"
#include "ledger/task_json.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

Response get_phases(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_phases(needs, request.who(), *id));
}

// GET /api/v1/phases/current?programme=
Response get_current(const Needs& needs, const Request& request) {
    const auto given = request.query_value("programme");
    const auto programme = ProgrammeId::parse(given);
    if (!given.empty() && !programme)
        return http::error_response(
            base::refuse(base::ErrorKind::invalid, "expected_id", "programme"));
    return http::json_response(
        to_json(view_current_phases(needs, request.who(), programme), reader_of(needs, request)));
}

Response post_phase(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto draft = read_new_phase(request.body);
    if (!draft) return http::error_response(draft.error());
    return answer(needs, request, add_phase(needs, request.who(), *id, *draft), 201);
}

Response post_usual(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, set_usual_phases(needs, request.who(), *id), 201);
}

Response patch_phase(const Needs& needs, const Request& request) {
    const auto id = id_in_path<PhaseId>(request, "phase_unknown");
    if (!id) return http::error_response(id.error());
    const auto form = read_phase_form(request.body);
    if (!form) return http::error_response(form.error());
    return answer(needs, request,
                  edit_phase(needs, request.who(), {*id, form->version}, form->draft));
}

Response drop_phase(const Needs& needs, const Request& request) {
    const auto id = id_in_path<PhaseId>(request, "phase_unknown");
    if (!id) return http::error_response(id.error());
    const auto version = version_in_query(request);
    if (!version) return http::error_response(version.error());
    return answer(needs, request, remove_phase(needs, request.who(), {*id, *version}));
}

Response post_milestone(const Needs& needs, const Request& request) {
    const auto id = id_in_path<PhaseId>(request, "phase_unknown");
    if (!id) return http::error_response(id.error());
    const auto draft = read_new_task(request.body);
    if (!draft) return http::error_response(draft.error());
    return answer(needs, request, add_milestone(needs, request.who(), *id, *draft), 201);
}

}  // namespace

std::vector<http::Route> phase_routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    return {
        {Method::get, "/api/v1/programmes/{id}/phases", reading, bound(needs, get_phases)},
        {Method::post, "/api/v1/programmes/{id}/phases", keeping, bound(needs, post_phase)},
        {Method::post, "/api/v1/programmes/{id}/phases/usual", keeping, bound(needs, post_usual)},
        {Method::get, "/api/v1/phases/current", reading, bound(needs, get_current)},
        {Method::patch, "/api/v1/phases/{id}", keeping, bound(needs, patch_phase)},
        {Method::del, "/api/v1/phases/{id}", keeping, bound(needs, drop_phase)},
        {Method::post, "/api/v1/phases/{id}/milestones", keeping, bound(needs, post_milestone)},
    };
}

}  // namespace ledger
