// The endpoints of changes of many rows at once.
#include "ledger/batch_json.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

Response post_preview(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto question = read_bulk_question(request);
    if (!question) return http::error_response(question.error());
    return answer(needs, request, preview_bulk_change(needs, request.who(), *id, *question));
}

Response post_batch(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto order = read_bulk_order(request.body);
    if (!order) return http::error_response(order.error());
    return answer(needs, request, change_in_bulk(needs, request.who(), *id, *order), 201);
}

Response get_batches(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto page = read_page(request);
    if (!page) return http::error_response(page.error());
    const auto reader = reader_of(needs, request);
    return http::respond(view_batches(needs, request.who(), *id, *page),
                         [&](const BatchPage& found) { return to_json(found, *page, reader); });
}

Response get_batch(const Needs& needs, const Request& request) {
    const auto id = id_in_path<BatchId>(request, "batch_not_found");
    if (!id) return http::error_response(id.error());
    const auto filter = read_batch_row_filter(request);
    if (!filter) return http::error_response(filter.error());
    return answer(needs, request, view_batch(needs, request.who(), *id, *filter));
}

Response post_undoing(const Needs& needs, const Request& request) {
    const auto id = id_in_path<BatchId>(request, "batch_not_found");
    if (!id) return http::error_response(id.error());
    const auto order = read_undo_order(request.body);
    if (!order) return http::error_response(order.error());
    return answer(needs, request, undo_batch(needs, request.who(), *id, *order), 201);
}

}  // namespace

std::vector<http::Route> batch_routes(Needs needs) {
    return {
        {Method::post, "/api/v1/programmes/{id}/batches/preview", Act::edit_ledger,
         bound(needs, post_preview)},
        {Method::post, "/api/v1/programmes/{id}/batches", Act::edit_ledger,
         bound(needs, post_batch)},
        {Method::get, "/api/v1/programmes/{id}/batches", Act::read_ledger,
         bound(needs, get_batches)},
        {Method::get, "/api/v1/batches/{id}", Act::read_ledger, bound(needs, get_batch)},
        {Method::post, "/api/v1/batches/{id}/undoing", Act::edit_ledger,
         bound(needs, post_undoing)},
    };
}

}  // namespace ledger
