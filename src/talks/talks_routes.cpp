// Handlers read, act and answer.
#include "talks/talks_routes.hpp"

#include "base/json_writer.hpp"
#include "documents/document_routes.hpp"
#include "ledger/ledger_routes.hpp"
#include "office/paper_json.hpp"
#include "talks/talk_json.hpp"
#include "talks/talk_paper_actions.hpp"

namespace talks {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;

constexpr std::string_view unknown = "talk_unknown", meeting_unknown = "life_meeting_unknown";

Response get_talks(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, meeting_unknown, view_talks);
}

Response put_plan(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, meeting_unknown, read_talk_plan,
                                        plan_talks);
}

Response get_partners(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, meeting_unknown, propose_partners);
}

Response post_talk(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, meeting_unknown, read_new_talk,
                                        open_new_talk);
}

Response get_own(const Needs& needs, const Request& request) {
    const base::Result<std::vector<OwnTalk>> own = list_own_talks(needs, request.who());
    return answer(needs, request, own);
}

Response get_talk(const Needs& needs, const Request& request) {
    return ledger::answer_of<TalkId>(needs, request, unknown, view_talk);
}

/// act(seen, message) on the talk in the path.
template <class Read, class Do>
Response act_on_talk(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on<TalkId>(needs, request, unknown, read,
                                  [&](TalkId id, const auto& message) {
                                      return act(SeenTalk{id, message.version}, message);
                                  });
}
using Seen = const SeenTalk&;

Response put_appointment(const Needs& needs, const Request& request) {
    return act_on_talk(needs, request, read_appointment,
                       [&](Seen seen, const AppointmentForm& form) {
                           return propose_talk(needs, request.who(), seen, form.appointment);
                       });
}
Response put_confirmation(const Needs& needs, const Request& request) {
    return act_on_talk(needs, request, read_seen_talk, [&](Seen seen, const SeenMessage&) {
        return confirm_talk(needs, request.who(), seen);
    });
}
Response put_cancellation(const Needs& needs, const Request& request) {
    return act_on_talk(needs, request, read_cancellation,
                       [&](Seen seen, const CancellationForm& form) {
                           return cancel_talk(needs, request.who(), seen, form.reason);
                       });
}
Response put_record(const Needs& needs, const Request& request) {
    return act_on_talk(needs, request, read_talk_record, [&](Seen seen, const RecordForm& form) {
        return record_talk(needs, request.who(), seen, form.held);
    });
}
Response put_signature(const Needs& needs, const Request& request) {
    return act_on_talk(needs, request, read_seen_talk, [&](Seen seen, const SeenMessage&) {
        return sign_talk(needs, request.who(), seen);
    });
}
Response put_paper_signature(const Needs& needs, const Request& request) {
    return act_on_talk(needs, request, read_paper_signature,
                       [&](Seen seen, const PaperSignatureForm& form) {
                           return sign_talk_on_paper(needs, request.who(), seen, form.signature);
                       });
}

Response get_calendar(const Needs& needs, const Request& request) {
    const auto id = id_in_path<TalkId>(request, unknown);
    if (!id) return http::error_response(id.error());
    auto calendar = calendar_of_talk(needs, request.who(), *id);
    if (!calendar) return http::error_response(calendar.error());
    Response response;
    response.body = std::move(*calendar);
    response.with("Content-Type", "text/calendar; charset=utf-8");
    response.with("Content-Disposition",
                  "attachment; filename=\"talk.ics\"; filename*=UTF-8''talk.ics");
    return response;
}

std::string paper_to_json(const documents::Document& document) {
    base::JsonWriter json;
    json.begin_object().field("programme", *document.programme);
    office::write(json.key("paper"), document.paper);
    return json.end_object().take();
}

/// The two endpoints of a paper.
struct PaperPaths {
    TalkPaper which;
    std::string_view view, file, unknown;
};
void add_paper(std::vector<http::Route>& all, const documents::Needs& needs,
               const PaperPaths& paths) {
    const auto wanted_in = [paths](const Request& request) -> base::Result<WantedTalkPaper> {
        const auto id = base::parse_uuid(request.parameter("id"));
        if (!id) return base::refuse(base::ErrorKind::not_found, paths.unknown);
        return WantedTalkPaper{paths.which, *id};
    };
    all.push_back({Method::get, paths.view, Act::read_ledger, [=](const Request& request) {
                       const auto wanted = wanted_in(request);
                       if (!wanted) return http::error_response(wanted.error());
                       return http::respond(view_talk_paper(needs, request.who(), *wanted),
                                            paper_to_json);
                   }});
    all.push_back({Method::get, paths.file, Act::export_ledger, [=](const Request& request) {
                       const auto wanted = wanted_in(request);
                       if (!wanted) return http::error_response(wanted.error());
                       const auto form = documents::form_in_query(request);
                       if (!form) return http::error_response(form.error());
                       return documents::send_document(
                           needs, take_out_talk_paper(needs, request.who(), *wanted, *form), *form);
                   }});
}

}  // namespace

std::vector<http::Route> routes(const documents::Needs& needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    const auto& ledger = needs.ledger;
    std::vector<http::Route> all{
        {Method::get, "/api/v1/life-meetings/{id}/talks", reading, bound(ledger, get_talks)},
        {Method::post, "/api/v1/life-meetings/{id}/talks", reading, bound(ledger, post_talk)},
        {Method::put, "/api/v1/life-meetings/{id}/talks/plan", keeping, bound(ledger, put_plan)},
        {Method::get, "/api/v1/life-meetings/{id}/talks/proposed-partners", keeping,
         bound(ledger, get_partners)},
        {Method::get, "/api/v1/talks/own", reading, bound(ledger, get_own)},
        {Method::get, "/api/v1/talks/{id}", reading, bound(ledger, get_talk)},
        {Method::put, "/api/v1/talks/{id}/appointment", reading, bound(ledger, put_appointment)},
        {Method::put, "/api/v1/talks/{id}/confirmation", reading, bound(ledger, put_confirmation)},
        {Method::put, "/api/v1/talks/{id}/cancellation", reading, bound(ledger, put_cancellation)},
        {Method::put, "/api/v1/talks/{id}/record", reading, bound(ledger, put_record)},
        {Method::put, "/api/v1/talks/{id}/signature", reading, bound(ledger, put_signature)},
        {Method::put, "/api/v1/talks/{id}/paper-signature", keeping,
         bound(ledger, put_paper_signature)},
        {Method::get, "/api/v1/talks/{id}/calendar", reading, bound(ledger, get_calendar)},
    };
    add_paper(all, needs,
              {TalkPaper::blank, "/api/v1/life-meetings/{id}/talks/blank",
               "/api/v1/life-meetings/{id}/talks/blank/file", meeting_unknown});
    add_paper(all, needs,
              {TalkPaper::matrix, "/api/v1/life-meetings/{id}/talks/matrix",
               "/api/v1/life-meetings/{id}/talks/matrix/file", meeting_unknown});
    add_paper(
        all, needs,
        {TalkPaper::record, "/api/v1/talks/{id}/paper", "/api/v1/talks/{id}/paper/file", unknown});
    return all;
}

}  // namespace talks
