#include "life_meetings/life_meetings_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "life_meetings/life_meeting_json.hpp"

namespace life_meetings {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::bound;

// GET /api/v1/programmes/{id}/life-meetings?page=&page_size=
Response get_meetings(const Needs& needs, const Request& request) {
    return ledger::list_of_programme(needs, request, read_life_meeting_filter,
                                     list_life_meeting_page);
}

Response post_meeting(const Needs& needs, const Request& request) {
    return ledger::add_to_programme(needs, request, read_new_life_meeting, begin_life_meeting);
}

Response get_meeting(const Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<LifeMeetingId>(request, "life_meeting_unknown");
    if (!id) return http::error_response(id.error());
    return ledger::answer(needs, request, view_life_meeting(needs, request.who(), *id));
}

template <class Read, class Do>
Response act_on_meeting(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on<LifeMeetingId>(needs, request, "life_meeting_unknown", read,
                                         [&](LifeMeetingId id, const auto& message) {
                                             return act(SeenMeeting{id, message.version}, message);
                                         });
}

using Seen = const SeenMeeting&;

Response patch_meeting(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_plan_form, [&](Seen seen, const PlanForm& form) {
        return edit_life_meeting(needs, request.who(), seen, form.plan);
    });
}

}  // namespace

std::vector<http::Route> routes(const documents::Needs& needs) {
    const auto& ledger = needs.ledger;
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    const auto of_programme = "/api/v1/programmes/{id}/life-meetings",
               one = "/api/v1/life-meetings/{id}";
    return {
        {Method::get, of_programme, reading, bound(ledger, get_meetings)},
        {Method::post, of_programme, keeping, bound(ledger, post_meeting)},
        {Method::get, one, reading, bound(ledger, get_meeting)},
        {Method::patch, one, keeping, bound(ledger, patch_meeting)},
    };
}

}  // namespace life_meetings
