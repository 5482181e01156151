// The endpoints of evidence: bringing a file to a row, what stands there, and the file itself.
// Files that people brought in leave as what they are by their content, and run nothing here.
#include "ledger/evidence_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace ledger {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using evidence::EvidenceId;
using http::Method;
using http::Request;
using http::Response;

// A file opened as a page of its own may neither run nor load anything, nor be framed.
constexpr std::string_view file_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";
// The viewer of the browser is switched off by a sandbox; it runs nothing of ours.
constexpr std::string_view pdf_policy =
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

constexpr std::size_t opened_at_once_max = 1u << 20, sent_piece_bytes = 256u << 10;

base::Result<ProvenId> row_in(const Request& request) {
    const bool problem = request.path.starts_with("/api/v1/problems/");
    if (problem) {
        const auto id = id_in_path<ProblemId>(request, "problem_not_found");
        if (!id) return id.error();
        return ProvenId{*id};
    }
    const auto id = id_in_path<MeasureId>(request, "measure_not_found");
    if (!id) return id.error();
    return ProvenId{*id};
}

base::Result<EvidenceId> evidence_in(const Request& request, std::string_view parameter) {
    const auto id = EvidenceId::parse(request.parameter(parameter));
    if (!id) return refuse(ErrorKind::not_found, "evidence_not_found");
    return *id;
}

/// What is said of a file stands in the address: the body is the file.
base::Result<evidence::Claim> claim_in(const Request& request) {
    evidence::Claim claim;
    const auto id = EvidenceId::parse(request.query_value("id"));
    if (!id) return refuse(ErrorKind::invalid, "expected_id", "id");
    claim.id = *id;
    claim.name = request.query_value("name");
    claim.description = request.query_value("description");
    if (const auto word = request.query_value("kind"); !word.empty()) {
        const auto kind = evidence::evidence_kind_of(word);
        if (!kind)
            return refuse(ErrorKind::invalid, "unknown_name", "kind",
                          {{"value", std::string(word)}});
        claim.kind = *kind;
    }
    const auto day = http::day_in_query(request, "document_date");
    if (!day) return day.error();
    claim.document_date = *day;
    // Without a body there is no file to look at.
    if (request.body_file.empty())
        return refuse(ErrorKind::invalid, "evidence_file_empty", "file", {{"name", claim.name}});
    return claim;
}

Response show(const EvidenceNeeds& needs, const Request& request,
              const base::Result<EvidenceList>& list, int status = 200) {
    const Reader reader{request.who(), needs.ledger.clock.today()};
    return http::respond(
        list,
        [&](const EvidenceList& found) { return to_json(found, needs.file_bytes_max, reader); },
        status);
}

/// Finds the row and the evidence in the path, acts, and shows the evidence of the row.
template <class Do>
Response act_on(const EvidenceNeeds& needs, const Request& request, Do act) {
    const auto row = row_in(request);
    if (!row) return http::error_response(row.error());
    const auto id = evidence_in(request, "evidence");
    if (!id) return http::error_response(id.error());
    return show(needs, request, act(*row, *id));
}

Response get_evidence(const EvidenceNeeds& needs, const Request& request) {
    const auto row = row_in(request);
    if (!row) return http::error_response(row.error());
    return show(needs, request, list_evidence(needs, request.who(), *row));
}

Response post_evidence(const EvidenceNeeds& needs, const Request& request) {
    const auto row = row_in(request);
    if (!row) return http::error_response(row.error());
    const auto claim = claim_in(request);
    if (!claim) return http::error_response(claim.error());
    return show(needs, request,
                add_evidence(needs, request.who(), *row, {*claim, request.body_file}), 201);
}

Response post_version(const EvidenceNeeds& needs, const Request& request) {
    const auto claim = claim_in(request);
    if (!claim) return http::error_response(claim.error());
    return act_on(needs, request, [&](const ProvenId& row, EvidenceId id) {
        return replace_evidence(needs, request.who(), row, id, {*claim, request.body_file});
    });
}

Response post_correction(const EvidenceNeeds& needs, const Request& request) {
    const auto correction = read_correction(request.body);
    if (!correction) return http::error_response(correction.error());
    return act_on(needs, request, [&](const ProvenId& row, EvidenceId id) {
        return correct_evidence(needs, request.who(), row, id, *correction);
    });
}

Response put_link(const EvidenceNeeds& needs, const Request& request) {
    return act_on(needs, request, [&](const ProvenId& row, EvidenceId id) {
        return link_evidence(needs, request.who(), row, id);
    });
}

Response put_removal(const EvidenceNeeds& needs, const Request& request) {
    const auto reason = read_removal_reason(request.body);
    if (!reason) return http::error_response(reason.error());
    return act_on(needs, request, [&](const ProvenId& row, EvidenceId id) {
        return remove_evidence(needs, request.who(), row, id, *reason);
    });
}

Response get_programme_evidence(const EvidenceNeeds& needs, const Request& request) {
    const auto programme = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    const Reader reader{request.who(), needs.ledger.clock.today()};
    return http::respond(
        search_evidence(needs, request.who(), *programme, request.query_value("q")),
        [&](const std::vector<evidence::Item>& items) { return to_json(items, reader); });
}

base::Result<FetchedEvidence> fetch(const EvidenceNeeds& needs, const Request& request) {
    const auto id = evidence_in(request, "id");
    if (!id) return id.error();
    return fetch_evidence(needs, request.who(), *id);
}

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

Response get_file(const EvidenceNeeds& needs, const Request& request) {
    const auto fetched = fetch(needs, request);
    if (!fetched) return http::error_response(fetched.error());
    auto response =
        http::download(http::FileBody{}, evidence::content_type_of(fetched->item.file.type),
                       evidence::download_name(fetched->item));
    put_body(response, fetched->blob);
    response.with("Content-Security-Policy", file_policy);
    return response;
}

Response get_view(const EvidenceNeeds& needs, const Request& request) {
    const auto fetched = fetch(needs, request);
    if (!fetched) return http::error_response(fetched.error());
    const auto type = fetched->item.file.type;
    const auto view = evidence::view_of(type);
    Response response;
    if (view == evidence::View::image || view == evidence::View::pdf) {
        put_body(response, fetched->blob);
    } else if (type == evidence::FileType::text) {
        auto text = evidence::beginning_of_text(*fetched->blob);
        if (!text) return http::error_response(text.error());
        response.body = std::move(*text);
    } else {
        return http::error_response(refuse(ErrorKind::unsupported, "evidence_has_no_preview"));
    }
    response.with("Content-Type", evidence::content_type_of(type));
    response.with("Content-Disposition", "inline");
    response.with("Content-Security-Policy",
                  view == evidence::View::pdf ? pdf_policy : file_policy);
    return response;
}

Response get_preview(const EvidenceNeeds& needs, const Request& request) {
    const auto fetched = fetch(needs, request);
    if (!fetched) return http::error_response(fetched.error());
    return http::respond(evidence::preview_of(*fetched->blob, fetched->item.file.type),
                         [](const evidence::Preview& preview) { return to_json(preview); });
}

const base::Acts proving{Act::report_progress, Act::edit_ledger};

/// The same for both levels.
std::vector<http::Route> routes_of_rows(const EvidenceNeeds& needs) {
    const auto max = needs.file_bytes_max;
    return {
        {Method::get, "/api/v1/measures/{id}/evidence", Act::read_ledger,
         bound(needs, get_evidence)},
        {Method::post, "/api/v1/measures/{id}/evidence", proving, bound(needs, post_evidence), max,
         true},
        {Method::post, "/api/v1/measures/{id}/evidence/{evidence}/versions", proving,
         bound(needs, post_version), max, true},
        {Method::post, "/api/v1/measures/{id}/evidence/{evidence}/corrections", proving,
         bound(needs, post_correction)},
        {Method::put, "/api/v1/measures/{id}/evidence/{evidence}/link", proving,
         bound(needs, put_link)},
        {Method::put, "/api/v1/measures/{id}/evidence/{evidence}/removal", proving,
         bound(needs, put_removal)},
        {Method::get, "/api/v1/problems/{id}/evidence", Act::read_ledger,
         bound(needs, get_evidence)},
        {Method::post, "/api/v1/problems/{id}/evidence", proving, bound(needs, post_evidence), max,
         true},
        {Method::post, "/api/v1/problems/{id}/evidence/{evidence}/versions", proving,
         bound(needs, post_version), max, true},
        {Method::post, "/api/v1/problems/{id}/evidence/{evidence}/corrections", proving,
         bound(needs, post_correction)},
        {Method::put, "/api/v1/problems/{id}/evidence/{evidence}/link", proving,
         bound(needs, put_link)},
        {Method::put, "/api/v1/problems/{id}/evidence/{evidence}/removal", proving,
         bound(needs, put_removal)},
    };
}

}  // namespace

std::vector<http::Route> evidence_routes(const EvidenceNeeds& needs) {
    auto all = routes_of_rows(needs);
    all.push_back({Method::get, "/api/v1/programmes/{id}/evidence", Act::read_ledger,
                   bound(needs, get_programme_evidence)});
    all.push_back(
        {Method::get, "/api/v1/evidence/{id}/file", Act::read_ledger, bound(needs, get_file)});
    all.push_back(
        {Method::get, "/api/v1/evidence/{id}/view", Act::read_ledger, bound(needs, get_view)});
    all.push_back({Method::get, "/api/v1/evidence/{id}/preview", Act::read_ledger,
                   bound(needs, get_preview)});
    return all;
}

}  // namespace ledger
