#include "chronology/work_plan_routes.hpp"

#include "chronology/work_plan_json.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace chronology {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::answer;
using ledger::bound;
using ledger::Needs;

base::Result<PlannedId> row_in(const Request& request) {
    if (request.path.starts_with("/api/v1/tasks/")) {
        const auto id = ledger::id_in_path<ledger::TaskId>(request, "task_unknown");
        if (!id) return id.error();
        return PlannedId{*id};
    }
    const auto id = ledger::id_in_path<ledger::MeasureId>(request, "measure_not_found");
    if (!id) return id.error();
    return PlannedId{*id};
}

Response get_link(const Needs& needs, const Request& request) {
    const auto row = row_in(request);
    if (!row) return http::error_response(row.error());
    return answer(needs, request, view_link(needs, request.who(), *row));
}

Response put_link(const Needs& needs, const Request& request) {
    const auto row = row_in(request);
    if (!row) return http::error_response(row.error());
    const auto said = read_work_plan(request.body);
    if (!said) return http::error_response(said.error());
    return answer(needs, request, set_link(needs, request.who(), *row, said->version, said->words));
}

// GET /api/v1/programmes/{id}/work-plan?page=&page_size=
Response get_planned(const Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<base::ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto page = ledger::read_page(request);
    if (!page) return http::error_response(page.error());
    return http::respond(list_planned_rows(needs, request.who(), *id, *page),
                         [&](const PlannedPage& found) { return to_json(found, *page); });
}

const base::Acts linking{Act::report_progress, Act::edit_ledger};

}  // namespace

std::vector<http::Route> work_plan_routes(Needs needs) {
    const auto of_measure = "/api/v1/measures/{id}/work-plan",
               of_task = "/api/v1/tasks/{id}/work-plan";
    return {
        {Method::get, of_measure, Act::read_ledger, bound(needs, get_link)},
        {Method::put, of_measure, linking, bound(needs, put_link)},
        {Method::get, of_task, Act::read_ledger, bound(needs, get_link)},
        {Method::put, of_task, linking, bound(needs, put_link)},
        {Method::get, "/api/v1/programmes/{id}/work-plan", Act::read_ledger,
         bound(needs, get_planned)},
    };
}

}  // namespace chronology
