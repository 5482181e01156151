// What waits for the one who asks. Open to everybody signed in: who reads no ledger has no
// sections.
#include "ledger/ledger_routes.hpp"
#include "ledger/waiting_json.hpp"

namespace ledger {
namespace {

// GET /api/v1/waiting?reach=unit|all
http::Response get_waiting(const Needs& needs, const http::Request& request) {
    const auto reach = read_reach(request.query_value("reach"));
    if (!reach) return http::error_response(reach.error());
    const Reader reader{request.who(), needs.clock.today()};
    return http::json_response(to_json(view_waiting(needs, request.who(), *reach), *reach, reader));
}

}  // namespace

std::vector<http::Route> waiting_routes(Needs needs) {
    return {{http::Method::get, "/api/v1/waiting", http::signed_in, bound(needs, get_waiting)}};
}

}  // namespace ledger
