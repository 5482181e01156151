// The webhooks of the one who asks, and nobody else's.
#include "notify/notify_routes.hpp"
#include "notify/webhook_actions.hpp"
#include "notify/webhook_json.hpp"

namespace notify {
namespace {

using http::Request;
using http::Response;

http::Response unknown() {
    return http::error_response(base::refuse(base::ErrorKind::not_found, "webhook_unknown"));
}

Response get_webhooks(const Needs& needs, const Request& request) {
    return http::json_response(to_json(list_own_webhooks(needs, request.who()), needs.webhooks,
                                       needs.mail.bundle_minutes));
}

Response put_webhook(const Needs& needs, const Request& request) {
    const auto id = WebhookId::parse(request.parameter("id"));
    if (!id) return unknown();
    const auto wanted = read_webhook(request.body, *id);
    if (!wanted) return http::error_response(wanted.error());
    return http::respond(set_webhook(needs, request.who(), *wanted),
                         [](const WebhookRow& row) { return to_json(row); });
}

Response delete_own(const Needs& needs, const Request& request) {
    const auto id = WebhookId::parse(request.parameter("id"));
    return id ? http::respond(remove_webhook(needs, request.who(), *id)) : unknown();
}

Response get_deliveries(const Needs& needs, const Request& request) {
    const auto id = WebhookId::parse(request.parameter("id"));
    if (!id) return unknown();
    return http::respond(list_own_deliveries(needs, request.who(), *id),
                         [](const std::vector<Delivery>& rows) { return to_json(rows); });
}

Response post_trial(const Needs& needs, const Request& request) {
    const auto id = WebhookId::parse(request.parameter("id"));
    if (!id) return unknown();
    const auto delivery = read_trial(request.body);
    if (!delivery) return http::error_response(delivery.error());
    return http::respond(
        try_webhook(needs, request.who(), *id, *delivery),
        [](const Delivery& trial) { return to_json(trial); }, 201);
}

}  // namespace

std::vector<http::Route> webhook_routes(Needs needs) {
    using http::Method;
    using http::signed_in;
    const auto bound = [needs](Response (*handle)(const Needs&, const Request&)) {
        return [needs, handle](const Request& request) { return handle(needs, request); };
    };
    return {
        {Method::get, "/api/v1/webhooks", signed_in, bound(get_webhooks)},
        {Method::put, "/api/v1/webhooks/{id}", signed_in, bound(put_webhook)},
        {Method::del, "/api/v1/webhooks/{id}", signed_in, bound(delete_own)},
        {Method::get, "/api/v1/webhooks/{id}/deliveries", signed_in, bound(get_deliveries)},
        {Method::post, "/api/v1/webhooks/{id}/trial", signed_in, bound(post_trial)},
    };
}

}  // namespace notify
