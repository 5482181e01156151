#include "templates/template_routes.hpp"

#include <charconv>

#include "evidence/file_type.hpp"
#include "ledger/ledger_routes.hpp"
#include "office/file_bytes.hpp"
#include "templates/field_paper.hpp"
#include "templates/making_actions.hpp"
#include "templates/starter_paper.hpp"
#include "templates/template_json.hpp"

namespace templates {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;

std::string_view content_type_of(std::string_view file_name) {
    using evidence::FileType;
    return evidence::content_type_of(file_name.ends_with(".pdf")    ? FileType::pdf
                                     : file_name.ends_with(".xlsx") ? FileType::xlsx
                                                                    : FileType::docx);
}

Response send(const Needs& needs, const std::string& bytes, const std::string& name) {
    const auto path = reports::temporary_file({needs.evidence.ledger, needs.temporary},
                                              name.substr(name.rfind('.')));
    office::write_bytes(path, bytes);
    return http::download({path, true}, content_type_of(name), name);
}

Response show(const Needs& needs, const Request& request, const base::Result<Template>& one,
              int status = 200) {
    return ledger::answer(needs.evidence.ledger, request, one, status);
}

base::Result<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc() || end != text.data() + text.size() || number < 1)
        return refuse(ErrorKind::not_found, "template_version_unknown");
    return number;
}

Response get_templates(const Needs& needs, const Request& request) {
    const auto reader = ledger::reader_of(needs.evidence.ledger, request);
    return http::json_response(to_json(list_templates(needs, request.who()), reader));
}

Response get_fields(const Needs&, const Request&) {
    return http::json_response(fields_json(field_table()));
}

Response get_starter(const Needs& needs, const Request& request) {
    const auto starter = starter_of(request.parameter("name"));
    if (!starter) return http::error_response(refuse(ErrorKind::not_found, "template_unknown"));
    return send(needs, bytes_of(*starter), std::string(file_name_of(*starter)));
}

Response post_template(const Needs& needs, const Request& request) {
    const auto upload = read_upload(request);
    if (!upload) return http::error_response(upload.error());
    return show(needs, request, add_template(needs, request.who(), *upload), 201);
}

Response post_version(const Needs& needs, const Request& request) {
    const auto upload = read_upload(request);
    if (!upload) return http::error_response(upload.error());
    return show(needs, request, add_version(needs, request.who(), *upload), 201);
}

Response put_use(const Needs& needs, const Request& request) {
    return ledger::act_on<TemplateId>(
        needs.evidence.ledger, request, "template_unknown", read_use,
        [&](TemplateId id, const UseOrder& order) {
            return use_version(needs, request.who(), {id, order.version}, order.number);
        });
}

Response put_withdrawal(const Needs& needs, const Request& request) {
    return ledger::act_on<TemplateId>(
        needs.evidence.ledger, request, "template_unknown", read_withdrawal,
        [&](TemplateId id, const WithdrawalOrder& order) {
            return withdraw_template(needs, request.who(), {id, order.version}, order.reason);
        });
}

Response put_return(const Needs& needs, const Request& request) {
    return ledger::act_on<TemplateId>(
        needs.evidence.ledger, request, "template_unknown", read_return,
        [&](TemplateId id, std::int64_t version) {
            return take_back_template(needs, request.who(), {id, version});
        });
}

Response get_version(const Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<TemplateId>(request, "template_unknown");
    if (!id) return http::error_response(id.error());
    const auto number = number_in(request.parameter("number"));
    if (!number) return http::error_response(number.error());
    const auto fetched = fetch_version(needs, request.who(), *id, *number);
    if (!fetched) return http::error_response(fetched.error());
    std::string bytes;
    evidence::read_whole(*fetched->blob, [&](std::string_view piece) { bytes += piece; });
    auto name = fetched->version.file_name;
    if (name.rfind('.') == std::string::npos) name += ".docx";
    return send(needs, bytes, name);
}

// GET /api/v1/templates/{id}/documents/{programme}?form=pdf&number=2
Response get_document(const Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<TemplateId>(request, "template_unknown");
    if (!id) return http::error_response(id.error());
    const auto programme = ledger::ProgrammeId::parse(request.parameter("programme"));
    if (!programme)
        return http::error_response(refuse(ErrorKind::not_found, "programme_not_found"));
    WantedDocument wanted{*id, *programme};
    wanted.pdf = request.query_value("form") == "pdf";
    if (const auto asked = request.query_value("number"); !asked.empty()) {
        const auto number = number_in(asked);
        if (!number) return http::error_response(number.error());
        wanted.number = *number;
    }
    const auto made = make_document(needs, request.who(), wanted);
    if (!made) return http::error_response(made.error());
    return send(needs, made->bytes, made->name);
}

}  // namespace

std::vector<http::Route> routes(const Needs& needs) {
    const auto all = "/api/v1/templates";
    return {
        {Method::get, all, Act::read_ledger, bound(needs, get_templates)},
        {Method::get, "/api/v1/template-fields", Act::read_ledger, bound(needs, get_fields)},
        {Method::get, "/api/v1/template-starters/{name}", Act::read_ledger,
         bound(needs, get_starter)},
        {Method::post, all, Act::edit_ledger, bound(needs, post_template),
         office::template_bytes_max, true},
        {Method::post, "/api/v1/templates/{id}/versions", Act::edit_ledger,
         bound(needs, post_version), office::template_bytes_max, true},
        {Method::put, "/api/v1/templates/{id}/use", Act::edit_ledger, bound(needs, put_use)},
        {Method::put, "/api/v1/templates/{id}/withdrawal", Act::edit_ledger,
         bound(needs, put_withdrawal)},
        {Method::put, "/api/v1/templates/{id}/return", Act::edit_ledger, bound(needs, put_return)},
        {Method::get, "/api/v1/templates/{id}/versions/{number}/file", Act::read_ledger,
         bound(needs, get_version)},
        {Method::get, "/api/v1/templates/{id}/documents/{programme}", Act::export_ledger,
         bound(needs, get_document)},
    };
}

}  // namespace templates
