#include "notify/webhook_store.hpp"

#include <algorithm>

#include "notify/message_store.hpp"

namespace notify {
namespace {

constexpr std::string_view select_webhook = R"(
    SELECT id, account_id, name, shape, origin, sealed_url, sealed_secret, rhythm, enabled, since,
           version
    FROM webhook)";

constexpr auto save_webhook_sql = R"(
    INSERT INTO webhook (id, account_id, name, shape, origin, sealed_url, sealed_secret, rhythm,
                         enabled, since, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, shape = excluded.shape,
        origin = excluded.origin, sealed_url = excluded.sealed_url,
        sealed_secret = excluded.sealed_secret, rhythm = excluded.rhythm,
        enabled = excluded.enabled, since = excluded.since, version = excluded.version)";

constexpr auto delete_told_sql = "DELETE FROM webhook_message WHERE webhook_id = $1";
constexpr auto delete_deliveries_sql = "DELETE FROM webhook_delivery WHERE webhook_id = $1";
constexpr auto delete_webhook_sql = "DELETE FROM webhook WHERE id = $1";

constexpr auto waiting_sql = R"(
    SELECT w.id, w.rhythm, min(e.at)
    FROM webhook w JOIN account a ON a.id = w.account_id
         JOIN message m ON m.account_id = w.account_id JOIN event e ON e.id = m.event_id
    WHERE w.enabled = 1 AND a.disabled = 0 AND m.read_at IS NULL AND e.at >= w.since
      AND NOT EXISTS (SELECT 1 FROM webhook_message t
                      WHERE t.webhook_id = w.id AND t.event_id = m.event_id)
    GROUP BY w.id, w.rhythm ORDER BY w.id)";

constexpr auto claim_sql = R"(
    INSERT INTO webhook_message (webhook_id, event_id, delivery_id)
    SELECT w.id, m.event_id, $2
    FROM webhook w JOIN message m ON m.account_id = w.account_id JOIN event e ON e.id = m.event_id
    WHERE w.id = $1 AND m.read_at IS NULL AND e.at >= w.since
      AND NOT EXISTS (SELECT 1 FROM webhook_message t
                      WHERE t.webhook_id = w.id AND t.event_id = m.event_id))";

constexpr auto claimed_sql = R"(
    SELECT e.kind, e.programme_title, e.subject_number, e.subject_kind
    FROM webhook_message t JOIN event e ON e.id = t.event_id
    WHERE t.delivery_id = $1 ORDER BY e.at, e.id)";

constexpr auto insert_delivery_sql = R"(
    INSERT INTO webhook_delivery (id, webhook_id, kind, message_count, title, lines, state,
                                  made_at, next_at, tries, done_at, error)
    VALUES ($1, $2, $3, $4, $5, $6, 'pending', $7, $7, 0, NULL, ''))";

constexpr auto trim_deliveries_sql = R"(
    DELETE FROM webhook_delivery
    WHERE webhook_id = $1 AND state <> 'pending'
      AND id NOT IN (SELECT id FROM webhook_delivery WHERE webhook_id = $1
                     ORDER BY made_at DESC, id DESC LIMIT $2))";

constexpr std::string_view select_delivery = R"(
    SELECT id, webhook_id, kind, message_count, title, lines, state, made_at, next_at, tries,
           done_at, error
    FROM webhook_delivery)";

constexpr auto postpone_sql = R"(
    UPDATE webhook_delivery SET next_at = $2
    WHERE webhook_id = $1 AND state = 'pending' AND kind = 'messages' AND next_at < $2)";

constexpr auto is_disabled_sql = "SELECT disabled FROM account WHERE id = $1";

std::string with(std::string_view select, std::string_view rest) {
    return std::string(select) + std::string(rest);
}

Webhook webhook_of(const db::Row& row) {
    return {row.id<WebhookId>(0), row.id<base::AccountId>(1),
            row.string(2),        webhook_shape_of(row.text(3)).value_or(WebhookShape::generic),
            row.string(4),        row.string(5),
            row.string(6),        rhythm_of(row.text(7)).value_or(Rhythm::at_once),
            row.boolean(8),       row.instant(9),
            row.integer(10)};
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

std::vector<std::string> parted(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Delivery delivery_of(const db::Row& row) {
    return {row.id<DeliveryId>(0),
            row.id<WebhookId>(1),
            delivery_kind_of(row.text(2)).value_or(DeliveryKind::messages),
            {row.integer(3), row.string(4), parted(row.text(5))},
            row.string(6),
            row.instant(7),
            row.instant(8),
            row.integer(9),
            row.optional_instant(10),
            row.string(11)};
}

}  // namespace

std::optional<Webhook> find_webhook(db::Transaction& transaction, WebhookId id) {
    return transaction.first(with(select_webhook, " WHERE id = $1"), {id}, webhook_of);
}

std::vector<Webhook> list_webhooks_of(db::Transaction& transaction, base::AccountId account) {
    return transaction.all(with(select_webhook, " WHERE account_id = $1 ORDER BY id"), {account},
                           webhook_of);
}

std::vector<Webhook> list_webhooks(db::Transaction& transaction) {
    return transaction.all(with(select_webhook, " ORDER BY id"), {}, webhook_of);
}

void save_webhook(db::Transaction& transaction, const Webhook& webhook) {
    transaction.execute(save_webhook_sql,
                        {webhook.id, webhook.account, webhook.name, name_of(webhook.shape),
                         webhook.origin, webhook.sealed_url, webhook.sealed_secret,
                         name_of(webhook.rhythm), webhook.enabled, webhook.since, webhook.version});
}

void delete_webhook(db::Transaction& transaction, WebhookId id) {
    transaction.execute(delete_told_sql, {id});
    transaction.execute(delete_deliveries_sql, {id});
    transaction.execute(delete_webhook_sql, {id});
}

std::vector<WaitingWebhook> list_waiting_webhooks(db::Transaction& transaction) {
    return transaction.all(waiting_sql, {}, [](const db::Row& row) {
        return WaitingWebhook{row.id<WebhookId>(0),
                              rhythm_of(row.text(1)).value_or(Rhythm::at_once), row.instant(2)};
    });
}

std::vector<Event> claim_messages(db::Transaction& transaction, WebhookId webhook,
                                  DeliveryId delivery) {
    transaction.execute(claim_sql, {webhook, delivery});
    return transaction.all(claimed_sql, {delivery}, bundled_event);
}

void insert_delivery(db::Transaction& transaction, const Delivery& delivery) {
    const auto lines = joined(delivery.bundle.lines);
    transaction.execute(insert_delivery_sql,
                        {delivery.id, delivery.webhook, name_of(delivery.kind),
                         delivery.bundle.count, delivery.bundle.title, lines, delivery.made_at});
    transaction.execute(trim_deliveries_sql, {delivery.webhook, deliveries_kept});
}

std::optional<Delivery> find_delivery(db::Transaction& transaction, DeliveryId id) {
    return transaction.first(with(select_delivery, " WHERE id = $1"), {id}, delivery_of);
}

std::vector<Delivery> list_deliveries(db::Transaction& transaction, WebhookId webhook,
                                      std::int64_t rows_max) {
    return transaction.all(
        with(select_delivery, " WHERE webhook_id = $1 ORDER BY made_at DESC, id DESC LIMIT $2"),
        {webhook, rows_max}, delivery_of);
}

void postpone_deliveries(db::Transaction& transaction, WebhookId webhook, base::Instant until) {
    transaction.execute(postpone_sql, {webhook, until});
}

std::optional<DueDelivery> find_due_delivery(db::Transaction& transaction, std::string_view id) {
    const auto delivery =
        transaction.first(with(select_delivery, " WHERE id = $1"), {id}, delivery_of);
    if (!delivery) return std::nullopt;
    const auto webhook = find_webhook(transaction, delivery->webhook);
    if (!webhook) return std::nullopt;
    const auto disabled = transaction.first(is_disabled_sql, {webhook->account},
                                            [](const db::Row& row) { return row.boolean(0); });
    return DueDelivery{delivery->id, *delivery, *webhook, delivery->tries, disabled.value_or(true)};
}

}  // namespace notify
