// Webhooks on the wire, as their owner sees them: {"hosts":[…],"bundle_minutes","webhooks_max",
// "rows":[…]}, a row being {"id","name","shape","origin","has_secret","rhythm","enabled","version",
// "last": a delivery or null}. Neither address nor secret ever goes out.
#pragma once

#include <string>
#include <string_view>

#include "notify/webhook_actions.hpp"

namespace notify {

[[nodiscard]] std::string to_json(const std::vector<WebhookRow>& rows, const WebhookOffer& offer,
                                  std::int64_t bundle_minutes);
[[nodiscard]] std::string to_json(const WebhookRow& row);
/// {"name","shape","url","secret","rhythm","enabled","version"}; url and secret may be absent.
[[nodiscard]] base::Result<WantedWebhook> read_webhook(std::string_view body, WebhookId id);

/// {"rows":[{"id","kind","count","state","tries","made_at","next_at","done_at","error"}]}; "error"
/// is {"code","args"} as of a refusal, or null.
[[nodiscard]] std::string to_json(const std::vector<Delivery>& deliveries);
[[nodiscard]] std::string to_json(const Delivery& delivery);
/// {"id"}: of the delivery that is to be made.
[[nodiscard]] base::Result<DeliveryId> read_trial(std::string_view body);

}  // namespace notify
