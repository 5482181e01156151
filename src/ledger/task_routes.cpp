// The endpoints of tasks. Handlers read, act and answer.
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "ledger/problem_json.hpp"
#include "ledger/task_json.hpp"
#include "ledger/waiting_json.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

// GET /api/v1/tasks?programme=&held_by=&state=open,sent_back&waiting=&origin_kind=&origin=&page=
Response get_tasks(const Needs& needs, const Request& request) {
    const auto filter = read_task_filter(request);
    if (!filter) return http::error_response(filter.error());
    const auto page = list_task_page(needs, request.who(), *filter);
    return http::json_response(to_json(page, filter->page, reader_of(needs, request)));
}

// GET /api/v1/tasks/waiting?reach=unit|all
Response get_waiting(const Needs& needs, const Request& request) {
    const auto reach = read_reach(request.query_value("reach"));
    if (!reach) return http::error_response(reach.error());
    return http::json_response(
        to_json(list_waiting_tasks(needs, request.who(), *reach), reader_of(needs, request)));
}

Response get_task(const Needs& needs, const Request& request) {
    const auto id = id_in_path<TaskId>(request, "task_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_task(needs, request.who(), *id));
}

Response get_history(const Needs& needs, const Request& request) {
    const auto id = id_in_path<TaskId>(request, "task_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, history_of_task(needs, request.who(), *id));
}

Response post_task(const Needs& needs, const Request& request) {
    const auto programme = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!programme) return http::error_response(programme.error());
    const auto draft = read_new_task(request.body);
    if (!draft) return http::error_response(draft.error());
    return answer(needs, request, add_task(needs, request.who(), *programme, *draft), 201);
}

template <class Read, class Do>
Response act_on_task(const Needs& needs, const Request& request, Read read, Do act) {
    return act_on<TaskId>(needs, request, "task_unknown", read,
                          [&](TaskId id, const auto& message) {
                              return act(SeenTask{id, message.version}, message);
                          });
}

template <class Do>
Response say(const Needs& needs, const Request& request, std::string_view key, Do act) {
    const auto read = [&](std::string_view body) { return read_task_words(body, key); };
    return act_on_task(needs, request, read, [&](const SeenTask& seen, const TaskWords& words) {
        return act(needs, request.who(), seen, words.text);
    });
}

Response patch_task(const Needs& needs, const Request& request) {
    return act_on_task(needs, request, read_task_form,
                       [&](const SeenTask& seen, const TaskForm& form) {
                           return edit_task(needs, request.who(), seen, form.draft);
                       });
}
Response put_report(const Needs& needs, const Request& request) {
    return say(needs, request, "report", report_task);
}
Response put_confirmation(const Needs& needs, const Request& request) {
    return say(needs, request, "remark", confirm_task);
}
Response put_return(const Needs& needs, const Request& request) {
    return say(needs, request, "reason", send_back_task);
}
Response put_dropping(const Needs& needs, const Request& request) {
    return say(needs, request, "reason", drop_task);
}

}  // namespace

std::vector<http::Route> task_routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    return {
        {Method::post, "/api/v1/programmes/{id}/tasks", keeping, bound(needs, post_task)},
        {Method::get, "/api/v1/tasks", reading, bound(needs, get_tasks)},
        {Method::get, "/api/v1/tasks/waiting", http::signed_in, bound(needs, get_waiting)},
        {Method::get, "/api/v1/tasks/{id}", reading, bound(needs, get_task)},
        {Method::get, "/api/v1/tasks/{id}/history", reading, bound(needs, get_history)},
        {Method::patch, "/api/v1/tasks/{id}", keeping, bound(needs, patch_task)},
        {Method::put, "/api/v1/tasks/{id}/report", Act::report_progress, bound(needs, put_report)},
        {Method::put, "/api/v1/tasks/{id}/confirmation", keeping, bound(needs, put_confirmation)},
        {Method::put, "/api/v1/tasks/{id}/return", keeping, bound(needs, put_return)},
        {Method::put, "/api/v1/tasks/{id}/dropping", keeping, bound(needs, put_dropping)},
    };
}

}  // namespace ledger
