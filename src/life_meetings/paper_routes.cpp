#include "life_meetings/paper_routes.hpp"

#include "base/json_writer.hpp"
#include "documents/document_routes.hpp"
#include "ledger/ledger_routes.hpp"
#include "office/paper_json.hpp"

namespace life_meetings {
namespace {

using http::Request;
using http::Response;

base::Result<AskedPaper> asked_in(const Request& request) {
    const auto id = ledger::id_in_path<LifeMeetingId>(request, "life_meeting_unknown");
    if (!id) return id.error();
    return AskedPaper{*id, std::string(request.parameter("which"))};
}

std::string to_json(const documents::Document& document) {
    base::JsonWriter json;
    json.begin_object();
    if (document.programme) json.field("programme", *document.programme);
    office::write(json.key("paper"), document.paper);
    return json.end_object().take();
}

}  // namespace

std::vector<http::Route> paper_routes(const documents::Needs& needs, const PaperPaths& paths,
                                      const PaperMaker& make) {
    const auto show = [needs, make](const Request& request) -> Response {
        const auto asked = asked_in(request);
        if (!asked) return http::error_response(asked.error());
        return http::respond(view_paper(needs, request.who(), *asked, make),
                             [](const documents::Document& one) { return to_json(one); });
    };
    const auto send = [needs, make](const Request& request) -> Response {
        const auto asked = asked_in(request);
        if (!asked) return http::error_response(asked.error());
        const auto form = documents::form_in_query(request);
        if (!form) return http::error_response(form.error());
        return documents::send_document(
            needs, take_out_paper(needs, request.who(), *asked, make, *form), *form);
    };
    return {{http::Method::get, paths.view, base::Act::read_ledger, show},
            {http::Method::get, paths.file, base::Act::export_ledger, send}};
}

}  // namespace life_meetings
