#include "base/text_length.hpp"
#include "inspections/feedback_json.hpp"
#include "inspections/inspection_routes.hpp"
#include "ledger/file_routes.hpp"
#include "ledger/ledger_routes.hpp"

namespace inspections {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::add_to_programme;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;

Response get_feedback_of(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, list_feedback_of(needs, request.who(), *id));
}

Response post_feedback(const Needs& needs, const Request& request) {
    return add_to_programme(needs, request, read_new_feedback, register_feedback);
}

// POST /api/v1/programmes/{id}/feedback-texts : the file is the body.
Response post_text(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    if (request.body_file.empty())
        return http::error_response(base::refuse(base::ErrorKind::invalid, "file_missing", "file"));
    return http::respond(read_feedback_document(needs, request.who(), *id, request.body_file),
                         [](const std::string& text) { return text_json(text); });
}

Response get_to_sign(const Needs& needs, const Request& request) {
    return http::json_response(to_json(list_feedback_to_sign(needs, request.who())));
}

Response get_feedback(const Needs& needs, const Request& request) {
    const auto id = id_in_path<FeedbackId>(request, "feedback_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_feedback(needs, request.who(), *id));
}

template <class Read, class Do>
Response act_on_feedback(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on<FeedbackId>(needs, request, "feedback_unknown", read, act);
}

Response patch_feedback(const Needs& needs, const Request& request) {
    return act_on_feedback(needs, request, read_paper_change, [&](FeedbackId id, const auto& form) {
        return edit_feedback(needs, request.who(), {id, form.version}, form.paper, form.reason);
    });
}

Response put_delivery(const Needs& needs, const Request& request) {
    return act_on_feedback(needs, request, read_delivery, [&](FeedbackId id, const auto& form) {
        return deliver_feedback(needs, request.who(), {id, form.version}, form.delivery);
    });
}

Response put_taking_back(const Needs& needs, const Request& request) {
    return act_on_feedback(
        needs, request, read_feedback_words, [&](FeedbackId id, const auto& form) {
            return take_back_feedback(needs, request.who(), {id, form.version}, form.reason);
        });
}

Response put_signature(const Needs& needs, const Request& request) {
    return act_on_feedback(needs, request, read_feedback_words,
                           [&](FeedbackId id, const auto& form) {
                               return sign_for_feedback(needs, request.who(), {id, form.version});
                           });
}

Response put_receipt(const Needs& needs, const Request& request) {
    return act_on_feedback(needs, request, read_receipt, [&](FeedbackId id, const auto& form) {
        return note_feedback_receipt(needs, request.who(), {id, form.version}, form.receipt);
    });
}

Response put_declaration(const Needs& needs, const Request& request) {
    return act_on_feedback(needs, request, read_declaration, [&](FeedbackId id, const auto& form) {
        return note_feedback_declaration(needs, request.who(), {id, form.version},
                                         form.declaration);
    });
}

Response put_copies(const Needs& needs, const Request& request) {
    return act_on_feedback(needs, request, read_copies, [&](FeedbackId id, const auto& form) {
        return set_feedback_copies(needs, request.who(), {id, form.version}, form.copies);
    });
}

Response put_answers(const Needs& needs, const Request& request) {
    return act_on_feedback(needs, request, read_answers, [&](FeedbackId id, const auto& answers) {
        return answer_sentences(needs, request.who(), id, answers);
    });
}

Response get_sources(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProblemId>(request, "problem_not_found");
    if (!id) return http::error_response(id.error());
    return http::respond(
        list_sources_of(needs, request.who(), *id),
        [](const std::vector<SourceSentence>& sources) { return to_json(sources); });
}

// POST /api/v1/feedback/{id}/file?version=&name=&reason= : the file is the body.
Response post_file(const ledger::EvidenceNeeds& needs, const Request& request) {
    const auto id = id_in_path<FeedbackId>(request, "feedback_unknown");
    if (!id) return http::error_response(id.error());
    const auto version = ledger::version_in_query(request);
    if (!version) return http::error_response(version.error());
    const auto reason = std::string(request.query_value("reason"));
    if (auto fault = base::why_too_long(reason, "reason", base::limits::reason_chars_max))
        return http::error_response(*fault);
    return answer(
        needs.ledger, request,
        file_feedback(needs, request.who(), {*id, *version},
                      {std::string(request.query_value("name")), reason, request.body_file}));
}

Response get_file(const ledger::EvidenceNeeds& needs, const Request& request) {
    const auto id = id_in_path<FeedbackId>(request, "feedback_unknown");
    if (!id) return http::error_response(id.error());
    const auto fetched = fetch_feedback_file(needs, request.who(), *id);
    return fetched ? ledger::as_download(*fetched) : http::error_response(fetched.error());
}

http::Route upload_route(const Needs& needs) {
    return {Method::post,
            "/api/v1/programmes/{id}/feedback-texts",
            Act::register_inspections,
            bound(needs, post_text),
            base::limits::document_bytes_max,
            true};
}

}  // namespace

std::vector<http::Route> feedback_routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::register_inspections;
    const auto of_programme = "/api/v1/programmes/{id}/feedback";
    return {
        {Method::get, of_programme, reading, bound(needs, get_feedback_of)},
        {Method::post, of_programme, keeping, bound(needs, post_feedback)},
        upload_route(needs),
        {Method::get, "/api/v1/feedback/to-sign", reading, bound(needs, get_to_sign)},
        {Method::get, "/api/v1/feedback/{id}", reading, bound(needs, get_feedback)},
        {Method::patch, "/api/v1/feedback/{id}", keeping, bound(needs, patch_feedback)},
        {Method::put, "/api/v1/feedback/{id}/delivery", keeping, bound(needs, put_delivery)},
        {Method::put, "/api/v1/feedback/{id}/taking-back", keeping, bound(needs, put_taking_back)},
        {Method::put, "/api/v1/feedback/{id}/signature", Act::sign, bound(needs, put_signature)},
        {Method::put, "/api/v1/feedback/{id}/receipt", keeping, bound(needs, put_receipt)},
        {Method::put, "/api/v1/feedback/{id}/declaration", keeping, bound(needs, put_declaration)},
        {Method::put, "/api/v1/feedback/{id}/copies", keeping, bound(needs, put_copies)},
        {Method::put, "/api/v1/feedback/{id}/answers", Act::edit_ledger, bound(needs, put_answers)},
        {Method::get, "/api/v1/problems/{id}/sentences", reading, bound(needs, get_sources)},
    };
}

std::vector<http::Route> feedback_file_routes(const ledger::EvidenceNeeds& needs) {
    const auto file = "/api/v1/feedback/{id}/file";
    return {
        {Method::get, file, Act::read_ledger, bound(needs, get_file)},
        {Method::post, file, Act::register_inspections, bound(needs, post_file),
         needs.file_bytes_max, true},
    };
}

std::vector<http::Route> routes(Needs needs) {
    auto all = round_routes(needs);
    for (const auto& family : {feedback_routes(needs), clue_routes(needs)})
        all.insert(all.end(), family.begin(), family.end());
    return all;
}

}  // namespace inspections
