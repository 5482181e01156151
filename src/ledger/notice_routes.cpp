// The endpoints of ladders and of the notices they lead to. Handlers read, act and answer.
#include "ledger/ladder_actions.hpp"
#include "ledger/ladder_json.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "ledger/notice_json.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

Response get_ladder(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_ladder(needs, request.who(), *id));
}

Response put_ladder(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto wanted = read_ladder(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return answer(needs, request, set_ladder(needs, request.who(), *id, *wanted));
}

Response get_counts(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return http::respond(count_notices_of_units(needs, request.who(), *id),
                         [](const std::vector<NoticeCounts>& counts) { return to_json(counts); });
}

// GET /api/v1/notices?programme=&unit=&measure=&state=issued,signed_for&page=&page_size=
Response get_notices(const Needs& needs, const Request& request) {
    const auto filter = read_notice_filter(request);
    if (!filter) return http::error_response(filter.error());
    const auto page = list_notice_page(needs, request.who(), *filter);
    return http::json_response(to_json(page, filter->page, reader_of(needs, request)));
}

Response get_waiting(const Needs& needs, const Request& request) {
    return http::json_response(
        to_json(list_waiting_notices(needs, request.who()), reader_of(needs, request)));
}

Response post_notice(const Needs& needs, const Request& request) {
    const auto wanted = read_new_notice(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return answer(needs, request, propose_notice(needs, request.who(), *wanted), 201);
}

Response post_at_once(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    auto wanted = read_new_at_once(request.body);
    if (!wanted) return http::error_response(wanted.error());
    wanted->programme = *programme;
    return answer(needs, request, propose_at_once(needs, request.who(), *wanted), 201);
}

Response get_notice(const Needs& needs, const Request& request) {
    const auto id = id_in_path<NoticeId>(request, "notice_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_notice(needs, request.who(), *id));
}

template <class Read, class Do>
Response act_on_notice(const Needs& needs, const Request& request, Read read, Do act) {
    return act_on<NoticeId>(needs, request, "notice_unknown", read,
                            [&](NoticeId id, const auto& message) {
                                return act(SeenNotice{id, message.version}, message);
                            });
}

template <class Do>
Response say(const Needs& needs, const Request& request, std::string_view key, Do act) {
    const auto read = [&](std::string_view body) { return read_notice_words(body, key); };
    return act_on_notice(needs, request, read, act);
}

using Seen = const SeenNotice&;
using Said = const NoticeWords&;

Response patch_notice(const Needs& needs, const Request& request) {
    return act_on_notice(needs, request, read_notice_draft,
                         [&](Seen seen, const NoticeDraftForm& form) {
                             return edit_notice(needs, request.who(), seen, form.draft);
                         });
}

Response put_issue(const Needs& needs, const Request& request) {
    return act_on_notice(needs, request, read_notice_draft,
                         [&](Seen seen, const NoticeDraftForm& form) {
                             return issue_notice(needs, request.who(), seen, form.draft);
                         });
}

Response put_dismissal(const Needs& needs, const Request& request) {
    return say(needs, request, "reason", [&](Seen seen, Said said) {
        return dismiss_notice(needs, request.who(), seen, said.text);
    });
}

Response put_receipt(const Needs& needs, const Request& request) {
    return say(needs, request, "",
               [&](Seen seen, Said) { return sign_for_notice(needs, request.who(), seen); });
}

Response put_answer(const Needs& needs, const Request& request) {
    return say(needs, request, "text", [&](Seen seen, Said said) {
        return answer_notice(needs, request.who(), seen, said.text);
    });
}

Response put_return(const Needs& needs, const Request& request) {
    return say(needs, request, "reason", [&](Seen seen, Said said) {
        return send_back_answer(needs, request.who(), seen, said.text);
    });
}

Response put_closing(const Needs& needs, const Request& request) {
    return say(needs, request, "note", [&](Seen seen, Said said) {
        return close_notice(needs, request.who(), seen, said.helped, said.text);
    });
}

}  // namespace

// A unit's leaders sign as well as its liaison, so the door of receipt and answer is reading, and
// the rule says who of those.
std::vector<http::Route> notice_routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    return {
        {Method::get, "/api/v1/programmes/{id}/ladder", reading, bound(needs, get_ladder)},
        {Method::put, "/api/v1/programmes/{id}/ladder", keeping, bound(needs, put_ladder)},
        {Method::get, "/api/v1/programmes/{id}/notice-counts", reading, bound(needs, get_counts)},
        {Method::post, "/api/v1/programmes/{id}/at-once-notices", keeping,
         bound(needs, post_at_once)},
        {Method::get, "/api/v1/notices", reading, bound(needs, get_notices)},
        {Method::post, "/api/v1/notices", keeping, bound(needs, post_notice)},
        {Method::get, "/api/v1/notices/waiting", reading, bound(needs, get_waiting)},
        {Method::get, "/api/v1/notices/{id}", reading, bound(needs, get_notice)},
        {Method::patch, "/api/v1/notices/{id}", keeping, bound(needs, patch_notice)},
        {Method::put, "/api/v1/notices/{id}/issue", keeping, bound(needs, put_issue)},
        {Method::put, "/api/v1/notices/{id}/dismissal", keeping, bound(needs, put_dismissal)},
        {Method::put, "/api/v1/notices/{id}/receipt", reading, bound(needs, put_receipt)},
        {Method::put, "/api/v1/notices/{id}/answer", reading, bound(needs, put_answer)},
        {Method::put, "/api/v1/notices/{id}/return", keeping, bound(needs, put_return)},
        {Method::put, "/api/v1/notices/{id}/closing", keeping, bound(needs, put_closing)},
    };
}

}  // namespace ledger
