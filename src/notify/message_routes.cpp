// The messages of the one who asks, and nobody else's.
#include <charconv>

#include "notify/message_actions.hpp"
#include "notify/message_json.hpp"
#include "notify/notify_routes.hpp"

namespace notify {
namespace {

using http::Method;
using http::Request;
using http::Response;

/// A number of the query, or `otherwise` when it is absent or none between 1 and `max`.
std::int64_t number_or(std::string_view text, std::int64_t max, std::int64_t otherwise) {
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    const bool fine = error == std::errc() && stopped == end && number >= 1 && number <= max;
    return fine ? number : otherwise;
}

Response get_messages(const Needs& needs, const Request& request) {
    constexpr auto rows_max = static_cast<std::int64_t>(base::limits::page_rows_max);
    const auto page = number_or(request.query_value("page"), 1'000'000, 1);
    const auto page_size = number_or(request.query_value("page_size"), rows_max, 50);
    return http::json_response(
        to_json(list_message_page(needs, request.who(), page, page_size), page, page_size));
}

Response get_unread(const Needs& needs, const Request& request) {
    return http::json_response(unread_json(count_own_messages(needs, request.who())));
}

Response put_read(const Needs& needs, const Request& request) {
    const auto id = EventId::parse(request.parameter("id"));
    if (!id)
        return http::error_response(base::refuse(base::ErrorKind::not_found, "message_unknown"));
    return http::respond(read_message(needs, request.who(), *id));
}

Response put_all_read(const Needs& needs, const Request& request) {
    const auto up_to = read_up_to(request.body);
    if (!up_to) return http::error_response(up_to.error());
    return http::respond(read_all_messages(needs, request.who(), *up_to));
}

}  // namespace

std::vector<http::Route> message_routes(Needs needs) {
    const auto bound = [needs](Response (*handle)(const Needs&, const Request&)) {
        return [needs, handle](const Request& request) { return handle(needs, request); };
    };
    return {
        {Method::get, "/api/v1/messages", http::signed_in, bound(get_messages)},
        {Method::get, "/api/v1/messages/unread", http::signed_in, bound(get_unread)},
        {Method::put, "/api/v1/messages/read", http::signed_in, bound(put_all_read)},
        {Method::put, "/api/v1/messages/{id}/read", http::signed_in, bound(put_read)},
    };
}

std::vector<http::Route> routes(Needs needs) {
    auto all = message_routes(needs);
    for (auto& route : mail_routes(needs)) all.push_back(std::move(route));
    for (auto& route : webhook_routes(needs)) all.push_back(std::move(route));
    return all;
}

}  // namespace notify
