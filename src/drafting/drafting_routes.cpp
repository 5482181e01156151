// Handlers read, act and answer.
#include "drafting/drafting_routes.hpp"

#include "base/utf8.hpp"
#include "drafting/plan_json.hpp"
#include "drafting/sub_plan_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace drafting {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::add_to_programme;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;

base::Result<Part> part_in(const Request& request) {
    if (const auto part = part_of(request.parameter("part"))) return *part;
    return base::refuse(base::ErrorKind::not_found, "section_unknown");
}

base::Result<base::UnitId> unit_in(const Request& request) {
    if (const auto unit = base::UnitId::parse(request.parameter("unit"))) return *unit;
    return base::refuse(base::ErrorKind::not_found, "unit_leads_nothing");
}

base::Result<Since> since_in(const Request& request) {
    const auto asked = request.query_value("since");
    if (asked == "review") return Since::review;
    if (asked == "issue") return Since::issue;
    return base::refuse(base::ErrorKind::invalid, "unknown_name", "since",
                        {{"value", std::string(base::first_chars(asked, 40))}});
}

Response get_plans(const Needs& needs, const Request& request) {
    return ledger::answer_of<ProgrammeId>(needs, request, "programme_not_found", list_plans_of);
}

Response post_plan(const Needs& needs, const Request& request) {
    return add_to_programme(needs, request, read_new_plan, begin_plan);
}

Response get_plan(const Needs& needs, const Request& request) {
    return ledger::answer_of<PlanVersionId>(needs, request, "plan_unknown", view_plan);
}

// GET /api/v1/plan-versions/{id}/differences?since=review|issue
Response get_differences(const Needs& needs, const Request& request) {
    const auto id = id_in_path<PlanVersionId>(request, "plan_unknown");
    if (!id) return http::error_response(id.error());
    const auto since = since_in(request);
    if (!since) return http::error_response(since.error());
    return answer(needs, request, compare_plan(needs, request.who(), *id, *since));
}

Response get_wordings(const Needs& needs, const Request& request) {
    const auto id = id_in_path<PlanVersionId>(request, "plan_unknown");
    if (!id) return http::error_response(id.error());
    const auto part = part_in(request);
    if (!part) return http::error_response(part.error());
    return answer(needs, request, list_wordings_of(needs, request.who(), *id, *part));
}

Response get_waiting(const Needs& needs, const Request& request) {
    return http::json_response(
        to_json(list_plans_waiting(needs, request.who()), ledger::reader_of(needs, request)));
}

constexpr std::string_view unknown = "plan_unknown";

/// act(id, message) on the version in the path.
template <class Read, class Do>
Response act_on_plan(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on<PlanVersionId>(needs, request, unknown, read, act);
}

/// act(needs, actor, seen, said) on a version that was seen.
template <class Read, class Do>
Response act_on_seen(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on_seen<SeenPlan>(needs, request, unknown, read,
                                         [&](const SeenPlan& seen, const auto& said) {
                                             return act(needs, request.who(), seen, said);
                                         });
}

Response post_revision(const Needs& needs, const Request& request) {
    return act_on_plan(needs, request, read_new_revision,
                       [&](PlanVersionId id, const NewRevision& wanted) {
                           return revise_plan(needs, request.who(), id, wanted);
                       });
}

Response put_section(const Needs& needs, const Request& request) {
    const auto part = part_in(request);
    if (!part) return http::error_response(part.error());
    return act_on_plan(needs, request, read_section,
                       [&](PlanVersionId id, const SectionDraft& draft) {
                           return write_section(needs, request.who(), id, *part, draft);
                       });
}

Response put_consultation(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_consultation, consult_on_plan);
}

Response post_comment(const Needs& needs, const Request& request) {
    return act_on_plan(needs, request, read_comment, [&](PlanVersionId id, const Comment& read) {
        auto comment = read;
        comment.plan = id;
        return comment_on_plan(needs, request.who(), comment);
    });
}

Response put_answer(const Needs& needs, const Request& request) {
    return ledger::act_on<CommentId>(needs, request, "comment_unknown", read_answer,
                                     [&](CommentId id, const Answer& given) {
                                         return answer_comment(needs, request.who(), id, given);
                                     });
}

Response put_deliberation(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_deliberation, deliberate_plan);
}

Response put_commitment(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_commitment, commit_to_plan);
}

Response put_review(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_review, submit_plan);
}

Response put_opinion(const Needs& needs, const Request& request) {
    return act_on_plan(needs, request, read_opinion,
                       [&](PlanVersionId id, const SeatOpinion& said) {
                           return review_plan(needs, request.who(), id, said.seat, said.opinion);
                       });
}

Response put_return(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_reason, take_back_plan);
}

Response put_issue(const Needs& needs, const Request& request) {
    return act_on_seen(needs, request, read_issue, issue_plan);
}

Response get_sub_plans(const Needs& needs, const Request& request) {
    return ledger::answer_of<ProgrammeId>(needs, request, "programme_not_found", list_owing_units);
}

template <class Read, class Do>
Response act_on_sub_plan(const Needs& needs, const Request& request, Read read, Do act) {
    const auto unit = unit_in(request);
    if (!unit) return http::error_response(unit.error());
    return ledger::act_on<ProgrammeId>(
        needs, request, "programme_not_found", read,
        [&](ProgrammeId id, const auto& message) { return act(id, *unit, message); });
}

Response put_sub_plan(const Needs& needs, const Request& request) {
    return act_on_sub_plan(needs, request, read_sub_plan,
                           [&](ProgrammeId id, base::UnitId unit, const SubPlanForm& form) {
                               auto wanted = form.plan;
                               wanted.programme = id;
                               wanted.unit = unit;
                               return hand_in_sub_plan(needs, request.who(), wanted, form.version);
                           });
}

Response put_sub_plan_decision(const Needs& needs, const Request& request) {
    return act_on_sub_plan(needs, request, read_sub_plan_decision,
                           [&](ProgrammeId id, base::UnitId unit, const SubPlanDecision& said) {
                               return decide_sub_plan(needs, request.who(), id, unit, said);
                           });
}

}  // namespace

// Principal, reviewers and units act by what the version or the row says of them: there the door is
// reading, and the rule says who of those.
std::vector<http::Route> routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    return {
        {Method::get, "/api/v1/programmes/{id}/plan-versions", reading, bound(needs, get_plans)},
        {Method::post, "/api/v1/programmes/{id}/plan-versions", keeping, bound(needs, post_plan)},
        {Method::get, "/api/v1/programmes/{id}/sub-plans", reading, bound(needs, get_sub_plans)},
        {Method::put, "/api/v1/programmes/{id}/sub-plans/{unit}", reading,
         bound(needs, put_sub_plan)},
        {Method::put, "/api/v1/programmes/{id}/sub-plans/{unit}/decision", keeping,
         bound(needs, put_sub_plan_decision)},
        {Method::get, "/api/v1/plan-versions/waiting", reading, bound(needs, get_waiting)},
        {Method::get, "/api/v1/plan-versions/{id}", reading, bound(needs, get_plan)},
        {Method::get, "/api/v1/plan-versions/{id}/differences", reading,
         bound(needs, get_differences)},
        {Method::get, "/api/v1/plan-versions/{id}/sections/{part}/wordings", reading,
         bound(needs, get_wordings)},
        {Method::put, "/api/v1/plan-versions/{id}/sections/{part}", keeping,
         bound(needs, put_section)},
        {Method::post, "/api/v1/plan-versions/{id}/revisions", keeping,
         bound(needs, post_revision)},
        {Method::put, "/api/v1/plan-versions/{id}/consultation", keeping,
         bound(needs, put_consultation)},
        {Method::post, "/api/v1/plan-versions/{id}/comments", reading, bound(needs, post_comment)},
        {Method::put, "/api/v1/plan-comments/{id}/answer", keeping, bound(needs, put_answer)},
        {Method::put, "/api/v1/plan-versions/{id}/deliberation", keeping,
         bound(needs, put_deliberation)},
        {Method::put, "/api/v1/plan-versions/{id}/commitment", reading,
         bound(needs, put_commitment)},
        {Method::put, "/api/v1/plan-versions/{id}/review", keeping, bound(needs, put_review)},
        {Method::put, "/api/v1/plan-versions/{id}/opinion", reading, bound(needs, put_opinion)},
        {Method::put, "/api/v1/plan-versions/{id}/taking-back", keeping, bound(needs, put_return)},
        {Method::put, "/api/v1/plan-versions/{id}/issue", keeping, bound(needs, put_issue)},
    };
}

}  // namespace drafting
