// All endpoints of the ledger.
#pragma once

#include <vector>

#include "http/http.hpp"
#include "ledger/evidence_actions.hpp"
#include "ledger/recorder_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

/// What `needs` refers to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(Needs needs);

/// One family each; routes() puts them together.
[[nodiscard]] std::vector<http::Route> programme_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> problem_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> measure_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> waiting_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> unit_tree_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> handover_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> extension_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> notice_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> batch_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> bin_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> task_routes(Needs needs);
[[nodiscard]] std::vector<http::Route> phase_routes(Needs needs);

/// Files beside the rows; not among routes(), for they need a place to lie in. As above.
[[nodiscard]] std::vector<http::Route> evidence_routes(const EvidenceNeeds& needs);

/// A handler `Response(const Needs&, const Request&)` as the router calls it, for the needs of any
/// module.
template <class AnyNeeds, class Handle>
http::Handler bound(AnyNeeds needs, Handle handle) {
    return [needs, handle](const http::Request& request) { return handle(needs, request); };
}

/// The id in the path; refuses `code` (404) when it is none.
template <class Id>
base::Result<Id> id_in_path(const http::Request& request, std::string_view code) {
    const auto id = Id::parse(request.parameter("id"));
    if (!id) return base::refuse(base::ErrorKind::not_found, code);
    return *id;
}

/// For whom the answer to a request is written, and on which day.
[[nodiscard]] inline Reader reader_of(const Needs& needs, const http::Request& request) {
    return {request.who(), needs.clock.today()};
}

/// What came of a request, as to_json(shown, reader) of its module tells it.
template <class Shown>
http::Response answer(const Needs& needs, const http::Request& request,
                      const base::Result<Shown>& result, int status = 200) {
    const auto reader = reader_of(needs, request);
    return http::respond(
        result, [&](const Shown& shown) { return to_json(shown, reader); }, status);
}

/// Reads the message, acts on what the path names with act(id, message), and answers with what
/// came of it. Refuses `unknown` (404) when the path names nothing.
template <class Id, class Read, class Do>
http::Response act_on(const Needs& needs, const http::Request& request, std::string_view unknown,
                      Read read, Do act) {
    const auto id = id_in_path<Id>(request, unknown);
    if (!id) return http::error_response(id.error());
    const auto message = read(request.body);
    if (!message) return http::error_response(message.error());
    return answer(needs, request, act(*id, *message));
}

/// The same where the message tells of what was seen, see OfSeen: act(seen, said), `Seen` being an
/// id and a version.
template <class Seen, class Read, class Do>
http::Response act_on_seen(const Needs& needs, const http::Request& request,
                           std::string_view unknown, Read read, Do act) {
    using Id = decltype(Seen::id);
    return act_on<Id>(needs, request, unknown, read, [&](Id id, const auto& message) {
        return act(Seen{id, message.version}, message.said);
    });
}

/// The same, with act(needs, actor, id, message).
template <class Id, class Read, class Do>
http::Response do_to(const Needs& needs, const http::Request& request, std::string_view unknown,
                     Read read, Do act) {
    return act_on<Id>(needs, request, unknown, read, [&](Id id, const auto& message) {
        return act(needs, request.who(), id, message);
    });
}

/// Answers with shown(needs, actor, id) of what the path names. Refuses `unknown` (404).
template <class Id, class Show>
http::Response answer_of(const Needs& needs, const http::Request& request, std::string_view unknown,
                         Show shown) {
    const auto id = id_in_path<Id>(request, unknown);
    if (!id) return http::error_response(id.error());
    return answer(needs, request, shown(needs, request.who(), *id));
}

/// Reads what is to stand in the programme in the path, puts it there with add(needs, actor,
/// wanted), and answers with what came of it. Refuses programme_not_found.
template <class Read, class Add>
http::Response add_to_programme(const Needs& needs, const http::Request& request, Read read,
                                Add add) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    auto wanted = read(request.body);
    if (!wanted) return http::error_response(wanted.error());
    wanted->programme = *id;
    return answer(needs, request, add(needs, request.who(), *wanted), 201);
}

/// Reads the filter of a list of the programme in the path, lists with list(needs, actor, filter),
/// and answers with that page as to_json(found, page, reader) of its module tells it. Refuses
/// programme_not_found.
template <class Read, class List>
http::Response list_of_programme(const Needs& needs, const http::Request& request, Read read,
                                 List list) {
    const auto id = id_in_path<ProgrammeId>(request, "programme_not_found");
    if (!id) return http::error_response(id.error());
    const auto filter = read(request, *id);
    if (!filter) return http::error_response(filter.error());
    const auto reader = reader_of(needs, request);
    return http::respond(list(needs, request.who(), *filter),
                         [&](const auto& found) { return to_json(found, filter->page, reader); });
}

/// "version" in the query, for acts without a body. Refuses missing, expected_integer.
[[nodiscard]] base::Result<std::int64_t> version_in_query(const http::Request& request);

}  // namespace ledger
