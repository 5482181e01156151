#include "notify/resealing_actions.hpp"

#include "journal/payload.hpp"
#include "notify/webhook_store.hpp"

namespace notify {
namespace {

/// Under the newest key; nothing when one of the two opens with none of them.
std::optional<Webhook> resealed(const Needs& needs, Webhook webhook) {
    const auto again = [&](std::string& sealed, const std::string& owner) {
        if (sealed.empty()) return true;
        const auto opened = needs.secrets.open(sealed, owner);
        if (opened) sealed = needs.secrets.seal(*opened, owner, needs.random);
        return opened.has_value();
    };
    if (!again(webhook.sealed_url, seal_owner_of_url(webhook.id)) ||
        !again(webhook.sealed_secret, seal_owner_of_secret(webhook.id)))
        return std::nullopt;
    return webhook;
}

}  // namespace

accounts::Resealed reseal_webhooks(const Needs& needs, const base::Actor& actor) {
    return needs.database
        .write([&](db::Transaction& transaction) -> base::Result<accounts::Resealed> {
            accounts::Resealed count;
            const auto webhooks = list_webhooks(transaction);
            if (webhooks.empty()) return count;
            for (const auto& webhook : webhooks) {
                const auto after = resealed(needs, webhook);
                if (after) save_webhook(transaction, *after);
                ++(after ? count.sealed : count.lost);
            }
            const std::pair<std::string, std::string> facts[]{
                {"sealed", std::to_string(count.sealed)}, {"lost", std::to_string(count.lost)}};
            const auto payload = journal::payload_of({}, facts);
            needs.journal.append(transaction, actor, needs.clock.now(),
                                 {.act = "rotate_secrets_key",
                                  .subject_kind = "installation",
                                  .subject_id = "webhooks",
                                  .payload = payload});
            return count;
        })
        .value();
}

}  // namespace notify
