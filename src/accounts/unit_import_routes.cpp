#include "accounts/unit_import_routes.hpp"

#include "accounts/unit_import_json.hpp"
#include "base/limits.hpp"

namespace accounts {
namespace {

using http::Request;
using http::Response;

constexpr std::string_view xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr auto write_report = [](const UnitImportReport& report) { return to_json(report); };

/// The file is the body.
base::Result<std::filesystem::path> file_of(const Request& request) {
    if (request.body_file.empty())
        return base::refuse(base::ErrorKind::invalid, "file_missing", "file");
    return std::filesystem::path(request.body_file);
}

Response get_template(const UnitImportNeeds& needs, const Request&) {
    return http::download({write_unit_template(needs), true}, xlsx_type, "单位和人员导入模板.xlsx");
}

Response post_check(const UnitImportNeeds& needs, const Request& request) {
    const auto file = file_of(request);
    if (!file) return http::error_response(file.error());
    return http::respond(check_unit_workbook(needs, *file, request.who()), write_report);
}

// POST /api/v1/unit-imports?skip_bad=1
Response post_import(const UnitImportNeeds& needs, const Request& request) {
    const auto file = file_of(request);
    if (!file) return http::error_response(file.error());
    const auto bad = request.query_value("skip_bad") == "1" ? BadRows::leave_out : BadRows::refuse;
    return http::respond(import_unit_workbook(needs, *file, bad, request.who()), write_report, 201);
}

Response post_returned(const UnitImportNeeds& needs, const Request& request) {
    const auto file = file_of(request);
    if (!file) return http::error_response(file.error());
    const auto book = return_bad_rows(needs, *file, request.who());
    if (!book) return http::error_response(book.error());
    return http::download({*book, true}, xlsx_type, "单位和人员导入-问题行.xlsx");
}

template <class Handle>
http::Route upload_route(const UnitImportNeeds& needs, std::string_view path, Handle handle) {
    const auto call = [needs, handle](const Request& request) { return handle(needs, request); };
    return {http::Method::post,
            path,
            base::Act::manage_units,
            call,
            base::limits::document_bytes_max,
            true};
}

}  // namespace

std::vector<http::Route> unit_import_routes(UnitImportNeeds needs) {
    const auto get = [needs](const Request& request) { return get_template(needs, request); };
    return {
        {http::Method::get, "/api/v1/unit-workbook", base::Act::manage_units, get},
        upload_route(needs, "/api/v1/unit-imports/check", post_check),
        upload_route(needs, "/api/v1/unit-imports", post_import),
        upload_route(needs, "/api/v1/unit-imports/returned", post_returned),
    };
}

}  // namespace accounts
