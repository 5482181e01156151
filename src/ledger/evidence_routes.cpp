// The endpoints of evidence: bringing a file to a row, what stands there, and the file itself.
#include "ledger/evidence_json.hpp"
#include "ledger/file_routes.hpp"
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

/// The file in the path, sent as send(fetched) sends it.
template <class Send>
Response send(const EvidenceNeeds& needs, const Request& request, Send send) {
    const auto fetched = fetch(needs, request);
    return fetched ? send(*fetched) : http::error_response(fetched.error());
}

Response get_file(const EvidenceNeeds& needs, const Request& request) {
    return send(needs, request, as_download);
}

Response get_view(const EvidenceNeeds& needs, const Request& request) {
    return send(needs, request, as_view);
}

Response get_preview(const EvidenceNeeds& needs, const Request& request) {
    return send(needs, request, as_preview);
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
