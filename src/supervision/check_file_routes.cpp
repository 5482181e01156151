// Endpoints of the files at the rows of checks.
#include "ledger/evidence_json.hpp"
#include "ledger/file_routes.hpp"
#include "ledger/ledger_routes.hpp"
#include "supervision/check_file_actions.hpp"
#include "supervision/check_json.hpp"
#include "supervision/supervision_routes.hpp"

namespace supervision {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;
using ledger::EvidenceNeeds;
using ledger::id_in_path;

// POST /api/v1/check-rows/{id}/files?id=&name=&kind=&description= : the file is the body.
Response post_file(const EvidenceNeeds& needs, const Request& request) {
    const auto row = id_in_path<CheckRowId>(request, "check_row_unknown");
    if (!row) return http::error_response(row.error());
    const auto claim = ledger::claim_in(request);
    if (!claim) return http::error_response(claim.error());
    return answer(needs.ledger, request,
                  bring_check_file(needs, request.who(), *row, {*claim, request.body_file}), 201);
}

Response put_removal(const EvidenceNeeds& needs, const Request& request) {
    return ledger::act_on<evidence::EvidenceId>(
        needs.ledger, request, "evidence_not_found", ledger::read_removal_reason,
        [&](evidence::EvidenceId id, const std::string& reason) {
            return remove_check_file(needs.ledger, request.who(), id, reason);
        });
}

/// The file in the path, sent as send(fetched) sends it.
template <class Send>
http::Handler sent(const EvidenceNeeds& needs, Send send) {
    return [needs, send](const Request& request) {
        const auto id = id_in_path<evidence::EvidenceId>(request, "evidence_not_found");
        if (!id) return http::error_response(id.error());
        const auto fetched = fetch_check_file(needs, request.who(), *id);
        return fetched ? send(*fetched) : http::error_response(fetched.error());
    };
}

}  // namespace

std::vector<http::Route> check_file_routes(const EvidenceNeeds& needs) {
    const auto reading = Act::read_ledger, checking = Act::review;
    return {
        {Method::post, "/api/v1/check-rows/{id}/files", checking, bound(needs, post_file),
         needs.file_bytes_max, true},
        {Method::put, "/api/v1/check-files/{id}/removal", checking, bound(needs, put_removal)},
        {Method::get, "/api/v1/check-files/{id}/file", reading, sent(needs, ledger::as_download)},
        {Method::get, "/api/v1/check-files/{id}/view", reading, sent(needs, ledger::as_view)},
        {Method::get, "/api/v1/check-files/{id}/preview", reading, sent(needs, ledger::as_preview)},
    };
}

}  // namespace supervision
