#include "inspections/clue_json.hpp"
#include "inspections/inspection_routes.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace inspections {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::add_to_programme;
using ledger::answer;
using ledger::bound;
using ledger::list_of_programme;

// GET /api/v1/programmes/{id}/clues?which=&result=&page=&page_size=
Response get_clues(const Needs& needs, const Request& request) {
    return list_of_programme(needs, request, read_clue_filter, view_clues);
}

Response post_clue(const Needs& needs, const Request& request) {
    return add_to_programme(needs, request, read_new_clue, record_clue);
}

Response get_overdue(const Needs& needs, const Request& request) {
    const auto page = ledger::read_page(request);
    if (!page) return http::error_response(page.error());
    return answer(needs, request, view_overdue_clues(needs, request.who(), *page));
}

Response put_handling(const Needs& needs, const Request& request) {
    return ledger::act_on<ClueId>(
        needs, request, "clue_unknown", read_handling, [&](ClueId id, const HandlingForm& form) {
            return handle_clue(needs, request.who(), {id, form.version}, form.handling);
        });
}

Response put_revocation(const Needs& needs, const Request& request) {
    return ledger::act_on<ClueId>(
        needs, request, "clue_unknown", read_clue_words, [&](ClueId id, const ClueWords& said) {
            return revoke_clue(needs, request.who(), {id, said.version}, said.reason);
        });
}

}  // namespace

std::vector<http::Route> clue_routes(Needs needs) {
    const auto of_programme = "/api/v1/programmes/{id}/clues";
    return {
        {Method::get, of_programme, Act::read_ledger, bound(needs, get_clues)},
        {Method::post, of_programme, Act::review, bound(needs, post_clue)},
        {Method::get, "/api/v1/clues/overdue", Act::read_ledger, bound(needs, get_overdue)},
        {Method::put, "/api/v1/clues/{id}/handling", Act::review, bound(needs, put_handling)},
        {Method::put, "/api/v1/clues/{id}/revocation", Act::review, bound(needs, put_revocation)},
    };
}

}  // namespace inspections
