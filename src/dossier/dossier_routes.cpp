#include "dossier/dossier_routes.hpp"

#include "documents/document_routes.hpp"
#include "dossier/catalogue_actions.hpp"
#include "dossier/dossier_json.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace dossier {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;
using ledger::id_in_path;

// A file opened as a page of its own may neither run nor load anything, nor be framed.
constexpr std::string_view file_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";
constexpr std::size_t sent_piece_bytes = 256u << 10;

ledger::Reader reader_of(const Needs& needs, const Request& request) {
    return ledger::reader_of(needs.evidence.ledger, request);
}

Response show(const Needs& needs, const Request& request, const base::Result<DossierView>& view,
              int status = 200) {
    const auto reader = reader_of(needs, request);
    return http::respond(
        view,
        [&](const DossierView& found) {
            return to_json(found, needs.evidence.file_bytes_max, reader);
        },
        status);
}

Response get_dossier(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return show(needs, request, view_dossier(needs, request.who(), *id));
}

// GET /api/v1/programmes/{id}/dossier/pieces?page=&page_size=
Response get_pieces(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto page = ledger::read_page(request);
    if (!page) return http::error_response(page.error());
    const auto reader = reader_of(needs, request);
    return http::respond(list_pieces(needs, request.who(), *id, *page),
                         [&](const PiecePage& found) { return to_json(found, *page, reader); });
}

// GET /api/v1/programmes/{id}/dossier/catalogue?form=docx|pdf|xlsx
Response get_catalogue(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto form = documents::form_in_query(request);
    if (!form) return http::error_response(form.error());
    return documents::send_document({needs.evidence.ledger, needs.temporary},
                                    take_out_catalogue(needs, request.who(), *id, *form), *form);
}

Response post_line(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto wanted = read_new_line(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return show(needs, request, add_line(needs, request.who(), *id, *wanted), 201);
}

Response put_line(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto edit = read_line_edit(request.body);
    if (!edit) return http::error_response(edit.error());
    return show(needs, request, change_line(needs, request.who(), *id, edit->seen, edit->change));
}

Response post_file(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto claim = read_file_claim(request);
    if (!claim) return http::error_response(claim.error());
    return show(needs, request, add_file(needs, request.who(), *id, *claim, request.body_file),
                201);
}

Response put_file_removal(const Needs& needs, const Request& request) {
    const auto id = id_in_path<FileId>(request, "dossier_file_unknown");
    if (!id) return http::error_response(id.error());
    const auto reason = read_file_removal(request.body);
    if (!reason) return http::error_response(reason.error());
    return show(needs, request, remove_file(needs, request.who(), *id, *reason));
}

Response get_file(const Needs& needs, const Request& request) {
    const auto id = id_in_path<FileId>(request, "dossier_file_unknown");
    if (!id) return http::error_response(id.error());
    const auto fetched = fetch_file(needs, request.who(), *id);
    if (!fetched) return http::error_response(fetched.error());
    auto response =
        http::download(http::FileBody{}, "application/octet-stream", fetched->said.said.file_name);
    response.body = http::SizedBody{fetched->blob->bytes(),
                                    [blob = fetched->blob, at = std::uint64_t{0}]() mutable {
                                        auto piece = blob->read(at, sent_piece_bytes);
                                        at += piece.size();
                                        return piece;
                                    }};
    response.with("Content-Security-Policy", file_policy);
    return response;
}

Response post_volume(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto order = read_sealing_order(request.body);
    if (!order) return http::error_response(order.error());
    const auto reader = reader_of(needs, request);
    return http::respond(
        seal_volume(needs, request.who(), *id, *order),
        [&](const Volume& volume) { return to_json(volume, reader); }, 201);
}

// GET /api/v1/dossier-volumes/{id}/pieces?page=&page_size=
Response get_volume_pieces(const Needs& needs, const Request& request) {
    const auto id = id_in_path<VolumeId>(request, "volume_unknown");
    if (!id) return http::error_response(id.error());
    const auto page = ledger::read_page(request);
    if (!page) return http::error_response(page.error());
    const auto reader = reader_of(needs, request);
    return http::respond(list_volume_pieces(needs, request.who(), *id, *page),
                         [&](const PiecePage& found) { return to_json(found, *page, reader); });
}

Response get_volume_file(const Needs& needs, const Request& request) {
    const auto id = id_in_path<VolumeId>(request, "volume_unknown");
    if (!id) return http::error_response(id.error());
    const auto archive = take_out_volume(needs, request.who(), *id);
    if (!archive) return http::error_response(archive.error());
    auto response = http::download(http::FileBody{}, "application/zip", archive->name);
    response.body = http::SizedBody{archive->bytes->bytes(),
                                    [bytes = archive->bytes] { return bytes->next(); }};
    return response;
}

}  // namespace

std::vector<http::Route> routes(const Needs& needs) {
    const auto lines = "/api/v1/programmes/{id}/dossier/lines";
    return {
        {Method::get, "/api/v1/programmes/{id}/dossier", Act::read_ledger,
         bound(needs, get_dossier)},
        {Method::get, "/api/v1/programmes/{id}/dossier/pieces", Act::read_ledger,
         bound(needs, get_pieces)},
        {Method::get, "/api/v1/programmes/{id}/dossier/catalogue", Act::export_ledger,
         bound(needs, get_catalogue)},
        {Method::post, lines, Act::edit_ledger, bound(needs, post_line)},
        {Method::put, lines, Act::edit_ledger, bound(needs, put_line)},
        {Method::post, "/api/v1/programmes/{id}/dossier/files", Act::edit_ledger,
         bound(needs, post_file), needs.evidence.file_bytes_max, true},
        {Method::get, "/api/v1/dossier-files/{id}/file", Act::read_ledger, bound(needs, get_file)},
        {Method::put, "/api/v1/dossier-files/{id}/removal", Act::edit_ledger,
         bound(needs, put_file_removal)},
        {Method::post, "/api/v1/programmes/{id}/dossier/volumes", Act::edit_ledger,
         bound(needs, post_volume)},
        {Method::get, "/api/v1/dossier-volumes/{id}/pieces", Act::read_ledger,
         bound(needs, get_volume_pieces)},
        {Method::get, "/api/v1/dossier-volumes/{id}/file", Act::export_ledger,
         bound(needs, get_volume_file)},
    };
}

}  // namespace dossier
