#include "ledger/file_routes.hpp"

#include "evidence/evidence_json.hpp"
#include "evidence/preview.hpp"

namespace ledger {
namespace {

using http::Response;

// A file opened as a page of its own may neither run nor load anything, nor be framed.
constexpr std::string_view file_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";
// The viewer of the browser is switched off by a sandbox; it runs nothing of ours.
constexpr std::string_view pdf_policy =
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

constexpr std::size_t opened_at_once_max = 1u << 20, sent_piece_bytes = 256u << 10;

/// A file that lies here plain goes out as it is; a sealed one is opened while it is sent, piece
/// by piece. A small one is opened at once, so that a broken one is refused and not cut off.
void put_body(Response& response, const std::shared_ptr<const evidence::Blob>& blob) {
    if (auto file = blob->file()) {
        response.body = http::FileBody{std::move(*file)};
    } else if (blob->bytes() <= opened_at_once_max) {
        response.body = blob->read(0, opened_at_once_max);
    } else {
        response.body = http::SizedBody{blob->bytes(), [blob, at = std::uint64_t{0}]() mutable {
                                            auto piece = blob->read(at, sent_piece_bytes);
                                            at += piece.size();
                                            return piece;
                                        }};
    }
}

}  // namespace

base::Result<evidence::Claim> claim_in(const http::Request& request) {
    evidence::Claim claim;
    const auto id = evidence::EvidenceId::parse(request.query_value("id"));
    if (!id) return base::refuse(base::ErrorKind::invalid, "expected_id", "id");
    claim.id = *id;
    claim.name = request.query_value("name");
    claim.description = request.query_value("description");
    if (const auto word = request.query_value("kind"); !word.empty()) {
        const auto kind = evidence::evidence_kind_of(word);
        if (!kind)
            return base::refuse(base::ErrorKind::invalid, "unknown_name", "kind",
                                {{"value", std::string(word)}});
        claim.kind = *kind;
    }
    const auto day = http::day_in_query(request, "document_date");
    if (!day) return day.error();
    claim.document_date = *day;
    // Without a body there is no file to look at.
    if (request.body_file.empty())
        return base::refuse(base::ErrorKind::invalid, "evidence_file_empty", "file",
                            {{"name", claim.name}});
    return claim;
}

Response as_download(const FetchedEvidence& fetched) {
    auto response =
        http::download(http::FileBody{}, evidence::content_type_of(fetched.item.file.type),
                       evidence::download_name(fetched.item));
    put_body(response, fetched.blob);
    response.with("Content-Security-Policy", file_policy);
    return response;
}

Response as_view(const FetchedEvidence& fetched) {
    const auto type = fetched.item.file.type;
    const auto view = evidence::view_of(type);
    Response response;
    if (view == evidence::View::image || view == evidence::View::pdf) {
        put_body(response, fetched.blob);
    } else if (type == evidence::FileType::text) {
        auto text = evidence::beginning_of_text(*fetched.blob);
        if (!text) return http::error_response(text.error());
        response.body = std::move(*text);
    } else {
        return http::error_response(
            base::refuse(base::ErrorKind::unsupported, "evidence_has_no_preview"));
    }
    response.with("Content-Type", evidence::content_type_of(type));
    response.with("Content-Disposition", "inline");
    response.with("Content-Security-Policy",
                  view == evidence::View::pdf ? pdf_policy : file_policy);
    return response;
}

Response as_preview(const FetchedEvidence& fetched) {
    return http::respond(evidence::preview_of(*fetched.blob, fetched.item.file.type),
                         [](const evidence::Preview& preview) { return to_json(preview); });
}

}  // namespace ledger
