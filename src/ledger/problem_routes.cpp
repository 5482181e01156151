// The endpoints of problems: each reads a message, acts, and shows the problem as it is then.
// Knows no state of a row.
#include "ledger/ledger_actions.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "ledger/problem_json.hpp"
#include "ledger/review_json.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

Response show(const Needs& needs, const Request& request, ProblemId id, int status = 200) {
    const auto view = view_problem(needs, request.who(), id);
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(
        view, [&](const ProblemView& found) { return to_json(found, reader); }, status);
}

/// Reads the message, acts, and shows the problem as it is now.
template <class Read, class Do>
Response act_on(const Needs& needs, const Request& request, Read read, Do act) {
    const auto id = id_in_path<ProblemId>(request, "problem_not_found");
    if (!id) return http::error_response(id.error());
    const auto message = read(request.body);
    if (!message) return http::error_response(message.error());
    const auto done = act(*id, *message);
    return done ? show(needs, request, *id) : http::error_response(done.error());
}

Response get_problem(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProblemId>(request, "problem_not_found");
    return id ? show(needs, request, *id) : http::error_response(id.error());
}

Response get_history(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProblemId>(request, "problem_not_found");
    if (!id) return http::error_response(id.error());
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(
        history_of_problem(needs, request.who(), *id),
        [&](const std::vector<HistoryChange>& history) { return to_json(history, reader); });
}

Response post_problem(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    const auto wanted = read_new_problem(request.body);
    if (!wanted) return http::error_response(wanted.error());
    const auto added = add_problem(needs, request.who(), *programme, *wanted);
    return added ? show(needs, request, wanted->id, 201) : http::error_response(added.error());
}

Response patch_problem(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProblemId>(request, "problem_not_found");
    if (!id) return http::error_response(id.error());
    const auto patch = read_problem_patch(request.body);
    if (!patch) return http::error_response(patch.error());
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(edit_problem(needs, request.who(), {*id, patch->version}, patch->change),
                         [&](const ProblemRow& row) { return to_json(row, reader); });
}

Response put_guards(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_guarding, [&](ProblemId id, const Guarding& wanted) {
        return guard_problem(needs, request.who(), {id, wanted.version}, wanted.guards);
    });
}

Response put_claim(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_version, [&](ProblemId id, const Decision& seen) {
        return claim_problem(needs, request.who(), {id, seen.version});
    });
}

Response put_application(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_application, [&](ProblemId id, const FiledForm& form) {
        return apply_for_strike_off(needs, request.who(), {id, form.version}, form.application);
    });
}

Response delete_application(const Needs& needs, const Request& request) {
    const auto version = version_in_query(request);
    if (!version) return http::error_response(version.error());
    const auto id = id_in_path<ProblemId>(request, "problem_not_found");
    if (!id) return http::error_response(id.error());
    const auto withdrawn = withdraw_application(needs, request.who(), {*id, *version});
    return withdrawn ? show(needs, request, *id) : http::error_response(withdrawn.error());
}

Response put_strike_off(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_opinion, [&](ProblemId id, const Decision& decision) {
        return strike_off_problem(needs, request.who(), {id, decision.version}, decision.opinion);
    });
}

Response put_return(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_return, [&](ProblemId id, const Decision& decision) {
        return send_back_problem(needs, request.who(), {id, decision.version}, decision.why);
    });
}

Response put_taken(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_version, [&](ProblemId id, const Decision& seen) {
        return take_review(needs, request.who(), {id, seen.version});
    });
}

Response put_released(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_version, [&](ProblemId id, const Decision& seen) {
        return release_review(needs, request.who(), {id, seen.version});
    });
}

Response get_signers(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProblemId>(request, "problem_not_found");
    if (!id) return http::error_response(id.error());
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(
        list_signers(needs, request.who(), *id),
        [&](const std::vector<SignerOffered>& signers) { return to_json(signers, reader); });
}

Response post_signer(const Needs& needs, const Request& request) {
    return act_on(needs, request, read_signer, [&](ProblemId id, const AskedSigner& asked) {
        return ask_to_sign(needs, request.who(), {id, asked.version}, asked.account);
    });
}

Response get_slips(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    const auto page = read_page(request);
    if (!page) return http::error_response(page.error());
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(view_slips(needs, request.who(), *programme, *page),
                         [&](const SlipRegister& slips) { return to_json(slips, *page, reader); });
}

Response post_successor(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProblemId>(request, "problem_not_found");
    if (!id) return http::error_response(id.error());
    const auto wanted = read_successor(request.body);
    if (!wanted) return http::error_response(wanted.error());
    const auto opened =
        open_successor_problem(needs, request.who(), *id, wanted->id, wanted->text, wanted->reason);
    return opened ? show(needs, request, wanted->id, 201) : http::error_response(opened.error());
}

}  // namespace

std::vector<http::Route> problem_routes(Needs needs) {
    return {
        {Method::post, "/api/v1/programmes/{id}/problems", Act::edit_ledger,
         bound(needs, post_problem)},
        {Method::get, "/api/v1/problems/{id}", Act::read_ledger, bound(needs, get_problem)},
        {Method::get, "/api/v1/problems/{id}/history", Act::read_ledger, bound(needs, get_history)},
        {Method::patch, "/api/v1/problems/{id}", Act::edit_ledger, bound(needs, patch_problem)},
        {Method::put, "/api/v1/problems/{id}/guards", Act::edit_ledger, bound(needs, put_guards)},
        {Method::put, "/api/v1/problems/{id}/claim", Act::claim_problem, bound(needs, put_claim)},
        {Method::put, "/api/v1/problems/{id}/application", Act::claim_problem,
         bound(needs, put_application)},
        {Method::del, "/api/v1/problems/{id}/application", Act::claim_problem,
         bound(needs, delete_application)},
        {Method::put, "/api/v1/problems/{id}/strike-off", Act::sign, bound(needs, put_strike_off)},
        {Method::put, "/api/v1/problems/{id}/return", Act::sign, bound(needs, put_return)},
        {Method::put, "/api/v1/problems/{id}/review/taken", Act::sign, bound(needs, put_taken)},
        {Method::put, "/api/v1/problems/{id}/review/released", Act::sign,
         bound(needs, put_released)},
        {Method::get, "/api/v1/problems/{id}/review/signers", Act::sign, bound(needs, get_signers)},
        {Method::post, "/api/v1/problems/{id}/review/signers", Act::sign,
         bound(needs, post_signer)},
        {Method::get, "/api/v1/programmes/{id}/slips", Act::read_ledger, bound(needs, get_slips)},
        {Method::post, "/api/v1/problems/{id}/successor", Act::edit_ledger,
         bound(needs, post_successor)},
    };
}

}  // namespace ledger
