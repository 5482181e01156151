#include "notify/webhook_actions.hpp"

#include "journal/payload.hpp"
#include "notify/queue_actions.hpp"

namespace notify {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr auto lock_name = name_of(Queue::webhook_delivery);

base::Error unknown() {
    return refuse(ErrorKind::not_found, "webhook_unknown");
}

std::optional<WebhookSecrets> opened(const Needs& needs, const Webhook& webhook) {
    auto url = needs.secrets.open(webhook.sealed_url, seal_owner_of_url(webhook.id));
    if (!url) return std::nullopt;
    if (webhook.sealed_secret.empty()) return WebhookSecrets{std::move(*url), {}};
    auto secret = needs.secrets.open(webhook.sealed_secret, seal_owner_of_secret(webhook.id));
    if (!secret) return std::nullopt;
    return WebhookSecrets{std::move(*url), std::move(*secret)};
}

void seal(const Needs& needs, Webhook& webhook, const WebhookSecrets& secrets) {
    webhook.sealed_url =
        needs.secrets.seal(secrets.url, seal_owner_of_url(webhook.id), needs.random);
    webhook.sealed_secret.clear();
    if (!secrets.secret.empty())
        webhook.sealed_secret =
            needs.secrets.seal(secrets.secret, seal_owner_of_secret(webhook.id), needs.random);
}

base::Result<Webhook> load_own(db::Transaction& transaction, const base::Actor& actor,
                               WebhookId id) {
    auto webhook = find_webhook(transaction, id);
    if (!webhook || webhook->account != actor.id) return unknown();
    return std::move(*webhook);
}

WebhookRow row_of(db::Transaction& transaction, Webhook webhook) {
    auto last = list_deliveries(transaction, webhook.id, 1);
    return {std::move(webhook), last.empty() ? std::nullopt : std::optional(last.front())};
}

void note(const Needs& needs, db::Transaction& transaction, const base::Actor& actor,
          std::string_view act, const Webhook& webhook) {
    const auto host = webhook.origin.substr(webhook.origin.find("://") + 3);
    const std::vector<std::pair<std::string, std::string>> facts{
        {"name", webhook.name}, {"shape", std::string(name_of(webhook.shape))}, {"host", host}};
    const auto payload = journal::payload_of({}, facts);
    needs.journal.append(
        transaction, actor, needs.clock.now(),
        {.act = act, .subject_kind = "account", .subject_id = actor.id.text(), .payload = payload});
}

/// Whether `wanted` may be written over what is there; nothing refused and `known` saying the same
/// is left to the caller.
std::optional<base::Error> why_not_set(db::Transaction& transaction, const base::Actor& actor,
                                       const std::optional<KnownWebhook>& known,
                                       const WantedWebhook& wanted) {
    const bool own = known && known->webhook.account == actor.id;
    if (wanted.version == 0 && known)
        return refuse(ErrorKind::conflict, "same_id_other_content", "id");
    if (wanted.version != 0 && !own) return unknown();
    if (known && known->webhook.version != wanted.version)
        return refuse(ErrorKind::conflict, "somebody_else_changed_it", "version",
                      {{"version", std::to_string(known->webhook.version)}});
    if (!known && list_webhooks_of(transaction, actor.id).size() >= webhooks_of_one_max)
        return refuse(ErrorKind::conflict, "too_many_webhooks", {},
                      {{"max", std::to_string(webhooks_of_one_max)}});
    return std::nullopt;
}

base::Result<void> attempt(const Needs& needs, const DueDelivery& due, const SendWebhook& send) {
    auto secrets = opened(needs, due.webhook);
    if (!secrets) return refuse(ErrorKind::unavailable, "webhook_does_not_open");
    // The list may have been shortened since the address was saved.
    if (const auto fine = check_url(secrets->url, needs.webhooks.hosts); !fine)
        return refuse(ErrorKind::forbidden, "webhook_host_no_longer_listed", {},
                      {{"value", due.webhook.origin}});
    return send({due.delivery, due.webhook.shape, std::move(*secrets), needs.clock.now(),
                 needs.mail.origin});
}

}  // namespace

std::vector<WebhookRow> list_own_webhooks(const Needs& needs, const base::Actor& actor) {
    return needs.database.read([&](db::Transaction& transaction) {
        std::vector<WebhookRow> rows;
        for (auto& webhook : list_webhooks_of(transaction, actor.id))
            rows.push_back(row_of(transaction, std::move(webhook)));
        return rows;
    });
}

base::Result<WebhookRow> set_webhook(const Needs& needs, const base::Actor& actor,
                                     const WantedWebhook& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<WebhookRow> {
        transaction.lock(lock_name);
        std::optional<KnownWebhook> known;
        if (auto there = find_webhook(transaction, wanted.id))
            known = KnownWebhook{*there, opened(needs, *there)};
        if (known && known->webhook.account == actor.id && wanted.version == 0 &&
            says_the_same(*known, wanted))
            return row_of(transaction, known->webhook);
        if (const auto refused = why_not_set(transaction, actor, known, wanted)) return *refused;
        const auto secrets = check(wanted, known, needs.webhooks);
        if (!secrets) return secrets.error();
        auto webhook = changed(known, wanted, *secrets, needs.clock.now());
        webhook.account = actor.id;
        seal(needs, webhook, *secrets);
        save_webhook(transaction, webhook);
        note(needs, transaction, actor, "save_webhook", webhook);
        return row_of(transaction, std::move(webhook));
    });
}

base::Result<void> remove_webhook(const Needs& needs, const base::Actor& actor, WebhookId id) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        transaction.lock(lock_name);
        const auto webhook = load_own(transaction, actor, id);
        if (!webhook) return webhook.error();
        delete_webhook(transaction, id);
        note(needs, transaction, actor, "remove_webhook", *webhook);
        return {};
    });
}

base::Result<std::vector<Delivery>> list_own_deliveries(const Needs& needs,
                                                        const base::Actor& actor, WebhookId id) {
    return needs.database.read(
        [&](db::Transaction& transaction) -> base::Result<std::vector<Delivery>> {
            if (const auto own = load_own(transaction, actor, id); !own) return own.error();
            return list_deliveries(transaction, id, deliveries_kept);
        });
}

base::Result<Delivery> try_webhook(const Needs& needs, const base::Actor& actor, WebhookId id,
                                   DeliveryId delivery) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Delivery> {
        transaction.lock(lock_name);
        if (const auto own = load_own(transaction, actor, id); !own) return own.error();
        if (needs.webhooks.hosts.empty())
            return refuse(ErrorKind::forbidden, "webhooks_are_not_offered");
        if (const auto stored = find_delivery(transaction, delivery)) {
            if (stored->webhook == id && stored->kind == DeliveryKind::trial) return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        for (const auto& other : list_deliveries(transaction, id, deliveries_kept))
            if (other.kind == DeliveryKind::trial && other.state == "pending")
                return refuse(ErrorKind::conflict, "webhook_trial_is_under_way");
        Delivery trial{delivery, id, DeliveryKind::trial, trial_bundle()};
        trial.made_at = trial.next_at = needs.clock.now();
        insert_delivery(transaction, trial);
        return trial;
    });
}

std::int64_t bundle_for_webhooks(const Needs& needs) {
    if (needs.webhooks.hosts.empty()) return 0;
    const auto made =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<std::int64_t> {
            transaction.lock(lock_name);
            const auto now = needs.clock.now();
            std::int64_t count = 0;
            for (const auto& [id, rhythm, oldest] : list_waiting_webhooks(transaction)) {
                if (!is_bundle_due(rhythm, oldest, now, needs.mail.bundle_minutes)) continue;
                Delivery delivery{DeliveryId::make(now, needs.random), id};
                // Claimed first: a message that comes meanwhile is told by the next one.
                const auto events = claim_messages(transaction, id, delivery.id);
                if (events.empty()) continue;
                delivery.bundle = bundle_of(events);
                delivery.made_at = now;
                insert_delivery(transaction, delivery);
                ++count;
            }
            return count;
        });
    return made ? *made : 0;
}

bool send_next_webhook(const Needs& needs, const SendWebhook& send) {
    std::optional<WebhookId> failed;
    std::int64_t pause_ms = 0;
    const auto send_one = [&](const DueDelivery& due) -> Outcome {
        const bool trial = due.delivery.kind == DeliveryKind::trial;
        if (due.account_disabled || (!due.webhook.enabled && !trial))
            return {"webhook_is_off", std::nullopt};
        const auto sent = attempt(needs, due, send);
        if (sent) return {};
        const auto outcome =
            outcome_of(kept_error(sent.error()), due.tries, tries_of(due.delivery.kind));
        if (outcome.pause_ms) {
            failed = due.webhook.id;
            pause_ms = *outcome.pause_ms;
        }
        return outcome;
    };
    const bool kept = send_next(needs, Queue::webhook_delivery, find_due_delivery, send_one);
    if (!failed) return kept;
    const base::Instant until{needs.clock.now().milliseconds + pause_ms};
    const auto postponed =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            postpone_deliveries(transaction, *failed, until);
            return {};
        });
    return kept && postponed.has_value();
}

}  // namespace notify
