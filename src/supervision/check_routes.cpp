// Endpoints of checks, their samples and findings.
#include "ledger/ledger_routes.hpp"
#include "supervision/check_json.hpp"
#include "supervision/supervision_routes.hpp"

namespace supervision {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;
using ledger::reader_of;

// GET /api/v1/programmes/{id}/checks?state=&page=&page_size=
Response get_checks(const Needs& needs, const Request& request) {
    return ledger::list_of_programme(needs, request, read_check_filter, list_check_page);
}

Response post_check(const Needs& needs, const Request& request) {
    return ledger::add_to_programme(needs, request, read_new_check, plan_check);
}

Response get_counts(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<base::ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    return http::respond(
        count_by_unit(needs, request.who(), *programme),
        [](const std::vector<SupervisionCounts>& counts) { return to_json(counts); });
}

Response get_own(const Needs& needs, const Request& request) {
    return http::json_response(
        to_json(list_checks_of(needs, request.who()), reader_of(needs, request)));
}

Response get_check(const Needs& needs, const Request& request) {
    const auto id = id_in_path<CheckId>(request, "check_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_check(needs, request.who(), *id));
}

template <class Read, class Do>
Response act_on_check(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on<CheckId>(needs, request, "check_unknown", read,
                                   [&](CheckId id, const auto& message) {
                                       return act(SeenCheck{id, message.version}, message);
                                   });
}

template <class Do>
Response say(const Needs& needs, const Request& request, std::string_view key, Do act) {
    const auto read = [&](std::string_view body) { return read_check_words(body, key); };
    return act_on_check(needs, request, read, act);
}

using Seen = const SeenCheck&;
using Said = const CheckWords&;

Response put_check(const Needs& needs, const Request& request) {
    return act_on_check(needs, request, read_check_form, [&](Seen seen, const CheckForm& form) {
        return edit_check(needs, request.who(), seen, form.terms);
    });
}

Response put_announcement(const Needs& needs, const Request& request) {
    return say(needs, request, "",
               [&](Seen seen, Said) { return announce_check(needs, request.who(), seen); });
}

Response put_beginning(const Needs& needs, const Request& request) {
    return say(needs, request, "",
               [&](Seen seen, Said) { return begin_check(needs, request.who(), seen); });
}

Response put_cancellation(const Needs& needs, const Request& request) {
    return say(needs, request, "reason", [&](Seen seen, Said said) {
        return cancel_check(needs, request.who(), seen, said.text);
    });
}

Response put_conclusion(const Needs& needs, const Request& request) {
    return say(needs, request, "conclusion", [&](Seen seen, Said said) {
        return conclude_check(needs, request.who(), seen, said.text);
    });
}

// GET /api/v1/checks/{id}/pool?pool=reported|struck_off|both&unit=&area=
Response get_pool(const Needs& needs, const Request& request) {
    const auto id = id_in_path<CheckId>(request, "check_unknown");
    if (!id) return http::error_response(id.error());
    const auto filter = read_pool_filter(request);
    if (!filter) return http::error_response(filter.error());
    return answer(needs, request, view_pool(needs, request.who(), *id, *filter));
}

Response post_draw(const Needs& needs, const Request& request) {
    return act_on_check(needs, request, read_new_draw, [&](Seen seen, const DrawAsked& asked) {
        return draw_sample(needs, request.who(), seen, asked.draw);
    });
}

Response get_draw(const Needs& needs, const Request& request) {
    const auto id = id_in_path<DrawId>(request, "draw_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, draw_again(needs, request.who(), *id));
}

Response post_row(const Needs& needs, const Request& request) {
    return act_on_check(needs, request, read_row_by_hand, [&](Seen seen, const RowAsked& asked) {
        return add_row_by_hand(needs, request.who(), seen, asked.row);
    });
}

Response put_form(const Needs& needs, const Request& request) {
    return ledger::act_on<CheckRowId>(
        needs, request, "check_row_unknown", read_row_form,
        [&](CheckRowId id, const FormFilled& filled) {
            return fill_in_row(needs, request.who(), {id, filled.version}, filled.form);
        });
}

Response post_consequence(const Needs& needs, const Request& request) {
    return ledger::act_on<CheckRowId>(
        needs, request, "check_row_unknown", read_decision,
        [&](CheckRowId id, const DecisionAsked& asked) {
            return decide_on_finding(needs, request.who(), {id, asked.version}, asked.decision);
        });
}

}  // namespace

std::vector<http::Route> check_routes(Needs needs) {
    const auto reading = Act::read_ledger, checking = Act::review;
    return {
        {Method::get, "/api/v1/programmes/{id}/checks", reading, bound(needs, get_checks)},
        {Method::post, "/api/v1/programmes/{id}/checks", checking, bound(needs, post_check)},
        {Method::get, "/api/v1/programmes/{id}/check-counts", reading, bound(needs, get_counts)},
        {Method::get, "/api/v1/checks/own", reading, bound(needs, get_own)},
        {Method::get, "/api/v1/checks/{id}", reading, bound(needs, get_check)},
        {Method::put, "/api/v1/checks/{id}", checking, bound(needs, put_check)},
        {Method::put, "/api/v1/checks/{id}/announcement", checking, bound(needs, put_announcement)},
        {Method::put, "/api/v1/checks/{id}/beginning", checking, bound(needs, put_beginning)},
        {Method::put, "/api/v1/checks/{id}/cancellation", checking, bound(needs, put_cancellation)},
        {Method::put, "/api/v1/checks/{id}/conclusion", checking, bound(needs, put_conclusion)},
        {Method::get, "/api/v1/checks/{id}/pool", checking, bound(needs, get_pool)},
        {Method::post, "/api/v1/checks/{id}/draws", checking, bound(needs, post_draw)},
        {Method::post, "/api/v1/checks/{id}/rows", checking, bound(needs, post_row)},
        {Method::get, "/api/v1/check-draws/{id}", reading, bound(needs, get_draw)},
        {Method::put, "/api/v1/check-rows/{id}/form", checking, bound(needs, put_form)},
        {Method::post, "/api/v1/check-rows/{id}/consequences", checking,
         bound(needs, post_consequence)},
    };
}

}  // namespace supervision
