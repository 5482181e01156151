#include "opinions/opinion_routes.hpp"

#include "evidence/file_type.hpp"
#include "ledger/ledger_routes.hpp"
#include "life_meetings/paper_routes.hpp"
#include "office/sheet_fault_json.hpp"
#include "opinions/delivery_actions.hpp"
#include "opinions/gathered_json.hpp"
#include "opinions/opinion_import_actions.hpp"
#include "opinions/opinion_json.hpp"
#include "opinions/paper_actions.hpp"

namespace opinions {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::act_on;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;

constexpr std::string_view unknown = "life_meeting_unknown";

Response get_collection(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, unknown, view_collection);
}
Response put_collection(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, unknown, read_collection_choice,
                                        choose_collection);
}

// GET /api/v1/life-meetings/{id}/opinions/texts?about=team&page=&page_size=
Response get_texts(const Needs& needs, const Request& request) {
    const auto id = id_in_path<LifeMeetingId>(request, unknown);
    if (!id) return http::error_response(id.error());
    const auto wanted = read_texts_wanted(request);
    if (!wanted) return http::error_response(wanted.error());
    const auto reader = ledger::reader_of(needs, request);
    return http::respond(
        list_texts(needs, request.who(), *id, *wanted),
        [&](const OpinionTexts& texts) { return to_json(texts, wanted->page, reader); });
}

Response post_sheets(const Needs& needs, const Request& request) {
    return act_on<LifeMeetingId>(needs, request, unknown, read_sheets,
                                 [&](LifeMeetingId id, const std::vector<Sheet>& sheets) {
                                     return enter_sheets(needs, request.who(), id, sheets);
                                 });
}
Response put_strike(const Needs& needs, const Request& request) {
    return ledger::do_to<OpinionId>(needs, request, "opinion_unknown", read_correction,
                                    strike_opinion);
}

Response put_delivery(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, unknown, deliver_opinions);
}
Response put_receipt(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, unknown, receive_opinions);
}
Response put_paper_receipt(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, unknown, read_participant, note_receipt);
}

Response get_waiting(const Needs& needs, const Request& request) {
    return http::json_response(to_json(list_waiting_opinions(needs, request.who())));
}

Response get_gathered(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, unknown, view_gathered);
}
Response post_gathered(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, unknown, read_new_gathered, gather_problem);
}
Response put_given(const Needs& needs, const Request& request) {
    return act_on<GatheredId>(needs, request, "gathered_unknown", read_given_to,
                              [&](GatheredId id, const std::vector<ParticipantId>& given_to) {
                                  return give_gathered(needs, request.who(), id, given_to);
                              });
}
Response put_claim(const Needs& needs, const Request& request) {
    return ledger::answer_of<GatheredId>(needs, request, "gathered_unknown", claim_gathered);
}
Response delete_gathered(const Needs& needs, const Request& request) {
    return ledger::answer_of<GatheredId>(needs, request, "gathered_unknown", drop_gathered);
}

Response send_book(const base::Result<reports::LedgerBook>& book) {
    if (!book) return http::error_response(book.error());
    return http::download({book->file, true}, evidence::content_type_of(evidence::FileType::xlsx),
                          book->name);
}

std::string import_json(const OpinionImportReport& report) {
    base::JsonWriter json;
    json.begin_object().field("sheets", report.sheets).field("blank_sheets", report.blank_sheets);
    json.field("opinions", report.opinions).field("bad_rows", report.bad_rows);
    json.field("faults_total", static_cast<std::int64_t>(report.faults.size()));
    office::write_faults(json, "faults", report.faults);
    return json.end_object().take();
}

/// The meeting in the path, and the file that is the body.
struct Uploaded {
    LifeMeetingId meeting;
    std::filesystem::path file;
};
base::Result<Uploaded> uploaded_in(const Request& request) {
    const auto id = id_in_path<LifeMeetingId>(request, unknown);
    if (!id) return id.error();
    if (request.body_file.empty())
        return base::refuse(base::ErrorKind::invalid, "file_missing", "file");
    return Uploaded{*id, request.body_file};
}

Response get_template(const reports::Needs& needs, const Request& request) {
    const auto id = id_in_path<LifeMeetingId>(request, unknown);
    if (!id) return http::error_response(id.error());
    return send_book(write_opinion_template(needs, request.who(), *id));
}
Response post_check(const reports::Needs& needs, const Request& request) {
    const auto file = uploaded_in(request);
    if (!file) return http::error_response(file.error());
    return http::respond(
        check_opinion_workbook(needs.ledger, request.who(), file->meeting, file->file),
        import_json);
}
// POST /api/v1/life-meetings/{id}/opinions/imports?skip_bad=1
Response post_import(const reports::Needs& needs, const Request& request) {
    const auto file = uploaded_in(request);
    if (!file) return http::error_response(file.error());
    const auto bad = request.query_value("skip_bad") == "1" ? BadRows::leave_out : BadRows::refuse;
    return http::respond(
        import_opinion_workbook(needs.ledger, request.who(), file->meeting, bad, file->file),
        import_json, 201);
}
Response post_returned(const reports::Needs& needs, const Request& request) {
    const auto file = uploaded_in(request);
    if (!file) return http::error_response(file.error());
    return send_book(return_bad_opinions(needs, request.who(), file->meeting, file->file));
}

template <class Handle>
http::Route upload_route(const reports::Needs& needs, std::string_view path, Handle handle) {
    return {Method::post,
            path,
            Act::edit_ledger,
            bound(needs, handle),
            base::limits::document_bytes_max,
            true};
}

void append(std::vector<http::Route>& all, std::vector<http::Route> more) {
    for (auto& route : more) all.push_back(std::move(route));
}

std::vector<http::Route> import_routes(const reports::Needs& needs) {
    return {
        {Method::get, "/api/v1/life-meetings/{id}/opinions/workbook", Act::edit_ledger,
         bound(needs, get_template)},
        upload_route(needs, "/api/v1/life-meetings/{id}/opinions/imports/check", post_check),
        upload_route(needs, "/api/v1/life-meetings/{id}/opinions/imports", post_import),
        upload_route(needs, "/api/v1/life-meetings/{id}/opinions/imports/returned", post_returned),
    };
}

/// Looking at a paper is noted before it is shown.
std::vector<http::Route> noted_papers(const documents::Needs& needs) {
    auto made =
        life_meetings::paper_routes(needs,
                                    {"/api/v1/life-meetings/{id}/opinion-papers/{which}",
                                     "/api/v1/life-meetings/{id}/opinion-papers/{which}/file"},
                                    opinion_papers(needs.ledger.clock));
    const auto show = made.front().handler;
    made.front().handler = [ledger = needs.ledger, show](const Request& request) {
        const auto id = id_in_path<LifeMeetingId>(request, unknown);
        if (!id) return http::error_response(id.error());
        const auto noted =
            note_paper_read(ledger, request.who(), {*id, std::string(request.parameter("which"))});
        return noted ? show(request) : http::error_response(noted.error());
    };
    return made;
}

}  // namespace

// What the team does for itself is open to whoever reads; the rule says who of those.
std::vector<http::Route> routes(const documents::Needs& needs, CodeTries& tries) {
    const auto& of = needs.ledger;
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    const auto all_of = "/api/v1/life-meetings/{id}/opinions",
               gathered = "/api/v1/life-meetings/{id}/gathered-problems";
    std::vector<http::Route> all{
        {Method::get, all_of, reading, bound(of, get_collection)},
        {Method::put, all_of, keeping, bound(of, put_collection)},
        {Method::get, "/api/v1/life-meetings/{id}/opinions/texts", reading, bound(of, get_texts)},
        {Method::post, "/api/v1/life-meetings/{id}/opinions/sheets", keeping,
         bound(of, post_sheets)},
        {Method::put, "/api/v1/opinions/{id}/strike", keeping, bound(of, put_strike)},
        {Method::put, "/api/v1/life-meetings/{id}/opinions/delivery", keeping,
         bound(of, put_delivery)},
        {Method::put, "/api/v1/life-meetings/{id}/opinions/receipt", reading,
         bound(of, put_receipt)},
        {Method::put, "/api/v1/life-meetings/{id}/opinions/paper-receipt", keeping,
         bound(of, put_paper_receipt)},
        {Method::get, "/api/v1/opinions/waiting", reading, bound(of, get_waiting)},
        {Method::get, gathered, reading, bound(of, get_gathered)},
        {Method::post, gathered, keeping, bound(of, post_gathered)},
        {Method::put, "/api/v1/gathered-problems/{id}/given", keeping, bound(of, put_given)},
        {Method::put, "/api/v1/gathered-problems/{id}/claim", reading, bound(of, put_claim)},
        {Method::del, "/api/v1/gathered-problems/{id}", keeping, bound(of, delete_gathered)},
    };
    append(all, import_routes(needs));
    append(all, box_routes(needs, tries));
    append(all, noted_papers(needs));
    return all;
}

}  // namespace opinions
