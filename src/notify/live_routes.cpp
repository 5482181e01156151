// The stream of hints to a page that is open. It says only that something is new, so it needs no
// right but to be signed in, and does not count as work: the session grows idle as without it.
#include <chrono>

#include "accounts/accounts_routes.hpp"
#include "notify/live_actions.hpp"
#include "notify/notify_routes.hpp"

namespace notify {
namespace {

http::Response get_live(LiveHub& hub, const http::Request& request) {
    const auto cookie = request.cookie(accounts::session_cookie);
    const auto seat = hub.open(accounts::digest_of_token(cookie));
    if (!seat) return http::error_response(seat.error());
    http::Response response;
    response.with("Content-Type", "text/event-stream").with("X-Accel-Buffering", "no");
    response.body =
        http::LiveBody{[seat = *seat] { return seat->next(); }, std::chrono::milliseconds(100)};
    return response;
}

}  // namespace

std::vector<http::Route> live_routes(LiveHub& hub) {
    return {{http::Method::get, "/api/v1/live", http::signed_in,
             [&hub](const http::Request& request) { return get_live(hub, request); }}};
}

}  // namespace notify
