#include "chronology/chronicle_routes.hpp"

#include "chronology/chronicle_json.hpp"
#include "evidence/file_type.hpp"
#include "ledger/ledger_routes.hpp"

namespace chronology {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;

base::Result<HappeningFilter> filter_of(const Request& request) {
    const auto programme = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!programme) return programme.error();
    return read_filter(request, *programme);
}

// GET /api/v1/programmes/{id}/chronicle?kind=&person=&from=&to=&page=&page_size=
Response get_chronicle(const Needs& needs, const Request& request) {
    const auto filter = filter_of(request);
    if (!filter) return http::error_response(filter.error());
    const auto reader = ledger::reader_of(needs.ledger, request);
    return http::respond(
        view_chronicle(needs, request.who(), *filter),
        [&](const Chronicle& found) { return to_json(found, filter->page, reader); });
}

Response get_book(const Needs& needs, const Request& request) {
    const auto filter = filter_of(request);
    if (!filter) return http::error_response(filter.error());
    const auto book = export_chronicle(needs, request.who(), *filter);
    if (!book) return http::error_response(book.error());
    return http::download({book->file, true}, evidence::content_type_of(evidence::FileType::xlsx),
                          book->name);
}

Response post_entry(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    auto wanted = read_new_entry(request.body);
    if (!wanted) return http::error_response(wanted.error());
    wanted->programme = *programme;
    return answer(needs.ledger, request, write_entry(needs, request.who(), *wanted), 201);
}

Response get_entry(const Needs& needs, const Request& request) {
    const auto id = id_in_path<EntryId>(request, "chronicle_entry_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs.ledger, request, view_entry(needs, request.who(), *id));
}

Response put_entry(const Needs& needs, const Request& request) {
    return ledger::act_on<EntryId>(
        needs.ledger, request, "chronicle_entry_unknown", read_entry_edit,
        [&](EntryId id, const EntryEdit& said) {
            return edit_entry(needs, request.who(), {id, said.version}, said.note);
        });
}

Response put_removal(const Needs& needs, const Request& request) {
    return ledger::act_on<EntryId>(
        needs.ledger, request, "chronicle_entry_unknown", read_entry_removal,
        [&](EntryId id, const EntryRemoval& said) {
            return remove_entry(needs, request.who(), {id, said.version}, said.reason);
        });
}

}  // namespace

std::vector<http::Route> routes(const Needs& needs) {
    const auto entry = "/api/v1/chronicle-entries/{id}";
    return {
        {Method::get, "/api/v1/programmes/{id}/chronicle", Act::read_ledger,
         bound(needs, get_chronicle)},
        {Method::get, "/api/v1/programmes/{id}/chronicle.xlsx", Act::export_ledger,
         bound(needs, get_book)},
        {Method::post, "/api/v1/programmes/{id}/chronicle", Act::edit_ledger,
         bound(needs, post_entry)},
        {Method::get, entry, Act::read_ledger, bound(needs, get_entry)},
        {Method::put, entry, Act::edit_ledger, bound(needs, put_entry)},
        {Method::put, "/api/v1/chronicle-entries/{id}/removal", Act::edit_ledger,
         bound(needs, put_removal)},
    };
}

}  // namespace chronology
