// The endpoints of moving, merging and closing units.
#include "ledger/ledger_routes.hpp"
#include "ledger/unit_tree_json.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

constexpr auto write_view = [](const UnitView& view) { return to_json(view); };

base::Result<base::UnitId> id_of(const Request& request) {
    return id_in_path<base::UnitId>(request, "unit_unknown");
}

Response get_unit(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    return http::respond(view_unit(needs, request.who(), *id), write_view);
}

Response put_parent(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto place = read_unit_place(request.body);
    if (!place) return http::error_response(place.error());
    return http::respond(move_unit(needs, request.who(), {*id, place->version}, place->parent),
                         write_view);
}

Response put_successor(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto merger = read_unit_merger(request.body);
    if (!merger) return http::error_response(merger.error());
    return http::respond(merge_unit(needs, request.who(), {*id, merger->version}, merger->into),
                         write_view);
}

Response put_closure(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto version = read_unit_closure(request.body);
    if (!version) return http::error_response(version.error());
    return http::respond(close_unit(needs, request.who(), {*id, *version}), write_view);
}

}  // namespace

std::vector<http::Route> unit_tree_routes(Needs needs) {
    const auto door = Act::manage_units;
    return {
        {Method::get, "/api/v1/units/{id}", door, bound(needs, get_unit)},
        {Method::put, "/api/v1/units/{id}/parent", door, bound(needs, put_parent)},
        {Method::put, "/api/v1/units/{id}/successor", door, bound(needs, put_successor)},
        {Method::put, "/api/v1/units/{id}/closure", door, bound(needs, put_closure)},
    };
}

}  // namespace ledger
