// Handlers read, act and answer.
#include "sittings/sittings_routes.hpp"

#include "ledger/ledger_routes.hpp"
#include "life_meetings/paper_routes.hpp"
#include "office/file_bytes.hpp"
#include "sittings/earlier_json.hpp"
#include "sittings/follow_up_json.hpp"
#include "sittings/leading_json.hpp"
#include "sittings/sitting_json.hpp"
#include "sittings/sitting_paper_actions.hpp"

namespace sittings {
namespace {

using base::Act;
using base::ErrorKind;
using http::Method;
using http::Request;
using http::Response;
using ledger::answer;
using ledger::bound;

constexpr std::string_view unknown = "life_meeting_unknown";

/// As a handler.
template <class Show>
http::Handler shows(const Needs& needs, Show shown) {
    return bound(needs, [shown](const Needs& its, const Request& request) {
        return ledger::answer_of<LifeMeetingId>(its, request, unknown, shown);
    });
}
template <class Read, class Do>
http::Handler acts(const Needs& needs, Read read, Do act) {
    return bound(needs, [read, act](const Needs& its, const Request& request) {
        return ledger::do_to<LifeMeetingId>(its, request, unknown, read, act);
    });
}

Response put_turns(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(
        needs, request, unknown, read_turns,
        [](const Needs& its, const base::Actor& actor, LifeMeetingId id, const TurnsForm& form) {
            return arrange_turns(its, actor, {id, form.version}, form.turns);
        });
}
Response put_turn(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(
        needs, request, unknown, read_turn,
        [](const Needs& its, const base::Actor& actor, LifeMeetingId id, const TurnForm& form) {
            return move_turn(its, actor, {id, form.version}, form.turn);
        });
}
Response put_opening(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(
        needs, request, unknown, read_step,
        [](const Needs& its, const base::Actor& actor, LifeMeetingId id, const StepForm& form) {
            return open_sitting(its, actor, {id, form.version});
        });
}
Response put_closing(const Needs& needs, const Request& request) {
    return ledger::do_to<LifeMeetingId>(
        needs, request, unknown, read_step,
        [](const Needs& its, const base::Actor& actor, LifeMeetingId id, const StepForm& form) {
            return close_sitting(its, actor, {id, form.version});
        });
}

base::Result<ListItemId> item_in_path(const Request& request) {
    const auto id = ListItemId::parse(request.parameter("item"));
    if (!id) return base::refuse(ErrorKind::not_found, "list_item_unknown");
    return *id;
}
Response put_item(const Needs& needs, const Request& request) {
    const auto item = item_in_path(request);
    if (!item) return http::error_response(item.error());
    return ledger::do_to<LifeMeetingId>(
        needs, request, unknown, read_item_change,
        [&](const Needs& its, const base::Actor& actor, LifeMeetingId id, ItemChange change) {
            change.id = *item;
            return change_list_item(its, actor, id, change);
        });
}
// DELETE …/list-items/{item}?version=
Response delete_item(const Needs& needs, const Request& request) {
    const auto item = item_in_path(request);
    if (!item) return http::error_response(item.error());
    const auto version = ledger::version_in_query(request);
    if (!version) return http::error_response(version.error());
    return ledger::answer_of<LifeMeetingId>(
        needs, request, unknown, [&](const Needs& its, const base::Actor& actor, LifeMeetingId id) {
            return change_list_item(its, actor, id, {*item, *version, std::nullopt});
        });
}

base::Result<LifeTextKind> text_in_path(const Request& request) {
    const auto kind = life_text_kind_of(request.parameter("kind"));
    if (!kind) return base::refuse(ErrorKind::not_found, "document_kind_unknown");
    return *kind;
}
Response put_written(const Needs& needs, const Request& request) {
    const auto kind = text_in_path(request);
    if (!kind) return http::error_response(kind.error());
    return ledger::do_to<LifeMeetingId>(
        needs, request, unknown, read_written_text,
        [&](const Needs& its, const base::Actor& actor, LifeMeetingId id, WrittenText written) {
            written.kind = *kind;
            return put_text(its, actor, id, written);
        });
}
Response get_draft(const Needs& needs, const Request& request) {
    const auto kind = text_in_path(request);
    if (!kind) return http::error_response(kind.error());
    return ledger::answer_of<LifeMeetingId>(
        needs, request, unknown, [&](const Needs& its, const base::Actor& actor, LifeMeetingId id) {
            return draft_text(its, actor, id, *kind);
        });
}

Response get_waiting(const Needs& needs, const Request& request) {
    return http::json_response(
        to_json(list_packages_waiting(needs, request.who()), ledger::reader_of(needs, request)));
}

// GET …/packages/{package}/file
Response get_package(const documents::Needs& needs, const Request& request) {
    const auto id = ledger::id_in_path<LifeMeetingId>(request, unknown);
    if (!id) return http::error_response(id.error());
    const auto package = PackageId::parse(request.parameter("package"));
    if (!package)
        return http::error_response(base::refuse(ErrorKind::not_found, "package_unknown"));
    const auto made = take_out_package(needs, request.who(), *id, *package);
    if (!made) return http::error_response(made.error());
    const auto path = reports::temporary_file(needs, ".zip");
    office::write_bytes(path, made->bytes);
    return http::download({path, true}, "application/zip", made->name);
}

/// Whoever looks at a document that tells what others said leaves an entry first.
std::vector<http::Route> noted_paper_routes(const documents::Needs& needs) {
    auto routes =
        life_meetings::paper_routes(needs,
                                    {"/api/v1/life-meetings/{id}/sitting-papers/{which}",
                                     "/api/v1/life-meetings/{id}/sitting-papers/{which}/file"},
                                    make_paper);
    auto& view = routes.front();
    view.handler = [needs, inner = view.handler](const Request& request) {
        auto response = inner(request);
        if (response.status == 200)
            if (const auto id = ledger::id_in_path<LifeMeetingId>(request, unknown))
                note_paper_read(needs.ledger, request.who(), *id, request.parameter("which"));
        return response;
    };
    return routes;
}

}  // namespace

std::vector<http::Route> routes(documents::Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    const auto& ledger = needs.ledger;
    auto all = noted_paper_routes(needs);
    const std::vector<http::Route> own{
        {Method::get, "/api/v1/life-meetings/{id}/sitting", reading, shows(ledger, view_sitting)},
        {Method::get, "/api/v1/life-meetings/{id}/sitting/state", reading,
         shows(ledger, view_sitting_state)},
        {Method::put, "/api/v1/life-meetings/{id}/sitting/turns", reading,
         bound(ledger, put_turns)},
        {Method::put, "/api/v1/life-meetings/{id}/sitting/presence", reading,
         acts(ledger, read_presence, say_presence)},
        {Method::put, "/api/v1/life-meetings/{id}/sitting/opening", reading,
         bound(ledger, put_opening)},
        {Method::put, "/api/v1/life-meetings/{id}/sitting/turn", reading, bound(ledger, put_turn)},
        {Method::put, "/api/v1/life-meetings/{id}/sitting/closing", reading,
         bound(ledger, put_closing)},
        {Method::get, "/api/v1/life-meetings/{id}/record", reading, shows(ledger, view_record)},
        {Method::post, "/api/v1/life-meetings/{id}/record/entries", reading,
         acts(ledger, read_spoken, write_entry)},
        {Method::put, "/api/v1/life-meetings/{id}/record/entries", reading,
         acts(ledger, read_correction, correct_entry)},
        {Method::post, "/api/v1/life-meetings/{id}/record/remarks", reading,
         acts(ledger, read_remark, add_remark)},
        {Method::get, "/api/v1/life-meetings/{id}/afterwards", reading, shows(ledger, view_after)},
        {Method::get, "/api/v1/life-meetings/{id}/earlier-measures", reading,
         shows(ledger, view_earlier)},
        {Method::get, "/api/v1/life-meetings/{id}/leading", reading, shows(ledger, view_leading)},
        {Method::post, "/api/v1/life-meetings/{id}/list-items", reading,
         acts(ledger, read_new_item, add_list_item)},
        {Method::put, "/api/v1/life-meetings/{id}/list-items/{item}", reading,
         bound(ledger, put_item)},
        {Method::del, "/api/v1/life-meetings/{id}/list-items/{item}", reading,
         bound(ledger, delete_item)},
        {Method::put, "/api/v1/life-meetings/{id}/list-items-in-ledger", keeping,
         shows(ledger, enter_lists)},
        {Method::get, "/api/v1/life-meetings/{id}/texts/{kind}/draft", reading,
         bound(ledger, get_draft)},
        {Method::put, "/api/v1/life-meetings/{id}/texts/{kind}", reading,
         bound(ledger, put_written)},
        {Method::put, "/api/v1/life-meetings/{id}/packages", keeping,
         acts(ledger, read_package, put_package)},
        {Method::post, "/api/v1/life-meetings/{id}/usual-packages", keeping,
         shows(ledger, add_usual_packages)},
        {Method::get, "/api/v1/life-meetings/{id}/packages/{package}/file", Act::export_ledger,
         bound(needs, get_package)},
        {Method::post, "/api/v1/life-meetings/{id}/publications", keeping,
         acts(ledger, read_publication, publish)},
        {Method::put, "/api/v1/life-meetings/{id}/branch-meetings", keeping,
         acts(ledger, read_branch_meeting, put_branch_meeting)},
        {Method::put, "/api/v1/life-meetings/{id}/archive", keeping,
         acts(ledger, read_archive_line, say_of_material)},
        {Method::get, "/api/v1/life-packages", reading, bound(ledger, get_waiting)},
    };
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

}  // namespace sittings
