// The endpoints of leaving posts and of handovers.
#include <charconv>

#include "ledger/handover_json.hpp"
#include "ledger/ledger_query_json.hpp"
#include "ledger/ledger_routes.hpp"

namespace ledger {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;

base::Result<HandoverId> id_of(const Request& request) {
    return id_in_path<HandoverId>(request, "handover_unknown");
}

Response answer(const Needs& needs, const Request& request,
                const base::Result<HandoverView>& result) {
    const Reader reader{request.who(), needs.clock.today()};
    return http::respond(result, [&](const HandoverView& view) { return to_json(view, reader); });
}

/// A change of the handover in the path: `read` takes the body, `act` is given what was read.
template <class Read, class Change>
Response change_in_path(const Needs& needs, const Request& request, Read read, Change act) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto wanted = read(request.body);
    if (!wanted) return http::error_response(wanted.error());
    return answer(needs, request, act(*id, *wanted));
}

Response put_end(const Needs& needs, const Request& request) {
    const auto post = id_in_path<accounts::PostId>(request, "post_unknown");
    if (!post) return http::error_response(post.error());
    const auto wanted = read_leave_post(request.body, *post);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(leave_post(needs, request.who(), *wanted),
                         [](const LeftPost& left) { return to_json(left); });
}

// GET /api/v1/handovers?state=open&to_sign=1&page=&page_size=
Response get_handovers(const Needs& needs, const Request& request) {
    const auto filter = read_handover_filter(request);
    if (!filter) return http::error_response(filter.error());
    const Reader reader{request.who(), needs.clock.today()};
    const auto page = list_handover_page(needs, request.who(), *filter);
    return http::json_response(to_json(page, filter->page, reader));
}

Response get_handover(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_handover(needs, request.who(), *id));
}

Response get_items(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto page = read_page(request);
    if (!page) return http::error_response(page.error());
    return http::respond(list_handover_items(needs, request.who(), *id, *page),
                         [&](const HandoverItemPage& items) { return to_json(items, *page); });
}

Response patch_handover(const Needs& needs, const Request& request) {
    return change_in_path(
        needs, request, read_handover_patch, [&](HandoverId id, const HandoverPatch& wanted) {
            return change_handover(needs, request.who(), {id, wanted.version}, wanted.texts);
        });
}

Response put_item(const Needs& needs, const Request& request) {
    std::int64_t position = 0;
    const auto text = request.parameter("position");
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (error != std::errc() || end != text.data() + text.size())
        return http::error_response(
            base::refuse(base::ErrorKind::not_found, "handover_item_unknown"));
    return change_in_path(needs, request, read_kept, [&](HandoverId id, const KeptItem& wanted) {
        return keep_item(needs, request.who(), {id, wanted.version}, position, wanted.kept);
    });
}

Response put_list(const Needs& needs, const Request& request) {
    return change_in_path(needs, request, read_handover_version,
                          [&](HandoverId id, std::int64_t version) {
                              return renew_list(needs, request.who(), {id, version});
                          });
}

Response put_taker(const Needs& needs, const Request& request) {
    return change_in_path(
        needs, request, read_follower, [&](HandoverId id, const NamedFollower& wanted) {
            return name_follower(needs, request.who(), {id, wanted.version}, wanted.follower);
        });
}

Response put_signature(const Needs& needs, const Request& request) {
    const auto part = handover_part_of(request.parameter("part"));
    if (!part)
        return http::error_response(base::refuse(base::ErrorKind::not_found, "handover_unknown"));
    const auto read = [&](std::string_view body) { return read_signature(body, *part); };
    return change_in_path(needs, request, read, [&](HandoverId id, const SentSignature& sent) {
        return sign_handover(needs, request.who(), {id, sent.version}, sent.signing);
    });
}

Response delete_handover(const Needs& needs, const Request& request) {
    const auto id = id_of(request);
    if (!id) return http::error_response(id.error());
    const auto version = version_in_query(request);
    if (!version) return http::error_response(version.error());
    return answer(needs, request, take_back_handover(needs, request.who(), {*id, *version}));
}

}  // namespace

std::vector<http::Route> handover_routes(Needs needs) {
    const auto door = Act::read_ledger;
    return {
        {Method::put, "/api/v1/posts/{id}/end", Act::manage_units, bound(needs, put_end)},
        {Method::get, "/api/v1/handovers", door, bound(needs, get_handovers)},
        {Method::get, "/api/v1/handovers/{id}", door, bound(needs, get_handover)},
        {Method::patch, "/api/v1/handovers/{id}", door, bound(needs, patch_handover)},
        {Method::del, "/api/v1/handovers/{id}", Act::edit_ledger, bound(needs, delete_handover)},
        {Method::get, "/api/v1/handovers/{id}/items", door, bound(needs, get_items)},
        {Method::put, "/api/v1/handovers/{id}/items/{position}", door, bound(needs, put_item)},
        {Method::put, "/api/v1/handovers/{id}/list", door, bound(needs, put_list)},
        {Method::put, "/api/v1/handovers/{id}/taker", Act::edit_ledger, bound(needs, put_taker)},
        {Method::put, "/api/v1/handovers/{id}/signatures/{part}", door,
         bound(needs, put_signature)},
    };
}

}  // namespace ledger
