// The endpoints of extensions, under the row they are about and on their own.
#include "ledger/extension_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

enum class Level { measures, problems };

base::Result<RowRef> row_in_path(const Request& request, Level level) {
    const bool is_problem = level == Level::problems;
    const auto id = base::parse_uuid(request.parameter("id"));
    if (!id)
        return base::refuse(base::ErrorKind::not_found,
                            is_problem ? "problem_not_found" : "measure_not_found");
    return RowRef{is_problem, *id};
}

Response get_of_row(const Needs& needs, const Request& request, Level level) {
    const auto row = row_in_path(request, level);
    if (!row) return http::error_response(row.error());
    return answer(needs, request, list_row_extensions(needs, request.who(), *row));
}

Response post_to_row(const Needs& needs, const Request& request, Level level) {
    const auto row = row_in_path(request, level);
    if (!row) return http::error_response(row.error());
    const auto wanted = read_new_extension(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return answer(needs, request, ask_for_extension(needs, request.who(), *row, *wanted), 201);
}

// GET /api/v1/extensions?state=pending&to_decide=1&page=&page_size=
Response get_extensions(const Needs& needs, const Request& request) {
    const auto filter = read_extension_filter(request);
    if (!filter) return http::error_response(filter.error());
    const auto reader = reader_of(needs, request);
    const auto page = list_extension_page(needs, request.who(), *filter);
    return http::json_response(to_json(page, filter->page, reader));
}

Response put_ruling(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ExtensionId>(request, "extension_unknown");
    if (!id) return http::error_response(id.error());
    const auto ruling = read_extension_ruling(request.body);
    if (!ruling) return http::error_response(ruling.error());
    return answer(needs, request,
                  decide_extension(needs, request.who(), {*id, ruling->version}, ruling->agreed,
                                   ruling->note));
}

Response delete_extension(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ExtensionId>(request, "extension_unknown");
    if (!id) return http::error_response(id.error());
    const auto version = version_in_query(request);
    if (!version) return http::error_response(version.error());
    return answer(needs, request, withdraw_extension(needs, request.who(), {*id, *version}));
}

template <class Handle>
http::Handler of(Needs needs, Level level, Handle handle) {
    return [needs, level, handle](const Request& request) { return handle(needs, request, level); };
}

}  // namespace

std::vector<http::Route> extension_routes(Needs needs) {
    const auto reading = Act::read_ledger, asking = Act::report_progress;
    return {
        {Method::get, "/api/v1/measures/{id}/extensions", reading,
         of(needs, Level::measures, get_of_row)},
        {Method::post, "/api/v1/measures/{id}/extensions", asking,
         of(needs, Level::measures, post_to_row)},
        {Method::get, "/api/v1/problems/{id}/extensions", reading,
         of(needs, Level::problems, get_of_row)},
        {Method::post, "/api/v1/problems/{id}/extensions", asking,
         of(needs, Level::problems, post_to_row)},
        {Method::get, "/api/v1/extensions", reading, bound(needs, get_extensions)},
        {Method::put, "/api/v1/extensions/{id}/ruling", Act::review, bound(needs, put_ruling)},
        {Method::del, "/api/v1/extensions/{id}", asking, bound(needs, delete_extension)},
    };
}

}  // namespace ledger
