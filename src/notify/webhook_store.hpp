// Webhooks and their deliveries in the database. One function a statement; sees sealed addresses
// and secrets only; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "notify/webhook.hpp"

namespace notify {

[[nodiscard]] std::optional<Webhook> find_webhook(db::Transaction& transaction, WebhookId id);
/// The oldest first.
[[nodiscard]] std::vector<Webhook> list_webhooks_of(db::Transaction& transaction,
                                                    base::AccountId account);
/// Of all accounts: for a change of keys.
[[nodiscard]] std::vector<Webhook> list_webhooks(db::Transaction& transaction);
/// In place of the one that is there.
void save_webhook(db::Transaction& transaction, const Webhook& webhook);
/// With its deliveries, also those on their way.
void delete_webhook(db::Transaction& transaction, WebhookId id);

/// A webhook with messages that it has not told of, neither read nor older than its choice.
struct WaitingWebhook {
    WebhookId id;
    Rhythm rhythm;
    base::Instant oldest;
};
/// Of accounts that are not disabled; webhooks that are switched on.
[[nodiscard]] std::vector<WaitingWebhook> list_waiting_webhooks(db::Transaction& transaction);
/// What waits for it is told by this delivery from now on, and what that is: the oldest first.
[[nodiscard]] std::vector<Event> claim_messages(db::Transaction& transaction, WebhookId webhook,
                                                DeliveryId delivery);

/// To be sent at once. What was done with before the last `deliveries_kept` goes.
void insert_delivery(db::Transaction& transaction, const Delivery& delivery);
[[nodiscard]] std::optional<Delivery> find_delivery(db::Transaction& transaction, DeliveryId id);
/// The newest first.
[[nodiscard]] std::vector<Delivery> list_deliveries(db::Transaction& transaction, WebhookId webhook,
                                                    std::int64_t rows_max);
/// Those pending that would be due before, so that a server that does not answer is not asked once
/// for each of them.
void postpone_deliveries(db::Transaction& transaction, WebhookId webhook, base::Instant until);

/// A delivery with what decides whether it goes.
struct DueDelivery {
    DeliveryId id;
    Delivery delivery;
    Webhook webhook;
    std::int64_t tries = 0;  // this one included
    bool account_disabled = false;
};
[[nodiscard]] std::optional<DueDelivery> find_due_delivery(db::Transaction& transaction,
                                                           std::string_view id);

}  // namespace notify
