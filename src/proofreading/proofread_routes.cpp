#include "proofreading/proofread_routes.hpp"

#include "base/utf8.hpp"
#include "documents/document_routes.hpp"
#include "evidence/file_type.hpp"
#include "ledger/ledger_routes.hpp"
#include "office/file_bytes.hpp"
#include "proofreading/dictionary_json.hpp"
#include "proofreading/proofread_json.hpp"

namespace proofreading {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;

Response answer_reading(const Needs& needs, const Request& request,
                        const base::Result<Reading>& reading) {
    return ledger::answer(needs.ledger, request, reading);
}

// POST /api/v1/proofreading
Response post_text(const Needs& needs, const Request& request) {
    const auto wanted = read_text(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return answer_reading(needs, request, proofread_text(needs, request.who(), *wanted));
}

/// ?programme=&name=: the file is the body.
base::Result<WantedFile> file_in(const Request& request) {
    WantedFile wanted;
    const auto programme = request.query_value("programme");
    if (!programme.empty()) {
        wanted.programme = base::ProgrammeId::parse(programme);
        if (!wanted.programme) return refuse(ErrorKind::invalid, "expected_id", "programme");
    }
    wanted.name = request.query_value("name");
    wanted.path = request.body_file;
    if (wanted.name.empty() || wanted.path.empty())
        return refuse(ErrorKind::invalid, "file_missing", "name");
    return wanted;
}

Response post_file(const Needs& needs, const Request& request) {
    const auto wanted = file_in(request);
    if (!wanted) return http::error_response(wanted.error());
    return answer_reading(needs, request, proofread_file(needs, request.who(), *wanted));
}

/// ?fixes=all or keys with "." between them, ?marks=tracked|plain.
base::Result<Correction> correction_in(const Request& request) {
    Correction correction;
    auto keys = request.query_value("fixes");
    correction.fix_all = keys == "all";
    while (!keys.empty() && !correction.fix_all) correction.fixes.emplace(base::cut(keys, '.'));
    const auto marks = request.query_value("marks");
    if (marks == "plain") correction.marks = office::Marks::plain;
    if (marks != "plain" && marks != "tracked" && !marks.empty())
        return http::unfit_in_query("unknown_name", "marks", marks);
    return correction;
}

// POST /api/v1/proofreading/corrected-files?programme=&name=&fixes=&marks=
Response post_correction(const Needs& needs, const Request& request) {
    const auto wanted = file_in(request);
    if (!wanted) return http::error_response(wanted.error());
    const auto correction = correction_in(request);
    if (!correction) return http::error_response(correction.error());
    const auto made = correct_file(needs, request.who(), *wanted, *correction);
    if (!made) return http::error_response(made.error());
    const auto path = reports::temporary_file(needs, ".docx");
    office::write_bytes(path, made->bytes);
    return http::download({path, true}, evidence::content_type_of(evidence::FileType::docx),
                          made->name);
}

// GET /api/v1/documents/{kind}/{id}/proofreading?on=
Response get_document_reading(const Needs& needs, const Request& request) {
    const auto wanted = documents::wanted_in(request);
    if (!wanted) return http::error_response(wanted.error());
    const auto document = documents::view_document(needs, request.who(), *wanted);
    if (!document) return http::error_response(document.error());
    return answer_reading(
        needs, request,
        proofread_paper(needs, request.who(), document->programme, document->paper));
}

base::Result<FindingPlace> place_in(const Request& request) {
    const auto id = ledger::id_in_path<base::ProgrammeId>(request, "programme_not_found");
    if (!id) return id.error();
    return FindingPlace{*id, std::string(request.parameter("digest")),
                        std::string(request.parameter("finding"))};
}

Response put_aside(const Needs& needs, const Request& request) {
    const auto place = place_in(request);
    if (!place) return http::error_response(place.error());
    const auto reason = read_reason(request.body);
    if (!reason) return http::error_response(reason.error());
    return ledger::answer(needs.ledger, request,
                          set_finding_aside(needs, request.who(), *place, *reason));
}

Response delete_aside(const Needs& needs, const Request& request) {
    const auto place = place_in(request);
    if (!place) return http::error_response(place.error());
    return http::respond(take_back_set_aside(needs, request.who(), *place));
}

Response get_dictionary(const Needs& needs, const Request& request) {
    return ledger::answer(
        needs.ledger, request,
        base::Result<DictionaryView>(view_dictionary(needs.ledger, request.who())));
}

Response get_versions(const Needs& needs, const Request& request) {
    return ledger::answer(needs.ledger, request,
                          view_versions(needs.ledger, request.parameter("id")));
}

Response post_entry(const Needs& needs, const Request& request) {
    const auto entry = read_new_entry(request.body);
    if (!entry) return http::error_response(entry.error());
    return ledger::answer(needs.ledger, request, add_entry(needs.ledger, request.who(), *entry),
                          201);
}

Response put_entry(const Needs& needs, const Request& request) {
    auto entry = read_entry_change(request.body);
    if (!entry) return http::error_response(entry.error());
    entry->id = request.parameter("id");
    return ledger::answer(needs.ledger, request, change_entry(needs.ledger, request.who(), *entry));
}

using Handle = Response (*)(const Needs&, const Request&);
http::Route file_route(const Needs& needs, std::string_view path, Handle handle) {
    return {Method::post,
            path,
            Act::read_ledger,
            bound(needs, handle),
            base::limits::document_bytes_max,
            true};
}

const base::Acts setting_aside{Act::edit_ledger, Act::review, Act::report_progress};

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    const auto aside = "/api/v1/programmes/{id}/proofreading/{digest}/{finding}";
    return {
        {Method::post, "/api/v1/proofreading", Act::read_ledger, bound(needs, post_text)},
        file_route(needs, "/api/v1/proofreading/files", post_file),
        file_route(needs, "/api/v1/proofreading/corrected-files", post_correction),
        {Method::get, "/api/v1/documents/{kind}/{id}/proofreading", Act::read_ledger,
         bound(needs, get_document_reading)},
        {Method::put, aside, setting_aside, bound(needs, put_aside)},
        {Method::del, aside, setting_aside, bound(needs, delete_aside)},
        {Method::get, "/api/v1/wordings", Act::read_ledger, bound(needs, get_dictionary)},
        {Method::post, "/api/v1/wordings", Act::edit_ledger, bound(needs, post_entry)},
        {Method::get, "/api/v1/wordings/{id}", Act::read_ledger, bound(needs, get_versions)},
        {Method::put, "/api/v1/wordings/{id}", Act::edit_ledger, bound(needs, put_entry)},
    };
}

}  // namespace proofreading
