#include "plan/import_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "plan/import_json.hpp"

namespace plan {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

constexpr auto write_view = [](const ImportView& view) { return to_json(view); };
constexpr auto write_row = [](const ImportRow& row) { return to_json(row); };

base::Result<ImportId> id_of(const Request& request) {
    return ledger::id_in_path<ImportId>(request, "import_not_found");
}

base::Result<ledger::ProgrammeId> programme_of(const Request& request) {
    const auto id = ledger::ProgrammeId::parse(request.query_value("programme"));
    if (!id) return base::refuse(base::ErrorKind::invalid, "expected_id", "programme");
    return *id;
}

// POST /api/v1/imports?programme=&name=&id= : the file is the body.
Response post_import(const Needs& needs, const Request& request) {
    const auto programme = programme_of(request);
    if (!programme) return http::error_response(programme.error());
    const auto name = request.query_value("name");
    if (name.empty() || request.body_file.empty())
        return http::error_response(base::refuse(base::ErrorKind::invalid, "file_missing", "name"));
    const auto given = ImportId::parse(request.query_value("id"));
    const auto id = given ? *given : ImportId::make(needs.ledger.clock.now(), needs.ledger.random);
    const Upload upload{id, *programme, std::string(name), request.body_file};
    return http::respond(upload_document(needs, request.who(), upload), write_view, 201);
}

Response get_imports(const Needs& needs, const Request& request) {
    const auto programme = programme_of(request);
    if (!programme) return http::error_response(programme.error());
    return http::respond(list_programme_imports(needs, request.who(), *programme),
                         [](const std::vector<ImportRow>& rows) { return to_json(rows); });
}

Response get_import(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    return http::respond(view_import(needs, request.who(), *id), write_view);
}

Response put_draft(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto form = read_draft(request.body);
    if (!form) return http::error_response(form.error());
    return http::respond(correct_draft(needs, request.who(), *id, form->version, form->draft),
                         write_view);
}

Response post_check(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto form = read_check(request.body);
    if (!form) return http::error_response(form.error());
    return http::respond(check_import(needs, request.who(), *id, form->new_units),
                         [](const CheckReport& report) { return to_json(report); });
}

Response put_confirmation(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto form = read_confirmation(request.body);
    if (!form) return http::error_response(form.error());
    return http::respond(confirm_import(needs, request.who(), *id, form->version, form->new_units),
                         write_row);
}

Response delete_confirmation(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto version = ledger::version_in_query(request);
    if (!version) return http::error_response(version.error());
    return http::respond(undo_import(needs, request.who(), *id, *version), write_row);
}

Response delete_unconfirmed(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    return http::respond(discard_import(needs, request.who(), *id));
}

constexpr std::uint64_t draft_bytes_max = 64u << 20;

http::Route upload_route(const Needs& needs) {
    return {Method::post,
            "/api/v1/imports",
            Act::import_plan,
            ledger::bound(needs, post_import),
            base::limits::document_bytes_max,
            true};
}

http::Route draft_route(const Needs& needs) {
    return {Method::put, "/api/v1/imports/{id}/draft", Act::import_plan,
            ledger::bound(needs, put_draft), draft_bytes_max};
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    using ledger::bound;
    return {
        upload_route(needs),
        {Method::get, "/api/v1/imports", Act::import_plan, bound(needs, get_imports)},
        {Method::get, "/api/v1/imports/{id}", Act::import_plan, bound(needs, get_import)},
        draft_route(needs),
        {Method::post, "/api/v1/imports/{id}/check", Act::import_plan, bound(needs, post_check)},
        {Method::put, "/api/v1/imports/{id}/confirmation", Act::import_plan,
         bound(needs, put_confirmation)},
        {Method::del, "/api/v1/imports/{id}/confirmation", Act::import_plan,
         bound(needs, delete_confirmation)},
        {Method::del, "/api/v1/imports/{id}", Act::import_plan, bound(needs, delete_unconfirmed)},
    };
}

}  // namespace plan
