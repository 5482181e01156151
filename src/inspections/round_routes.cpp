#include "inspections/inspection_routes.hpp"
#include "inspections/round_json.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace inspections {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;

Response get_rounds(const Needs& needs, const Request& request) {
    const auto page = ledger::read_page(request);
    if (!page) return http::error_response(page.error());
    return http::json_response(to_json(view_rounds(needs, request.who(), *page), *page,
                                       ledger::reader_of(needs, request)));
}

Response post_round(const Needs& needs, const Request& request) {
    const auto wanted = read_new_round(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return answer(needs, request, open_round(needs, request.who(), *wanted), 201);
}

Response get_round(const Needs& needs, const Request& request) {
    const auto id = id_in_path<RoundId>(request, "round_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_round(needs, request.who(), *id));
}

Response patch_round(const Needs& needs, const Request& request) {
    return ledger::act_on<RoundId>(needs, request, "round_unknown", read_round_change,
                                   [&](RoundId id, Round wanted) {
                                       wanted.id = id;
                                       return change_round(needs, request.who(), wanted);
                                   });
}

Response post_team(const Needs& needs, const Request& request) {
    return ledger::act_on<RoundId>(needs, request, "round_unknown", read_new_team,
                                   [&](RoundId id, NewTeam wanted) {
                                       wanted.team.round = id;
                                       return register_team(needs, request.who(), wanted);
                                   });
}

Response patch_team(const Needs& needs, const Request& request) {
    return ledger::act_on<InspectionId>(needs, request, "inspection_unknown", read_team_change,
                                        [&](InspectionId id, Team wanted) {
                                            wanted.id = id;
                                            return change_team(needs, request.who(), wanted);
                                        });
}

base::Result<UnitAddress> address_in(const Request& request) {
    const auto id = InspectionId::parse(request.parameter("id"));
    const auto unit = base::UnitId::parse(request.parameter("unit"));
    if (!id || !unit) return base::refuse(base::ErrorKind::not_found, "inspected_unit_unknown");
    return UnitAddress{*id, *unit};
}

Response put_unit(const Needs& needs, const Request& request) {
    const auto address = address_in(request);
    if (!address) return http::error_response(address.error());
    const auto form = read_days(request.body);
    if (!form) return http::error_response(form.error());
    return answer(needs, request,
                  set_days(needs, request.who(), *address, form->version, form->days));
}

Response del_unit(const Needs& needs, const Request& request) {
    const auto address = address_in(request);
    if (!address) return http::error_response(address.error());
    return answer(needs, request, remove_unit(needs, request.who(), *address));
}

Response put_programme(const Needs& needs, const Request& request) {
    const auto address = address_in(request);
    if (!address) return http::error_response(address.error());
    const auto programme = read_link(request.body);
    if (!programme) return http::error_response(programme.error());
    return answer(needs, request, link_programme(needs, request.who(), *address, *programme));
}

}  // namespace

std::vector<http::Route> round_routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::register_inspections;
    return {
        {Method::get, "/api/v1/rounds", reading, bound(needs, get_rounds)},
        {Method::post, "/api/v1/rounds", keeping, bound(needs, post_round)},
        {Method::get, "/api/v1/rounds/{id}", reading, bound(needs, get_round)},
        {Method::patch, "/api/v1/rounds/{id}", keeping, bound(needs, patch_round)},
        {Method::post, "/api/v1/rounds/{id}/inspections", keeping, bound(needs, post_team)},
        {Method::patch, "/api/v1/inspections/{id}", keeping, bound(needs, patch_team)},
        {Method::put, "/api/v1/inspections/{id}/units/{unit}", keeping, bound(needs, put_unit)},
        {Method::del, "/api/v1/inspections/{id}/units/{unit}", keeping, bound(needs, del_unit)},
        {Method::put, "/api/v1/inspections/{id}/units/{unit}/programme", keeping,
         bound(needs, put_programme)},
    };
}

}  // namespace inspections
