#include "life_meetings/life_meetings_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "life_meetings/approval_actions.hpp"
#include "life_meetings/consultation_json.hpp"
#include "life_meetings/course_actions.hpp"
#include "life_meetings/life_course_json.hpp"
#include "life_meetings/life_meeting_json.hpp"
#include "life_meetings/life_plan_paper.hpp"
#include "life_meetings/paper_routes.hpp"

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

Response put_submission(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_seen, [&](Seen seen, const SeenForm&) {
        return submit_life_plan(needs, request.who(), seen);
    });
}

Response put_review(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_review, [&](Seen seen, const ReviewForm& form) {
        return review_life_plan(needs, request.who(), seen, form.review);
    });
}

Response put_revision(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_reason, [&](Seen seen, const ReasonForm& form) {
        return revise_life_plan(needs, request.who(), seen, form.reason);
    });
}

Response put_calling(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_seen, [&](Seen seen, const SeenForm&) {
        return call_life_meeting(needs, request.who(), seen);
    });
}

Response put_day(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_day, [&](Seen seen, const DayForm& form) {
        return postpone_life_meeting(needs, request.who(), seen, form.postponement);
    });
}

Response put_cancellation(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_reason, [&](Seen seen, const ReasonForm& form) {
        return cancel_life_meeting(needs, request.who(), seen, form.reason);
    });
}

Response post_participant(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_join, [&](Seen seen, const JoinForm& form) {
        return add_participant(needs, request.who(), seen, form.participant);
    });
}

Response put_leaving(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_leave, [&](Seen seen, const LeaveForm& form) {
        return let_participant_leave(needs, request.who(), seen, form.leaving);
    });
}

Response put_steps(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_steps, [&](Seen seen, const StepsForm& form) {
        return set_life_steps(needs, request.who(), seen, form.steps);
    });
}

Response put_step_done(const Needs& needs, const Request& request) {
    return act_on_meeting(needs, request, read_step_done, [&](Seen seen, const StepDoneForm& form) {
        return do_life_step(needs, request.who(), seen, form.done);
    });
}

// POST /api/v1/programmes/{id}/life-meeting-readings?name=, the body a file
Response post_reading(const Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto name = std::string(request.query_value("name"));
    if (name.empty() || request.body_file.empty())
        return http::error_response(base::refuse(base::ErrorKind::invalid, "file_missing", "name"));
    return ledger::answer(needs, request,
                          read_life_plans(needs, request.who(), {*id, name, request.body_file}));
}

Response get_waiting(const Needs& needs, const Request& request) {
    return http::json_response(
        to_json(list_waiting_life(needs, request.who()), ledger::reader_of(needs, request)));
}

Response get_checklists(const Needs&, const Request&) {
    return http::json_response(checklists_to_json());
}

// POST /api/v1/programmes/{id}/life-focus-checks: nothing is kept
Response post_focus_check(const Needs& needs, const Request& request) {
    return ledger::act_on<ProgrammeId>(needs, request, "programme_not_found", read_written_focus,
                                       [&](ProgrammeId id, const WrittenFocus& written) {
                                           return check_written_focus(needs, request.who(), id,
                                                                      written);
                                       });
}

Response get_focus_check(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, "life_meeting_unknown",
                                            check_focus_of_meeting);
}

constexpr std::string_view no_meeting = "life_meeting_unknown",
                           no_consultation = "consultation_unknown";

Response get_consultations(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, no_meeting, view_consultations);
}
Response post_consultation(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, no_meeting, read_consultation, consult);
}
Response put_answer(const Needs& needs, const Request& request) {
    return ledger::do_to<ConsultationId>(needs, request, no_consultation, read_answer,
                                         answer_consultation);
}
Response delete_one(const Needs& needs, const Request& request) {
    return ledger::answer_of<ConsultationId>(needs, request, no_consultation, drop_consultation);
}

PaperMaker maker(const documents::Needs& needs) {
    return [issuer = needs.issuer, &clock = needs.ledger.clock](
               db::Transaction&, const Opened& opened,
               std::string_view which) -> base::Result<documents::Document> {
        const auto kind = life_paper_of(which);
        if (!kind) return base::refuse(base::ErrorKind::not_found, "document_kind_unknown");
        auto paper = paper_of(*kind, opened.meeting, issuer, clock.today());
        if (!paper) return paper.error();
        return documents::Document{std::nullopt, std::move(*paper)};
    };
}

}  // namespace

std::vector<http::Route> routes(const documents::Needs& needs) {
    const auto& ledger = needs.ledger;
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    const auto of_programme = "/api/v1/programmes/{id}/life-meetings",
               one = "/api/v1/life-meetings/{id}";
    std::vector<http::Route> all{
        {Method::get, of_programme, reading, bound(ledger, get_meetings)},
        {Method::post, of_programme, keeping, bound(ledger, post_meeting)},
        {Method::post, "/api/v1/programmes/{id}/life-meeting-readings", keeping,
         bound(ledger, post_reading), base::limits::document_bytes_max, true},
        {Method::get, "/api/v1/life-meetings-waiting", reading, bound(ledger, get_waiting)},
        {Method::get, "/api/v1/life-meeting-checklists", reading, bound(ledger, get_checklists)},
        {Method::post, "/api/v1/programmes/{id}/life-focus-checks", keeping,
         bound(ledger, post_focus_check)},
        {Method::get, "/api/v1/life-meetings/{id}/focus-check", reading,
         bound(ledger, get_focus_check)},
        {Method::get, "/api/v1/life-meetings/{id}/consultations", reading,
         bound(ledger, get_consultations)},
        {Method::post, "/api/v1/life-meetings/{id}/consultations", keeping,
         bound(ledger, post_consultation)},
        {Method::put, "/api/v1/life-consultations/{id}/answer", reading, bound(ledger, put_answer)},
        {Method::del, "/api/v1/life-consultations/{id}", keeping, bound(ledger, delete_one)},
        {Method::get, one, reading, bound(ledger, get_meeting)},
        {Method::patch, one, keeping, bound(ledger, patch_meeting)},
        {Method::put, "/api/v1/life-meetings/{id}/submission", keeping,
         bound(ledger, put_submission)},
        {Method::put, "/api/v1/life-meetings/{id}/review", reading, bound(ledger, put_review)},
        {Method::put, "/api/v1/life-meetings/{id}/revision", keeping, bound(ledger, put_revision)},
        {Method::put, "/api/v1/life-meetings/{id}/calling", keeping, bound(ledger, put_calling)},
        {Method::put, "/api/v1/life-meetings/{id}/day", keeping, bound(ledger, put_day)},
        {Method::put, "/api/v1/life-meetings/{id}/cancellation", keeping,
         bound(ledger, put_cancellation)},
        {Method::post, "/api/v1/life-meetings/{id}/participants", keeping,
         bound(ledger, post_participant)},
        {Method::put, "/api/v1/life-meetings/{id}/leaving", keeping, bound(ledger, put_leaving)},
        {Method::put, "/api/v1/life-meetings/{id}/steps", keeping, bound(ledger, put_steps)},
        {Method::put, "/api/v1/life-meetings/{id}/done-step", keeping,
         bound(ledger, put_step_done)},
    };
    for (auto& route : paper_routes(needs,
                                    {"/api/v1/life-meetings/{id}/papers/{which}",
                                     "/api/v1/life-meetings/{id}/papers/{which}/file"},
                                    maker(needs)))
        all.push_back(std::move(route));
    return all;
}

}  // namespace life_meetings
