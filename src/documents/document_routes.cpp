#include "documents/document_routes.hpp"

#include "documents/bulk_actions.hpp"
#include "documents/document_set_json.hpp"
#include "evidence/file_type.hpp"
#include "ledger/ledger_query_json.hpp"
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
using ledger::ProgrammeId;

std::string_view type_of(FileForm form) {
    using evidence::FileType;
    switch (form) {
        case FileForm::docx: return content_type_of(FileType::docx);
        case FileForm::pdf: return content_type_of(FileType::pdf);
        case FileForm::xlsx: return content_type_of(FileType::xlsx);
    }
    return {};
}

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

Response send(const base::Result<DocumentArchive>& made) {
    if (!made) return http::error_response(made.error());
    return http::download({made->file, true}, "application/zip", made->name);
}

std::string to_json(const Document& document) {
    base::JsonWriter json;
    json.begin_object();
    if (document.programme) json.field("programme", *document.programme);
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

// GET /api/v1/documents/{kind}/{id}/file?form=docx|pdf|xlsx&on=&tasks=&annex=
Response get_file(const Needs& needs, const Request& request) {
    const auto wanted = wanted_in(request);
    if (!wanted) return http::error_response(wanted.error());
    const auto form = form_in_query(request);
    if (!form) return http::error_response(form.error());
    return send_document(needs, take_out_document(needs, request.who(), *wanted, *form), *form);
}

// GET /api/v1/programmes/{id}/documents.zip?document=strike_off_slip with the filters of
// /api/v1/ledger
Response get_rows(const Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto name = request.query_value("document");
    const auto kind = document_kind_of(name);
    if (!kind) return http::error_response(http::unfit_in_query("unknown_name", "document", name));
    const auto address = ledger::read_list_address(request);
    if (!address) return http::error_response(address.error());
    return send(take_out_rows(needs, request.who(), {*kind, *id, address->view, address->query}));
}

base::Result<WantedSet> set_in(const Request& request) {
    const auto id = ledger::id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return id.error();
    auto kinds = read_kinds(request.query_value("kinds"));
    if (!kinds) return kinds.error();
    const auto name = request.query_value("period");
    const auto period = set_period_of(name);
    if (!period) return http::unfit_in_query("unknown_name", "period", name);
    const auto on = http::day_in_query(request, "on");
    if (!on) return on.error();
    const auto is_set = [&](std::string_view what) { return request.query_value(what) == "1"; };
    return WantedSet{*id,
                     {std::move(*kinds), *period, is_set("as_pdf"), is_set("workbooks")},
                     *on,
                     std::string(request.query_value("name").substr(0, 4 * set_name_chars_max))};
}

// GET /api/v1/programmes/{id}/document-set.zip?kinds=month_report,ledger_table&period=month&on=
Response get_set(const Needs& needs, const Request& request) {
    const auto wanted = set_in(request);
    if (!wanted) return http::error_response(wanted.error());
    return send(take_out_set(needs, request.who(), *wanted));
}

/// Answers with all sets as they are then: act(programme).
template <class Do>
Response with_sets(const Needs& needs, const Request& request, Do act) {
    const auto id = ledger::id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto reader = ledger::reader_of(needs.ledger, request);
    return http::respond(act(*id), [&](const DocumentSets& sets) { return to_json(sets, reader); });
}

Response get_sets(const Needs& needs, const Request& request) {
    return with_sets(needs, request,
                     [&](ProgrammeId id) { return view_document_sets(needs, request.who(), id); });
}

Response put_set(const Needs& needs, const Request& request) {
    const auto wanted = read_document_set(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return with_sets(needs, request, [&](ProgrammeId id) {
        return keep_document_set(needs, request.who(), id, *wanted);
    });
}

Response delete_set(const Needs& needs, const Request& request) {
    const auto set = DocumentSetId::parse(request.parameter("set")).value_or(DocumentSetId{});
    return with_sets(needs, request, [&](ProgrammeId id) {
        return drop_document_set(needs, request.who(), id, set);
    });
}

}  // namespace

base::Result<FileForm> form_in_query(const http::Request& request) {
    const auto name = request.query_value("form");
    if (const auto form = file_form_of(name)) return *form;
    return http::unfit_in_query("unknown_name", "form", name);
}

http::Response send_document(const reports::Needs& needs, const base::Result<DocumentFile>& made,
                             FileForm form) {
    if (!made) return http::error_response(made.error());
    const auto path = reports::temporary_file(needs, "." + std::string(name_of(form)));
    office::write_bytes(path, made->bytes);
    return http::download({path, true}, type_of(form), made->name);
}

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

std::vector<http::Route> routes(Needs needs) {
    return {
        {Method::get, "/api/v1/documents/{kind}/{id}", Act::read_ledger,
         bound(needs, get_document)},
        {Method::get, "/api/v1/documents/{kind}/{id}/file", Act::export_ledger,
         bound(needs, get_file)},
        {Method::get, "/api/v1/programmes/{id}/documents.zip", Act::export_ledger,
         bound(needs, get_rows)},
        {Method::get, "/api/v1/programmes/{id}/document-set.zip", Act::export_ledger,
         bound(needs, get_set)},
        {Method::get, "/api/v1/programmes/{id}/document-sets", Act::read_ledger,
         bound(needs, get_sets)},
        {Method::put, "/api/v1/programmes/{id}/document-sets", Act::export_ledger,
         bound(needs, put_set)},
        {Method::del, "/api/v1/programmes/{id}/document-sets/{set}", Act::export_ledger,
         bound(needs, delete_set)},
    };
}

}  // namespace documents
