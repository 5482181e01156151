#include "reports/report_routes.hpp"

#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace reports {
namespace {

constexpr std::string_view xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// GET /api/v1/programmes/{id}/ledger.xlsx with the filters of /api/v1/ledger.
http::Response get_ledger_book(const Needs& needs, const http::Request& request) {
    const auto id = ledger::id_in_path<ledger::ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto address = ledger::read_list_address(request);
    if (!address) return http::error_response(address.error());
    const auto book = export_ledger(needs, request.who(), *id, address->query);
    if (!book) return http::error_response(book.error());
    return http::download({book->file, true}, xlsx_type, book->name);
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    return {{http::Method::get, "/api/v1/programmes/{id}/ledger.xlsx", base::Act::export_ledger,
             ledger::bound(needs, get_ledger_book)}};
}

}  // namespace reports
