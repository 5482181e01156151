// Handlers read, act and answer.
#include "disclosure/disclosure_routes.hpp"

#include "disclosure/release_json.hpp"
#include "evidence/file_type.hpp"
#include "ledger/ledger_routes.hpp"
#include "office/file_bytes.hpp"
#include "proofreading/proofread_json.hpp"

namespace disclosure {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;
using ledger::id_in_path;

constexpr std::string_view unknown = "release_unknown";

template <class Shown>
Response answer(const Needs& needs, const Request& request, const base::Result<Shown>& result,
                int status = 200) {
    return ledger::answer(needs.ledger, request, result, status);
}

/// Answers with shown(needs, actor, id) of what the path names.
template <class Id, class Show>
Response show(const Needs& needs, const Request& request, std::string_view code, Show shown) {
    return ledger::answer_of<Id>(
        needs.ledger, request, code,
        [&](const ledger::Needs&, const base::Actor& who, Id id) { return shown(needs, who, id); });
}

Response get_releases(const Needs& needs, const Request& request) {
    return show<ProgrammeId>(needs, request, "programme_not_found", list_releases_of);
}

Response post_release(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    auto wanted = read_new_release(request.body);
    if (!wanted) return http::error_response(wanted.error());
    wanted->programme = *id;
    return answer(needs, request, begin_release(needs, request.who(), *wanted), 201);
}

// POST /api/v1/programmes/{id}/release-texts : the file is the body.
Response post_text(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    if (request.body_file.empty())
        return http::error_response(refuse(ErrorKind::invalid, "file_missing", "file"));
    return http::respond(read_release_document(needs, request.who(), *id, request.body_file),
                         [](const std::string& text) { return text_json(text); });
}

Response put_hiding(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto wanted = read_hiding(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return answer(needs, request, change_hiding(needs, request.who(), *id, *wanted));
}

Response get_waiting(const Needs& needs, const Request& request) {
    return http::json_response(to_json(list_releases_waiting(needs, request.who()),
                                       ledger::reader_of(needs.ledger, request)));
}

Response get_release(const Needs& needs, const Request& request) {
    return show<ReleaseId>(needs, request, unknown, view_release);
}

template <class Read, class Do>
Response act_on_release(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on<ReleaseId>(needs.ledger, request, unknown, read, act);
}

/// act(needs, actor, seen, said) on a release that was seen.
template <class Read, class Do>
Response act_on_seen(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on_seen<SeenRelease>(needs.ledger, request, unknown, read,
                                            [&](const SeenRelease& seen, const auto& said) {
                                                return act(needs, request.who(), seen, said);
                                            });
}

/// act(needs, actor, seen) where nothing but the version is said.
template <class Do>
Response act_on_version(const Needs& needs, const Request& request, Do act) {
    return act_on_release(needs, request, read_seen, [&](ReleaseId id, std::int64_t version) {
        return act(needs, request.who(), SeenRelease{id, version});
    });
}

Response put_passages(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_decisions, decide_passages);
}
Response post_passage(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_mark, mark_passage);
}
Response post_search(const Needs& needs, const Request& request) {
    return act_on_version(needs, request, search_again);
}
Response post_correction(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_fixes, correct_release);
}
Response put_submission(const Needs& needs, const Request& request) {
    return act_on_version(needs, request, submit_release);
}
Response put_exemption(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_exemption, exempt_release);
}
Response put_approval(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_approval, approve_release);
}
Response put_return(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_reason, return_release);
}
Response put_publication(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_publication, publish_release);
}
Response put_withdrawal(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_reason, withdraw_release);
}
Response post_objection(const Needs& needs, const Request& request) {
    return act_on_release(needs, request, read_objection,
                          [&](ReleaseId id, const Objection& wanted) {
                              return note_objection(needs, request.who(), id, wanted);
                          });
}

base::Result<ReleaseDocument> document_in(const Request& request) {
    const auto asked = request.query_value("document");
    if (const auto document = release_document_of(asked.empty() ? "text" : asked)) return *document;
    return http::unfit_in_query("unknown_name", "document", asked);
}

// GET /api/v1/releases/{id}/paper?document=text|withheld
Response get_paper(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ReleaseId>(request, unknown);
    if (!id) return http::error_response(id.error());
    const auto document = document_in(request);
    if (!document) return http::error_response(document.error());
    return answer(needs, request, view_release_paper(needs, request.who(), *id, *document));
}

Response get_reading(const Needs& needs, const Request& request) {
    return show<ReleaseId>(needs, request, unknown, proofread_release);
}

std::string_view type_of(ReleaseForm form) {
    switch (form) {
        case ReleaseForm::docx: return content_type_of(evidence::FileType::docx);
        case ReleaseForm::pdf: return content_type_of(evidence::FileType::pdf);
        case ReleaseForm::txt: break;
    }
    return "text/plain; charset=utf-8";
}

// GET /api/v1/releases/{id}/file?document=text|withheld&form=docx|pdf|txt
Response get_file(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ReleaseId>(request, unknown);
    if (!id) return http::error_response(id.error());
    const auto document = document_in(request);
    if (!document) return http::error_response(document.error());
    const auto asked = request.query_value("form");
    const auto form = release_form_of(asked);
    if (!form || (*form == ReleaseForm::txt && *document == ReleaseDocument::withheld))
        return http::error_response(http::unfit_in_query("unknown_name", "form", asked));
    const auto made = take_out_release(needs, request.who(), *id, *document, *form);
    if (!made) return http::error_response(made.error());
    const auto path = reports::temporary_file(needs, "." + std::string(asked));
    office::write_bytes(path, made->bytes);
    return http::download({path, true}, type_of(*form), made->name);
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    return {
        {Method::get, "/api/v1/programmes/{id}/releases", reading, bound(needs, get_releases)},
        {Method::post, "/api/v1/programmes/{id}/releases", keeping, bound(needs, post_release)},
        {Method::post, "/api/v1/programmes/{id}/release-texts", keeping, bound(needs, post_text),
         base::limits::document_bytes_max, true},
        {Method::put, "/api/v1/programmes/{id}/hiding", keeping, bound(needs, put_hiding)},
        {Method::get, "/api/v1/releases/waiting", reading, bound(needs, get_waiting)},
        {Method::get, "/api/v1/releases/{id}", reading, bound(needs, get_release)},
        {Method::put, "/api/v1/releases/{id}/passages", keeping, bound(needs, put_passages)},
        {Method::post, "/api/v1/releases/{id}/passages", keeping, bound(needs, post_passage)},
        {Method::post, "/api/v1/releases/{id}/search", keeping, bound(needs, post_search)},
        {Method::post, "/api/v1/releases/{id}/corrections", keeping, bound(needs, post_correction)},
        {Method::put, "/api/v1/releases/{id}/submission", keeping, bound(needs, put_submission)},
        {Method::put, "/api/v1/releases/{id}/exemption", keeping, bound(needs, put_exemption)},
        {Method::put, "/api/v1/releases/{id}/approval", Act::sign, bound(needs, put_approval)},
        {Method::put, "/api/v1/releases/{id}/returning", Act::sign, bound(needs, put_return)},
        {Method::put, "/api/v1/releases/{id}/publication", keeping, bound(needs, put_publication)},
        {Method::put, "/api/v1/releases/{id}/withdrawal", keeping, bound(needs, put_withdrawal)},
        {Method::post, "/api/v1/releases/{id}/objections", keeping, bound(needs, post_objection)},
        {Method::get, "/api/v1/releases/{id}/paper", reading, bound(needs, get_paper)},
        {Method::get, "/api/v1/releases/{id}/proofreading", reading, bound(needs, get_reading)},
        {Method::get, "/api/v1/releases/{id}/file", Act::export_ledger, bound(needs, get_file)},
    };
}

}  // namespace disclosure
