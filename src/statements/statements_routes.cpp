// Handlers read, act and answer.
#include "statements/statements_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "life_meetings/paper_routes.hpp"
#include "statements/criticism_json.hpp"
#include "statements/printing_actions.hpp"
#include "statements/statement_json.hpp"
#include "statements/typical_case_actions.hpp"

namespace statements {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;

constexpr std::string_view no_meeting = "life_meeting_unknown", no_statement = "statement_unknown",
                           no_criticism = "criticism_unknown";

Response get_statements(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, no_meeting, list_statements_of);
}
Response put_asked(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(needs, request, no_meeting, read_asked, change_asked);
}
Response post_statement(const Needs& needs, const Request& request) {
    return ledger::act_on<LifeMeetingId>(needs, request, no_meeting, read_new_statement,
                                         [&](LifeMeetingId id, NewStatement wanted) {
                                             wanted.meeting = id;
                                             return begin_statement(needs, request.who(), wanted);
                                         });
}
Response get_cases(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, no_meeting, list_cases);
}
Response get_waiting(const Needs& needs, const Request& request) {
    const auto waiting = list_statements_waiting(needs, request.who());
    return http::json_response(to_json(waiting, ledger::reader_of(needs, request)));
}

Response get_statement(const Needs& needs, const Request& request) {
    return ledger::answer_of<StatementId>(needs, request, no_statement, view_statement);
}
Response post_step(const Needs& needs, const Request& request) {
    return ledger::do_to<StatementId>(needs, request, no_statement, read_step, take_step);
}
Response post_remark(const Needs& needs, const Request& request) {
    return ledger::do_to<StatementId>(needs, request, no_statement, read_new_remark, add_remark);
}
Response put_answer(const Needs& needs, const Request& request) {
    return ledger::do_to<StatementId>(needs, request, no_statement, read_remark_answer,
                                      answer_remark);
}
Response put_hint(const Needs& needs, const Request& request) {
    return ledger::do_to<StatementId>(needs, request, no_statement, read_hint_decision,
                                      decide_hint);
}

base::Result<SectionPlace> place_in(const Request& request) {
    const auto id = id_in_path<StatementId>(request, no_statement);
    if (!id) return id.error();
    const auto text = request.parameter("position");
    std::int64_t position = 0;
    for (const char digit : text.substr(0, 4)) {
        if (digit < '0' || digit > '9')
            return base::refuse(base::ErrorKind::not_found, "statement_section_unknown");
        position = position * 10 + (digit - '0');
    }
    return SectionPlace{*id, position};
}
Response put_section(const Needs& needs, const Request& request) {
    const auto place = place_in(request);
    if (!place) return http::error_response(place.error());
    const auto draft = read_section(request.body);
    if (!draft) return http::error_response(draft.error());
    return answer(needs, request, write_section(needs, request.who(), *place, *draft));
}
Response get_wordings(const Needs& needs, const Request& request) {
    const auto place = place_in(request);
    if (!place) return http::error_response(place.error());
    return answer(needs, request, list_wordings_of(needs, request.who(), *place));
}
// Looks, and takes what is new elsewhere into the index: therefore POST.
Response post_copies(const CopyNeeds& needs, const Request& request) {
    return ledger::answer_of<StatementId>(
        needs.ledger, request, no_statement,
        [&](const Needs&, const base::Actor& who, StatementId id) {
            return check_copies(needs, who, id);
        });
}

Response get_criticisms(const Needs& needs, const Request& request) {
    return ledger::answer_of<LifeMeetingId>(needs, request, no_meeting, list_criticisms_of);
}
Response post_criticism(const Needs& needs, const Request& request) {
    return ledger::act_on<LifeMeetingId>(needs, request, no_meeting, read_new_criticism,
                                         [&](LifeMeetingId id, NewCriticism wanted) {
                                             wanted.meeting = id;
                                             return write_criticism(needs, request.who(), wanted);
                                         });
}
Response put_criticism(const Needs& needs, const Request& request) {
    return ledger::act_on<CriticismId>(needs, request, no_criticism, read_criticism_form,
                                       [&](CriticismId id, const CriticismForm& form) {
                                           return rewrite_criticism(needs, request.who(),
                                                                    {id, form.version}, form.about,
                                                                    form.text);
                                       });
}
Response delete_criticism_of(const Needs& needs, const Request& request) {
    return ledger::answer_of<CriticismId>(needs, request, no_criticism, drop_criticism);
}
// Keeps nothing.
Response post_hints(const Needs& needs, const Request& request) {
    const auto text = read_criticism_text(request.body);
    if (!text) return http::error_response(text.error());
    return http::json_response(to_json(hints_of(*text), ledger::reader_of(needs, request)));
}

void append(std::vector<http::Route>& all, std::vector<http::Route> more) {
    for (auto& one : more) all.push_back(std::move(one));
}
/// Whose statement is printed is written down before.
std::vector<http::Route> noted(const documents::Needs& needs, std::vector<http::Route> routes) {
    for (auto& route : routes)
        route.handler = [needs, inner = route.handler](const Request& request) {
            if (const auto id = LifeMeetingId::parse(request.parameter("id")))
                note_printed(needs.ledger, request.who(), *id, request.parameter("which"));
            return inner(request);
        };
    return routes;
}

std::vector<http::Route> routes_of_statements(const Needs& needs, const CopyNeeds& copies) {
    const auto reading = Act::read_ledger;
    const auto of_meeting = "/api/v1/life-meetings/{id}/statements",
               section = "/api/v1/life-statements/{id}/sections/{position}";
    return {
        {Method::get, of_meeting, reading, bound(needs, get_statements)},
        {Method::post, of_meeting, reading, bound(needs, post_statement)},
        {Method::get, "/api/v1/life-meetings/{id}/typical-cases", reading, bound(needs, get_cases)},
        {Method::put, "/api/v1/life-meetings/{id}/statements-asked", Act::edit_ledger,
         bound(needs, put_asked)},
        {Method::get, "/api/v1/life-statements/waiting", reading, bound(needs, get_waiting)},
        {Method::get, "/api/v1/life-statements/{id}", reading, bound(needs, get_statement)},
        {Method::put, section, reading, bound(needs, put_section)},
        {Method::get, "/api/v1/life-statements/{id}/sections/{position}/wordings", reading,
         bound(needs, get_wordings)},
        {Method::post, "/api/v1/life-statements/{id}/steps", reading, bound(needs, post_step)},
        {Method::post, "/api/v1/life-statements/{id}/remarks", reading, bound(needs, post_remark)},
        {Method::put, "/api/v1/life-statements/{id}/answers", reading, bound(needs, put_answer)},
        {Method::put, "/api/v1/life-statements/{id}/hints", reading, bound(needs, put_hint)},
        {Method::post, "/api/v1/life-statements/{id}/copies", reading, bound(copies, post_copies)},
    };
}

std::vector<http::Route> routes_of_criticisms(const Needs& needs) {
    const auto reading = Act::read_ledger;
    const auto of_meeting = "/api/v1/life-meetings/{id}/criticisms",
               one = "/api/v1/life-criticisms/{id}";
    return {
        {Method::get, of_meeting, reading, bound(needs, get_criticisms)},
        {Method::post, of_meeting, reading, bound(needs, post_criticism)},
        {Method::post, "/api/v1/criticism-hints", reading, bound(needs, post_hints)},
        {Method::put, one, reading, bound(needs, put_criticism)},
        {Method::del, one, reading, bound(needs, delete_criticism_of)},
    };
}

}  // namespace

std::vector<http::Route> routes(const documents::Needs& needs, const ComparedElsewhere& elsewhere) {
    using life_meetings::paper_routes;
    const auto& ledger = needs.ledger;
    auto all = routes_of_statements(ledger, {ledger, elsewhere.tables, elsewhere.files});
    append(all, routes_of_criticisms(ledger));
    append(all,
           noted(needs, paper_routes(needs,
                                     {"/api/v1/life-meetings/{id}/statement-papers/{which}",
                                      "/api/v1/life-meetings/{id}/statement-papers/{which}/file"},
                                     make_statement)));
    append(all,
           noted(needs, paper_routes(needs,
                                     {"/api/v1/life-meetings/{id}/statement-reviews/{which}",
                                      "/api/v1/life-meetings/{id}/statement-reviews/{which}/file"},
                                     make_reviews)));
    append(all, paper_routes(needs,
                             {"/api/v1/life-meetings/{id}/statement-compilation",
                              "/api/v1/life-meetings/{id}/statement-compilation/file"},
                             make_compilation));
    append(all, paper_routes(needs,
                             {"/api/v1/life-meetings/{id}/criticism-sheet",
                              "/api/v1/life-meetings/{id}/criticism-sheet/file"},
                             make_criticisms));
    return all;
}

}  // namespace statements
