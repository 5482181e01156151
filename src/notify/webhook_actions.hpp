// Choosing webhooks, and the two steps of telling: bundling messages into deliveries, and sending
// one delivery at a time. Several threads and copies of the program may do both at once.
#pragma once

#include <functional>

#include "notify/needs.hpp"
#include "notify/webhook_store.hpp"

namespace notify {

struct WebhookRow {
    Webhook webhook;
    std::optional<Delivery> last;  // the newest delivery
};
[[nodiscard]] std::vector<WebhookRow> list_own_webhooks(const Needs& needs,
                                                        const base::Actor& actor);
/// Sending the same again does it once. A journal entry names it and its host, never the address or
/// the secret. Refuses: webhook_unknown (also somebody else's), same_id_other_content,
/// somebody_else_changed_it, too_many_webhooks (args max), as check().
[[nodiscard]] base::Result<WebhookRow> set_webhook(const Needs& needs, const base::Actor& actor,
                                                   const WantedWebhook& wanted);
/// With its deliveries, also those on their way. Refuses: webhook_unknown.
[[nodiscard]] base::Result<void> remove_webhook(const Needs& needs, const base::Actor& actor,
                                                WebhookId id);
/// The last ones, the newest first. Refuses: webhook_unknown.
[[nodiscard]] base::Result<std::vector<Delivery>> list_own_deliveries(const Needs& needs,
                                                                      const base::Actor& actor,
                                                                      WebhookId id);
/// Puts a delivery into the queue that tells of nothing; also of a webhook that is switched off.
/// Refuses: webhook_unknown, webhooks_are_not_offered, same_id_other_content,
/// webhook_trial_is_under_way.
[[nodiscard]] base::Result<Delivery> try_webhook(const Needs& needs, const base::Actor& actor,
                                                 WebhookId id, DeliveryId delivery);

/// Makes the deliveries that are due; returns how many.
std::int64_t bundle_for_webhooks(const Needs& needs);

/// A delivery on its way out, its secrets opened.
struct Sending {
    Delivery delivery;
    WebhookShape shape;
    WebhookSecrets secrets;
    base::Instant at;    // of this try
    std::string origin;  // of our own pages, "" when nobody said
};
/// What the other server said of it; a refusal's code and value are kept for the owner to see.
using SendWebhook = std::function<base::Result<void>(const Sending&)>;
/// Sends the delivery that is longest due and keeps what came of it; false when none is due. After
/// a failure the webhook's other deliveries wait as long as this one, so that a server that does
/// not answer holds nobody up for long. Never sends to a host that is no longer listed.
bool send_next_webhook(const Needs& needs, const SendWebhook& send);

}  // namespace notify
