#include "reports/report_routes.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "evidence/file_type.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "office/encoding.hpp"
#include "reports/progress_json.hpp"

namespace reports {
namespace {

http::Response send_book(const base::Result<LedgerBook>& book) {
    if (!book) return http::error_response(book.error());
    return http::download({book->file, true}, evidence::content_type_of(evidence::FileType::xlsx),
                          book->name);
}

// GET /api/v1/programmes/{id}/ledger.xlsx with the filters of /api/v1/ledger.
http::Response get_ledger_book(const Needs& needs, const http::Request& request) {
    const auto id = ledger::id_in_path<ledger::ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto address = ledger::read_list_address(request);
    if (!address) return http::error_response(address.error());
    const auto book = export_ledger(needs, request.who(), *id, address->query);
    return send_book(book);
}

http::Response get_progress_sheet(const Needs& needs, const http::Request& request) {
    const auto id = ledger::id_in_path<ledger::ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return send_book(export_progress_sheet(needs, request.who(), *id));
}

/// The file is the body, its name stands in the query; old machines write it in GB18030.
base::Result<ProgressFile> file_of(const http::Request& request) {
    const auto id = ledger::id_in_path<ledger::ProgrammeId>(request, "programme_not_found");
    if (!id) return id.error();
    const auto name = office::text_of(std::string(request.query_value("name")));
    if (!name || name->empty() || request.body_file.empty() ||
        base::chars_in(*name) > base::limits::name_chars_max)
        return base::refuse(base::ErrorKind::invalid, "file_missing", "name");
    return ProgressFile{*id, request.body_file, *name};
}

// POST /api/v1/programmes/{id}/progress-imports/check?name=
http::Response post_check(const Needs& needs, const http::Request& request) {
    const auto file = file_of(request);
    if (!file) return http::error_response(file.error());
    const ledger::Reader reader{request.who(), needs.ledger.clock.today()};
    return http::respond(check_progress(needs, request.who(), *file),
                         [&](const ProgressCheck& check) { return to_json(check, reader); });
}

// POST /api/v1/programmes/{id}/progress-imports?name=&mark=&mine=3,17
http::Response post_import(const Needs& needs, const http::Request& request) {
    const auto file = file_of(request);
    if (!file) return http::error_response(file.error());
    const auto mine = read_numbers(request.query_value("mine"));
    if (!mine) return http::error_response(mine.error());
    const ProgressChoice choice{std::string(request.query_value("mark")), *mine};
    return http::respond(
        apply_progress(needs, request.who(), *file, choice),
        [](const std::vector<ProgressRow>& rows) { return to_json(rows); }, 201);
}

http::Response post_returned(const Needs& needs, const http::Request& request) {
    const auto file = file_of(request);
    if (!file) return http::error_response(file.error());
    return send_book(return_faulty_progress(needs, request.who(), *file));
}

template <class Handle>
http::Route upload_route(const Needs& needs, std::string_view path, Handle handle) {
    return {http::Method::post,
            path,
            base::Act::report_progress,
            ledger::bound(needs, handle),
            base::limits::document_bytes_max,
            true};
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    using base::Act;
    using http::Method;
    using ledger::bound;
    return {
        {Method::get, "/api/v1/programmes/{id}/ledger.xlsx", Act::export_ledger,
         bound(needs, get_ledger_book)},
        {Method::get, "/api/v1/programmes/{id}/progress-sheet", Act::export_ledger,
         bound(needs, get_progress_sheet)},
        upload_route(needs, "/api/v1/programmes/{id}/progress-imports/check", post_check),
        upload_route(needs, "/api/v1/programmes/{id}/progress-imports", post_import),
        upload_route(needs, "/api/v1/programmes/{id}/progress-imports/returned", post_returned),
    };
}

}  // namespace reports
