// Handlers read, act and answer.
#include "meetings/meeting_routes.hpp"

#include "accounts/token_actions.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "meetings/meeting_json.hpp"

namespace meetings {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::add_to_programme;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;
using ledger::reader_of;

base::Result<WhichMeetings> which_in(const Request& request) {
    const auto asked = request.query_value("which");
    if (asked.empty()) return WhichMeetings::all;
    if (asked == "to_come") return WhichMeetings::to_come;
    if (asked == "over") return WhichMeetings::over;
    return base::refuse(base::ErrorKind::invalid, "unknown_name", "which",
                        {{"value", std::string(asked.substr(0, 40))}});
}

// GET /api/v1/programmes/{id}/meetings?which=to_come|over&page=&page_size=
Response get_meetings(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto page = ledger::read_page(request);
    if (!page) return http::error_response(page.error());
    const auto which = which_in(request);
    if (!which) return http::error_response(which.error());
    const auto found = list_meeting_page(needs, request.who(), {*id, *which, *page});
    const auto reader = reader_of(needs, request);
    return http::respond(found,
                         [&](const MeetingPage& rows) { return to_json(rows, *page, reader); });
}

Response post_meeting(const Needs& needs, const Request& request) {
    return add_to_programme(needs, request, read_new_meeting, plan_meeting);
}

Response get_series(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return http::respond(list_series_of(needs, request.who(), *id),
                         [](const std::vector<SeriesView>& all) { return to_json(all); });
}

Response post_series(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    auto wanted = read_new_series(request.body);
    if (!wanted) return http::error_response(wanted.error());
    wanted->programme = *id;
    return http::respond(
        open_series(needs, request.who(), *wanted),
        [](const Series& series) { return to_json(series); }, 201);
}

Response patch_series(const Needs& needs, const Request& request) {
    const auto id = id_in_path<SeriesId>(request, "series_unknown");
    if (!id) return http::error_response(id.error());
    auto wanted = read_series_change(request.body);
    if (!wanted) return http::error_response(wanted.error());
    wanted->id = *id;
    return http::respond(change_series(needs, request.who(), *wanted),
                         [](const Series& series) { return to_json(series); });
}

Response get_next(const Needs& needs, const Request& request) {
    const auto id = id_in_path<SeriesId>(request, "series_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, propose_next(needs, request.who(), *id));
}

Response get_own(const Needs& needs, const Request& request) {
    return http::json_response(
        to_json(list_meetings_to_come(needs, request.who()), reader_of(needs, request)));
}

Response get_meeting(const Needs& needs, const Request& request) {
    const auto id = id_in_path<MeetingId>(request, "meeting_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_meeting(needs, request.who(), *id));
}

template <class Read, class Do>
Response act_on_meeting(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on<MeetingId>(needs, request, "meeting_unknown", read, act);
}

Response patch_meeting(const Needs& needs, const Request& request) {
    return act_on_meeting(
        needs, request, read_meeting_change, [&](MeetingId id, const auto& change) {
            return edit_meeting(needs, request.who(), {id, change.version}, change.terms);
        });
}

template <class Do>
Response say(const Needs& needs, const Request& request, std::string_view key, Do act) {
    const auto read = [&](std::string_view body) { return read_meeting_words(body, key); };
    return act_on_meeting(needs, request, read, [&](MeetingId id, const MeetingWords& words) {
        return act(SeenMeeting{id, words.version}, words);
    });
}

using Seen = const SeenMeeting&;
using Said = const MeetingWords&;

Response put_notice(const Needs& needs, const Request& request) {
    return say(needs, request, "",
               [&](Seen seen, Said) { return call_meeting(needs, request.who(), seen); });
}

Response put_cancellation(const Needs& needs, const Request& request) {
    return say(needs, request, "reason", [&](Seen seen, Said said) {
        return cancel_meeting(needs, request.who(), seen, said.text);
    });
}

Response put_opening(const Needs& needs, const Request& request) {
    return say(needs, request, "",
               [&](Seen seen, Said) { return open_meeting(needs, request.who(), seen); });
}

Response put_closing(const Needs& needs, const Request& request) {
    return say(needs, request, "",
               [&](Seen seen, Said) { return close_meeting(needs, request.who(), seen); });
}

Response put_attendance(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_attendance,
                          [&](MeetingId id, const AttendanceNote& said) {
                              return note_attendance_of(needs, request.who(), id, said);
                          });
}

Response get_proposals(const Needs& needs, const Request& request) {
    const auto id = id_in_path<MeetingId>(request, "meeting_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, list_proposals(needs, request.who(), *id));
}

Response put_agenda(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_agenda, [&](MeetingId id, const AgendaForm& form) {
        return set_agenda(needs, request.who(), {id, form.version}, form.lines);
    });
}

Response put_minutes(const Needs& needs, const Request& request) {
    const auto item = AgendaItemId::parse(request.parameter("item"));
    if (!item)
        return http::error_response(
            base::refuse(base::ErrorKind::not_found, "agenda_item_unknown"));
    return act_on_meeting(needs, request, read_minute, [&](MeetingId id, const Minute& read) {
        auto minute = read;
        minute.item = *item;
        return write_minute(needs, request.who(), id, minute);
    });
}

Response post_remark(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_remark, [&](MeetingId id, const std::string& text) {
        return add_remark(needs, request.who(), id, text);
    });
}

// GET /api/v1/calendar-feeds/zg_….ics
Response get_feed(const FeedNeeds& needs, const Request& request) {
    constexpr std::string_view suffix = ".ics";
    auto token = request.parameter("secret");
    if (token.ends_with(suffix)) token.remove_suffix(suffix.size());
    const auto digest = accounts::digest_of_personal_token(token);
    if (!digest)
        return http::error_response(
            base::refuse(base::ErrorKind::unauthenticated, "token_not_accepted"));
    const auto owner = accounts::recognise_token(needs.accounts, *digest, request.remote,
                                                 accounts::TokenPurpose::calendar);
    if (!owner) return http::error_response(owner.error());
    Response response;
    std::vector<CalendarEvent> more;
    for (const auto& source : needs.sources)
        for (auto& event : source(*owner)) more.push_back(std::move(event));
    response.body = own_calendar(needs.ledger, *owner, std::move(more));
    response.with("Content-Type", "text/calendar; charset=utf-8");
    response.with("Cache-Control", "no-store");
    return response;
}

}  // namespace

// Whoever keeps the minutes need not be of the office, and everybody answers for themselves: there
// the door is reading, and the rule says who of those.
std::vector<http::Route> routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    return {
        {Method::get, "/api/v1/programmes/{id}/meetings", reading, bound(needs, get_meetings)},
        {Method::post, "/api/v1/programmes/{id}/meetings", keeping, bound(needs, post_meeting)},
        {Method::get, "/api/v1/programmes/{id}/meeting-series", reading, bound(needs, get_series)},
        {Method::post, "/api/v1/programmes/{id}/meeting-series", keeping,
         bound(needs, post_series)},
        {Method::patch, "/api/v1/meeting-series/{id}", keeping, bound(needs, patch_series)},
        {Method::get, "/api/v1/meeting-series/{id}/next", keeping, bound(needs, get_next)},
        {Method::get, "/api/v1/meetings/own", reading, bound(needs, get_own)},
        {Method::get, "/api/v1/meetings/{id}", reading, bound(needs, get_meeting)},
        {Method::patch, "/api/v1/meetings/{id}", keeping, bound(needs, patch_meeting)},
        {Method::put, "/api/v1/meetings/{id}/notice", keeping, bound(needs, put_notice)},
        {Method::put, "/api/v1/meetings/{id}/cancellation", keeping,
         bound(needs, put_cancellation)},
        {Method::put, "/api/v1/meetings/{id}/attendance", reading, bound(needs, put_attendance)},
        {Method::get, "/api/v1/meetings/{id}/proposals", reading, bound(needs, get_proposals)},
        {Method::put, "/api/v1/meetings/{id}/agenda", reading, bound(needs, put_agenda)},
        {Method::put, "/api/v1/meetings/{id}/opening", keeping, bound(needs, put_opening)},
        {Method::put, "/api/v1/meetings/{id}/items/{item}/minutes", reading,
         bound(needs, put_minutes)},
        {Method::put, "/api/v1/meetings/{id}/closing", reading, bound(needs, put_closing)},
        {Method::post, "/api/v1/meetings/{id}/remarks", reading, bound(needs, post_remark)},
    };
}

std::vector<http::Route> feed_routes(FeedNeeds needs) {
    return {
        {Method::get, "/api/v1/calendar-feeds/{secret}", http::open_door, bound(needs, get_feed)}};
}

}  // namespace meetings
