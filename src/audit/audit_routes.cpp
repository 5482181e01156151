#include "audit/audit_routes.hpp"

#include "audit/entry_actions.hpp"
#include "audit/entry_json.hpp"
#include "audit/export_actions.hpp"
#include "audit/integrity_actions.hpp"
#include "audit/integrity_json.hpp"

namespace audit {
namespace {

http::Response get_entries(const Needs& needs, const http::Request& request) {
    const auto query = read_query(request);
    if (!query) return http::error_response(query.error());
    return http::respond(search_entries(needs, *query),
                         [](const EntryPage& page) { return to_json(page); });
}

http::Response get_sources(const Needs& needs, const http::Request&) {
    return http::json_response(sources_json(list_chains(needs), needs.signing));
}

http::Response send(const Needs& needs, const http::Request& request, Form form,
                    std::string_view type) {
    const auto query = read_query(request);
    if (!query) return http::error_response(query.error());
    const auto made = export_journal(needs, request.who(), *query, form);
    if (!made) return http::error_response(made.error());
    return http::download({made->file, true}, type, made->name);
}

http::Response get_table(const Needs& needs, const http::Request& request) {
    return send(needs, request, Form::table, "text/csv; charset=utf-8");
}

http::Response get_package(const Needs& needs, const http::Request& request) {
    return send(needs, request, Form::signed_package, "application/zip");
}

http::Response get_integrity(const Needs& needs, const http::Request&) {
    return http::json_response(to_json(view_integrity(needs)));
}

http::Response post_integrity(const Needs& needs, const http::Request& request) {
    const auto started = start_integrity_check(needs, request.who());
    if (!started) return http::error_response(started.error());
    return http::json_response(to_json(view_integrity(needs)), 202);
}

using Handle = http::Response (*)(const Needs&, const http::Request&);

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    using http::Method;
    const auto bound = [&needs](Handle handle) -> http::Handler {
        return [needs, handle](const http::Request& request) { return handle(needs, request); };
    };
    const auto door = base::Act::read_journal;
    return {
        {Method::get, "/api/v1/journal", door, bound(get_entries)},
        {Method::get, "/api/v1/journal/sources", door, bound(get_sources)},
        {Method::get, "/api/v1/journal/export.csv", door, bound(get_table)},
        {Method::get, "/api/v1/journal/export.zip", door, bound(get_package)},
        {Method::get, "/api/v1/journal/integrity", door, bound(get_integrity)},
        {Method::post, "/api/v1/journal/integrity", door, bound(post_integrity)},
    };
}

}  // namespace audit
