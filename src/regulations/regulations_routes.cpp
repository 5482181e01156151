#include "regulations/regulations_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "regulations/regulation_json.hpp"

namespace regulations {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::add_to_programme;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;
using ledger::list_of_programme;
using ledger::reader_of;

// GET /api/v1/programmes/{id}/regulations?which=done|drafting|ended&problem=&measure=&page=
Response get_register(const Needs& needs, const Request& request) {
    return list_of_programme(needs, request, read_regulation_filter, view_register);
}

Response post_regulation(const Needs& needs, const Request& request) {
    return add_to_programme(needs, request, read_new_regulation, add_regulation);
}

Response get_differences(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, compare_claims(needs, request.who(), *id));
}

Response get_due(const Needs& needs, const Request& request) {
    return http::json_response(
        to_json(list_own_due(needs, request.who()), reader_of(needs, request)));
}

Response get_regulation(const Needs& needs, const Request& request) {
    const auto id = id_in_path<RegulationId>(request, "regulation_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_regulation(needs, request.who(), *id));
}

Response patch_regulation(const Needs& needs, const Request& request) {
    return ledger::act_on<RegulationId>(
        needs, request, "regulation_unknown", read_regulation_form,
        [&](RegulationId id, const RegulationForm& form) {
            return edit_regulation(needs, request.who(), {id, form.version}, form.terms);
        });
}

Response post_step(const Needs& needs, const Request& request) {
    return ledger::act_on<RegulationId>(
        needs, request, "regulation_unknown", read_step,
        [&](RegulationId id, const StepForm& form) {
            return move_regulation(needs, request.who(), {id, form.version}, form.step);
        });
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    const auto of_programme = "/api/v1/programmes/{id}/regulations";
    std::vector<http::Route> all{
        {Method::get, of_programme, reading, bound(needs, get_register)},
        {Method::post, of_programme, keeping, bound(needs, post_regulation)},
        {Method::get, "/api/v1/programmes/{id}/regulations/differences", reading,
         bound(needs, get_differences)},
        {Method::get, "/api/v1/regulations/due", reading, bound(needs, get_due)},
        {Method::get, "/api/v1/regulations/{id}", reading, bound(needs, get_regulation)},
        {Method::patch, "/api/v1/regulations/{id}", keeping, bound(needs, patch_regulation)},
        {Method::post, "/api/v1/regulations/{id}/steps", Act::report_progress,
         bound(needs, post_step)},
    };
    for (auto& route : study_routes(needs)) all.push_back(std::move(route));
    return all;
}

}  // namespace regulations
