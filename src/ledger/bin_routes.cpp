// The endpoints of the bin: what would go, taking it away, what lies there, putting it back.
#include "ledger/bin_json.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "ledger/review_json.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

Response get_problem_removal(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProblemId>(request, "problem_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, preview_removal(needs, request.who(), *id));
}

Response get_measure_removal(const Needs& needs, const Request& request) {
    const auto id = id_in_path<MeasureId>(request, "measure_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, preview_removal(needs, request.who(), *id));
}

Response post_problem_removal(const Needs& needs, const Request& request) {
    return act_on<ProblemId>(
        needs, request, "problem_not_found", read_return, [&](ProblemId id, const auto& seen) {
            return remove_problem(needs, request.who(), {id, seen.version}, seen.why.reason);
        });
}

Response post_measure_removal(const Needs& needs, const Request& request) {
    return act_on<MeasureId>(
        needs, request, "measure_not_found", read_return, [&](MeasureId id, const auto& seen) {
            return remove_measure(needs, request.who(), {id, seen.version}, seen.why.reason);
        });
}

Response get_bin(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto page = read_page(request);
    if (!page) return http::error_response(page.error());
    const auto reader = reader_of(needs, request);
    return http::respond(view_bin(needs, request.who(), *id, *page),
                         [&](const BinPage& found) { return to_json(found, *page, reader); });
}

Response post_restoring(const Needs& needs, const Request& request) {
    const auto id = id_in_path<BinId>(request, "bin_entry_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, restore_removed(needs, request.who(), *id));
}

}  // namespace

std::vector<http::Route> bin_routes(Needs needs) {
    return {
        {Method::get, "/api/v1/problems/{id}/removal", Act::edit_ledger,
         bound(needs, get_problem_removal)},
        {Method::post, "/api/v1/problems/{id}/removal", Act::edit_ledger,
         bound(needs, post_problem_removal)},
        {Method::get, "/api/v1/measures/{id}/removal", Act::edit_ledger,
         bound(needs, get_measure_removal)},
        {Method::post, "/api/v1/measures/{id}/removal", Act::edit_ledger,
         bound(needs, post_measure_removal)},
        {Method::get, "/api/v1/programmes/{id}/bin", Act::read_ledger, bound(needs, get_bin)},
        {Method::post, "/api/v1/bin/{id}/restoring", Act::edit_ledger,
         bound(needs, post_restoring)},
    };
}

}  // namespace ledger
