#include "documents/document_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "office/file_bytes.hpp"
#include "office/paper_json.hpp"

namespace documents {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;

constexpr std::string_view docx_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// One of a few names in the query; without it, the first of them.
template <class Named>
base::Result<Named> named_in(const Request& request, std::string_view field,
                             std::optional<Named> (*named)(std::string_view)) {
    const auto word = request.query_value(field);
    if (word.empty()) return Named{};
    if (const auto found = named(word)) return *found;
    return http::unfit_in_query("unknown_name", field, word);
}

base::Result<PlanForm> plan_form_in(const Request& request) {
    const auto tasks = named_in<TaskLayout>(request, "tasks", task_layout_of);
    if (!tasks) return tasks.error();
    const auto annex = named_in<LedgerAnnex>(request, "annex", ledger_annex_of);
    if (!annex) return annex.error();
    return PlanForm{*tasks, *annex};
}

/// The kind and the id in the path, the day and the form in the query.
base::Result<WantedDocument> wanted_in(const Request& request) {
    const auto kind = document_kind_of(request.parameter("kind"));
    if (!kind) return refuse(ErrorKind::not_found, "document_kind_unknown");
    const auto subject = base::parse_uuid(request.parameter("id"));
    if (!subject) return refuse(ErrorKind::not_found, "document_kind_unknown");
    const auto on = http::day_in_query(request, "on");
    if (!on) return on.error();
    const auto form = plan_form_in(request);
    if (!form) return form.error();
    return WantedDocument{*kind, *subject, *on, *form};
}

Response send(const Needs& needs, const base::Result<DocumentFile>& made, std::string_view type,
              std::string_view ending) {
    if (!made) return http::error_response(made.error());
    const auto path = reports::temporary_file(needs, ending);
    office::write_bytes(path, made->bytes);
    return http::download({path, true}, type, made->name);
}

std::string to_json(const Document& document) {
    base::JsonWriter json;
    json.begin_object().field("programme", document.programme);
    office::write(json.key("paper"), document.paper);
    return json.end_object().take();
}

// GET /api/v1/documents/{kind}/{id}?on=2024-06-30&tasks=table&annex=full
Response get_document(const Needs& needs, const Request& request) {
    const auto wanted = wanted_in(request);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(view_document(needs, request.who(), *wanted),
                         [](const Document& document) { return to_json(document); });
}

// GET /api/v1/documents/{kind}/{id}/file?form=docx|pdf&on=&tasks=&annex=
Response get_file(const Needs& needs, const Request& request) {
    const auto wanted = wanted_in(request);
    if (!wanted) return http::error_response(wanted.error());
    const auto form = file_form_of(request.query_value("form"));
    if (!form)
        return http::error_response(
            http::unfit_in_query("unknown_name", "form", request.query_value("form")));
    return send(needs, take_out_document(needs, request.who(), *wanted, *form),
                *form == FileForm::docx ? docx_type : "application/pdf",
                "." + std::string(name_of(*form)));
}

Response get_notices(const Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<ledger::ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return send(needs, take_out_notices(needs, request.who(), *id), "application/zip", ".zip");
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    return {
        {Method::get, "/api/v1/documents/{kind}/{id}", Act::read_ledger,
         bound(needs, get_document)},
        {Method::get, "/api/v1/documents/{kind}/{id}/file", Act::export_ledger,
         bound(needs, get_file)},
        {Method::get, "/api/v1/programmes/{id}/notices.zip", Act::export_ledger,
         bound(needs, get_notices)},
    };
}

}  // namespace documents
