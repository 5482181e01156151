#include "documents/document_routes.hpp"
#include "ledger/ledger_routes.hpp"
#include "opinions/box_json.hpp"
#include "opinions/opinion_routes.hpp"

namespace opinions {
namespace {

using http::Method;
using http::Request;
using http::Response;

constexpr std::string_view unknown = "life_meeting_unknown";

Response post_codes(const documents::Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<LifeMeetingId>(request, unknown);
    if (!id) return http::error_response(id.error());
    const auto wanted = read_wanted_codes(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return documents::send_document(needs, make_codes(needs, request.who(), *id, *wanted),
                                    documents::FileForm::docx);
}

Response put_opening(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, unknown, open_box);
}

// The code stands in the body, so that no log of addresses holds it.
Response post_look(const Needs& needs, CodeTries& tries, const Request& request) {
    const auto code = read_code(request.body);
    if (!code) return http::error_response(code.error());
    return http::respond(look_at_box(needs, tries, {request.remote, *code}),
                         [](const BoxPage& page) { return to_json(page); });
}
Response post_ballot(const Needs& needs, CodeTries& tries, const Request& request) {
    const auto handed = read_handed_in(request.body);
    if (!handed) return http::error_response(handed.error());
    return http::respond(
        hand_in_ballot(needs, tries, {request.remote, handed->code}, handed->ballot));
}

}  // namespace

std::vector<http::Route> box_routes(const documents::Needs& needs, CodeTries& tries) {
    using base::Act;
    using ledger::bound;
    const auto look = [of = needs.ledger, &tries](const Request& request) {
        return post_look(of, tries, request);
    };
    const auto hand_in = [of = needs.ledger, &tries](const Request& request) {
        return post_ballot(of, tries, request);
    };
    return {
        {Method::post, "/api/v1/life-meetings/{id}/opinions/codes", Act::edit_ledger,
         bound(needs, post_codes)},
        {Method::put, "/api/v1/life-meetings/{id}/opinions/box", Act::edit_ledger,
         bound(needs.ledger, put_opening)},
        {Method::post, "/api/v1/opinion-box/look", http::open_door, look},
        {Method::post, "/api/v1/opinion-box", http::open_door, hand_in},
    };
}

}  // namespace opinions
