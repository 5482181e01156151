// The endpoints of measures: each reads a message, acts, and shows the measure as it is then.
// Knows no state of a row.
#include "ledger/ledger_actions.hpp"
#include "ledger/ledger_routes.hpp"
#include "ledger/measure_json.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

Response show(const Needs& needs, const Request& request, MeasureId id, int status = 200) {
    const auto view = view_measure(needs, request.who(), id);
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(
        view, [&](const MeasureView& found) { return to_json(found, reader); }, status);
}

/// Reads the message, acts, and shows the measure as it is now.
template <class Read, class Do>
Response act_on(const Needs& needs, const Request& request, Read read, Do act) {
    const auto id = id_in_path<MeasureId>(request, "measure_not_found");
    if (!id) return http::error_response(id.error());
    const auto message = read(request.body);
    if (!message) return http::error_response(message.error());
    const auto done = act(*id, *message);
    return done ? show(needs, request, *id) : http::error_response(done.error());
}

Response get_measure(const Needs& needs, const Request& request) {
    const auto id = id_in_path<MeasureId>(request, "measure_not_found");
    return id ? show(needs, request, *id) : http::error_response(id.error());
}

Response get_history(const Needs& needs, const Request& request) {
    const auto id = id_in_path<MeasureId>(request, "measure_not_found");
    if (!id) return http::error_response(id.error());
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(
        history_of_measure(needs, request.who(), *id),
        [&](const std::vector<HistoryChange>& history) { return to_json(history, reader); });
}

Response post_measure(const Needs& needs, const Request& request) {
    const auto problem = id_in_path<ProblemId>(request, "problem_not_found");
    if (!problem) return http::error_response(problem.error());
    const auto wanted = read_new_measure(request.body);
    if (!wanted) return http::error_response(wanted.error());
    const auto added = add_measure(needs, request.who(), *problem, *wanted);
    return added ? show(needs, request, wanted->id, 201) : http::error_response(added.error());
}

Response patch_measure(const Needs& needs, const Request& request) {
    const auto id = id_in_path<MeasureId>(request, "measure_not_found");
    if (!id) return http::error_response(id.error());
    const auto patch = read_measure_patch(request.body);
    if (!patch) return http::error_response(patch.error());
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(edit_measure(needs, request.who(), {*id, patch->version}, patch->change),
                         [&](const MeasureRow& row) { return to_json(row, reader); });
}

Response put_links(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_services, [&](MeasureId id, const ServicesForm& form) {
        return link_measure(needs, request.who(), {id, form.version}, form.services);
    });
}

Response post_entry(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_entry, [&](MeasureId id, const ProgressEntry& entry) {
        return report_progress(needs, request.who(), id, entry);
    });
}

Response put_submission(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_version, [&](MeasureId id, const Decision& seen) {
        return submit_measure(needs, request.who(), {id, seen.version});
    });
}

Response delete_submission(const Needs& needs, const Request& request) {
    const auto version = version_in_query(request);
    if (!version) return http::error_response(version.error());
    const auto id = id_in_path<MeasureId>(request, "measure_not_found");
    if (!id) return http::error_response(id.error());
    const auto withdrawn = withdraw_measure(needs, request.who(), {*id, *version});
    return withdrawn ? show(needs, request, *id) : http::error_response(withdrawn.error());
}

Response put_acceptance(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_acceptance, [&](MeasureId id, const AcceptanceForm& form) {
        return accept_measure(needs, request.who(), {id, form.version},
                              {form.outcome, form.long_term}, form.opinion);
    });
}

Response put_return(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_return, [&](MeasureId id, const Decision& decision) {
        return send_back_measure(needs, request.who(), {id, decision.version}, decision.why);
    });
}

}  // namespace

std::vector<http::Route> measure_routes(Needs needs) {
    return {
        {Method::post, "/api/v1/problems/{id}/measures", Act::edit_ledger,
         bound(needs, post_measure)},
        {Method::get, "/api/v1/measures/{id}", Act::read_ledger, bound(needs, get_measure)},
        {Method::get, "/api/v1/measures/{id}/history", Act::read_ledger, bound(needs, get_history)},
        {Method::patch, "/api/v1/measures/{id}", Act::edit_ledger, bound(needs, patch_measure)},
        {Method::put, "/api/v1/measures/{id}/links", Act::edit_ledger, bound(needs, put_links)},
        {Method::post, "/api/v1/measures/{id}/entries", Act::report_progress,
         bound(needs, post_entry)},
        {Method::put, "/api/v1/measures/{id}/submission", Act::report_progress,
         bound(needs, put_submission)},
        {Method::del, "/api/v1/measures/{id}/submission", Act::report_progress,
         bound(needs, delete_submission)},
        {Method::put, "/api/v1/measures/{id}/acceptance", Act::review,
         bound(needs, put_acceptance)},
        {Method::put, "/api/v1/measures/{id}/return", Act::review, bound(needs, put_return)},
    };
}

}  // namespace ledger
