// The endpoints of programmes and of the list of the ledger. Handlers read, act and answer; what
// may be done is said elsewhere.
#include <charconv>

#include "base/utf8.hpp"
#include "ledger/comparison_json.hpp"
#include "ledger/grouping_json.hpp"
#include "ledger/ledger_actions.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "ledger/programme_json.hpp"
#include "ledger/quality_json.hpp"
#include "ledger/row_json.hpp"
#include "ledger/shared_view_json.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

Response get_programmes(const Needs& needs, const Request& request) {
    const auto page = read_page(request);
    if (!page) return http::error_response(page.error());
    const auto views =
        view_programmes(needs, request.who(), base::trim(request.query_value("q")), *page);
    return http::json_response(to_json(views, request.who()));
}

// Whoever gives scopes must be able to name a programme; of what stands in it they see nothing.
Response get_titles(const Needs& needs, const Request& request) {
    static_cast<void>(request);
    return http::json_response(titles_json(list_titles(needs)));
}

Response post_programme(const Needs& needs, const Request& request) {
    const auto wanted = read_new_programme(request.body);
    if (!wanted) return http::error_response(wanted.error());
    const auto opened = open_programme(needs, request.who(), *wanted);
    const auto write = [&](const ProgrammeView& view) { return to_json(view, request.who()); };
    return http::respond(opened, write, 201);
}

Response get_programme(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return http::respond(view_programme(needs, request.who(), *id),
                         [&](const ProgrammeView& view) { return to_json(view, request.who()); });
}

Response patch_programme(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto patch = read_programme_patch(request.body);
    if (!patch) return http::error_response(patch.error());
    const auto changed = change_programme(needs, request.who(), *id, patch->version, patch->change);
    return http::respond(changed,
                         [&](const ProgrammeView& view) { return to_json(view, request.who()); });
}

Response get_areas(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return http::respond(areas_of_programme(needs, request.who(), *id),
                         [](const std::vector<Area>& areas) { return to_json(areas); });
}

// GET /api/v1/ledger: programme, area, unit (ids); view (measures, problems); status, kind (lists);
// due_from, due_to; tier (overdue, due_soon, on_time); waiting (claim, report, returned, review,
// due_soon, overdue, stalled, proof); held_by (a unit without those below it); q; sort ([-] number,
// due_on, status, unit, updated_at); group (unit:财政局, as /groups counts them); number; page,
// page_size.
Response get_ledger(const Needs& needs, const Request& request) {
    const auto address = read_list_address(request);
    if (!address) return http::error_response(address.error());
    const Reader reader{request.who(), needs.clock.today()};
    const auto& asked = address->query.filter.page;
    if (address->view == View::problems) {
        return http::respond(list_problem_page(needs, request.who(), address->query),
                             [&](const ProblemPage& page) { return to_json(page, asked, reader); });
    }
    return http::respond(list_measure_page(needs, request.who(), address->query),
                         [&](const MeasurePage& page) { return to_json(page, asked, reader); });
}

// GET /api/v1/ledger/groups?by=unit&…: by area, unit, leader, status, month; otherwise as the list.
Response get_groups(const Needs& needs, const Request& request) {
    const auto address = read_list_address(request);
    if (!address) return http::error_response(address.error());
    const auto by = read_group_by(request);
    if (!by) return http::error_response(by.error());
    return http::respond(group_ledger(needs, request.who(), address->view, *by, address->query),
                         [&](const std::vector<Group>& groups) {
                             return to_json(groups, address->view, *by, request.who());
                         });
}

// GET /api/v1/programmes/{id}/changes?from=2024-06-21&to=2024-06-28&view=measures
Response get_changes(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const Reader reader{request.who(), needs.clock.today()};
    const auto asked = read_comparison_address(request, reader.today);
    if (!asked) return http::error_response(asked.error());
    return http::respond(
        compare_ledger(needs, request.who(), *id, asked->view, asked->period, asked->page),
        [&](const ComparisonPage& page) { return to_json(page, *asked, reader); });
}

/// Answers with all shared views as they are then.
Response respond_views(const Needs& needs, const Request& request,
                       const base::Result<SharedViews>& views) {
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(views, [&](const SharedViews& found) { return to_json(found, reader); });
}

Response get_views(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    return respond_views(needs, request, view_shared_views(needs, request.who(), *id));
}

Response put_view(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto wanted = read_shared_view(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return respond_views(needs, request, share_view(needs, request.who(), *id, *wanted));
}

Response delete_view(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto view = SharedViewId::parse(request.parameter("view")).value_or(SharedViewId{});
    return respond_views(needs, request, drop_shared_view(needs, request.who(), *id, view));
}

// GET /api/v1/programmes/{id}/quality?check=vague&unit=办公室
Response get_quality(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto asked = read_quality_question(request);
    if (!asked) return http::error_response(asked.error());
    return http::respond(check_quality(needs, request.who(), *id, *asked),
                         [&](const QualityPage& page) { return to_json(page, *asked); });
}

// GET /api/v1/programmes/{id}/coverage?page=2
Response get_coverage(const Needs& needs, const Request& request) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto page = read_page(request);
    if (!page) return http::error_response(page.error());
    return http::respond(view_coverage(needs, request.who(), *id, *page),
                         [&](const CoveragePage& found) { return to_json(found, *page); });
}

}  // namespace

base::Result<std::int64_t> version_in_query(const http::Request& request) {
    const auto given = request.query_value("version");
    if (given.empty()) return base::refuse(base::ErrorKind::invalid, "missing", "version");
    std::int64_t version = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), version);
    if (error != std::errc() || end != given.data() + given.size())
        return base::refuse(base::ErrorKind::invalid, "expected_integer", "version");
    return version;
}

std::vector<http::Route> programme_routes(Needs needs) {
    return {
        {Method::get, "/api/v1/programmes", Act::read_ledger, bound(needs, get_programmes)},
        {Method::get, "/api/v1/programme-titles", Act::ask_for_roles, bound(needs, get_titles)},
        {Method::post, "/api/v1/programmes", Act::edit_ledger, bound(needs, post_programme)},
        {Method::get, "/api/v1/programmes/{id}", Act::read_ledger, bound(needs, get_programme)},
        {Method::patch, "/api/v1/programmes/{id}", Act::edit_ledger, bound(needs, patch_programme)},
        {Method::get, "/api/v1/programmes/{id}/areas", Act::read_ledger, bound(needs, get_areas)},
        {Method::get, "/api/v1/programmes/{id}/changes", Act::read_ledger,
         bound(needs, get_changes)},
        {Method::get, "/api/v1/programmes/{id}/views", Act::read_ledger, bound(needs, get_views)},
        {Method::put, "/api/v1/programmes/{id}/views", Act::edit_ledger, bound(needs, put_view)},
        {Method::del, "/api/v1/programmes/{id}/views/{view}", Act::edit_ledger,
         bound(needs, delete_view)},
        {Method::get, "/api/v1/programmes/{id}/quality", Act::read_ledger,
         bound(needs, get_quality)},
        {Method::get, "/api/v1/programmes/{id}/coverage", Act::read_ledger,
         bound(needs, get_coverage)},
        {Method::get, "/api/v1/ledger", Act::read_ledger, bound(needs, get_ledger)},
        {Method::get, "/api/v1/ledger/groups", Act::read_ledger, bound(needs, get_groups)},
    };
}

std::vector<http::Route> routes(Needs needs) {
    auto all = programme_routes(needs);
    for (const auto& family : {problem_routes(needs), measure_routes(needs), waiting_routes(needs),
                               unit_tree_routes(needs), handover_routes(needs),
                               extension_routes(needs), notice_routes(needs), batch_routes(needs),
                               bin_routes(needs), task_routes(needs), phase_routes(needs)})
        all.insert(all.end(), family.begin(), family.end());
    return all;
}

}  // namespace ledger
