// A webhook: where one account wants to be told over HTTP what a mail would say, in which shape,
// and signed with which secret; and its deliveries. Pure: secrets arrive opened and leave unsealed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "notify/bundle.hpp"
#include "notify/webhook_address.hpp"

namespace notify {

/// Ours, or what the group robots of two messengers take.
enum class WebhookShape { generic, wecom, dingtalk };
[[nodiscard]] std::string_view name_of(WebhookShape shape);
[[nodiscard]] std::optional<WebhookShape> webhook_shape_of(std::string_view name);
/// Every rhythm but never: a webhook that is to be silent is switched off.
[[nodiscard]] std::optional<Rhythm> webhook_rhythm_of(std::string_view name);

inline constexpr std::size_t webhooks_of_one_max = 5, webhook_name_chars_max = 60;
inline constexpr std::size_t webhook_secret_bytes_min = 8, webhook_secret_bytes_max = 200;
inline constexpr std::int64_t deliveries_kept = 20;  // of one webhook, for its owner to see

/// What the installation offers; the same for the whole run.
struct WebhookOffer {
    std::vector<std::string> hosts;  // as listed_host() gives them; none: nothing is offered
};

using WebhookId = base::Id<struct WebhookTag>;

struct Webhook {
    WebhookId id;
    base::AccountId account;
    std::string name;  // what its owner calls it: 值班群
    WebhookShape shape = WebhookShape::generic;
    std::string origin;  // all of the address that is shown
    std::string sealed_url, sealed_secret;
    Rhythm rhythm = Rhythm::at_once;
    bool enabled = true;
    base::Instant since;  // what happened before is not told
    std::int64_t version = 0;
    bool operator==(const Webhook&) const = default;
};

struct WebhookSecrets {
    std::string url, secret;
    bool operator==(const WebhookSecrets&) const = default;
};

/// What its owner wants; "" as url or secret: the one that is there already.
struct WantedWebhook {
    WebhookId id;
    std::string name;
    WebhookShape shape = WebhookShape::generic;
    WebhookSecrets secrets;
    Rhythm rhythm = Rhythm::at_once;
    bool enabled = true;
    std::int64_t version = 0;  // 0: there is none yet
};

/// The one that is there, with what its seals hold when they open.
struct KnownWebhook {
    Webhook webhook;
    std::optional<WebhookSecrets> secrets;
};

/// A request that was sent twice: it says what stands there already.
[[nodiscard]] bool says_the_same(const KnownWebhook& known, const WantedWebhook& wanted);
/// What is to be sealed. Refuses: webhooks_are_not_offered, text_empty (no url), as check_url(),
/// webhook_needs_a_secret, webhook_secret_not_acceptable (visible ASCII, of a length).
[[nodiscard]] base::Result<WebhookSecrets> check(const WantedWebhook& wanted,
                                                 const std::optional<KnownWebhook>& known,
                                                 const WebhookOffer& offer);
/// The webhook with everything but its seals. It tells of what happens from now on when it was not
/// there, was switched off, or went elsewhere. Requires secrets that check() gave.
[[nodiscard]] Webhook changed(const std::optional<KnownWebhook>& known, const WantedWebhook& wanted,
                              const WebhookSecrets& secrets, base::Instant now);
/// What a seal is bound to besides the key, so that no row opens what stands in another.
[[nodiscard]] std::string seal_owner_of_url(WebhookId id);
[[nodiscard]] std::string seal_owner_of_secret(WebhookId id);

using DeliveryId = base::Id<struct DeliveryTag>;
enum class DeliveryKind { messages, trial };
[[nodiscard]] std::string_view name_of(DeliveryKind kind);
[[nodiscard]] std::optional<DeliveryKind> delivery_kind_of(std::string_view name);

struct Delivery {
    DeliveryId id;
    WebhookId webhook;
    DeliveryKind kind = DeliveryKind::messages;
    Bundle bundle;
    std::string state = "pending";  // or "sent", "failed"
    base::Instant made_at, next_at;
    std::int64_t tries = 0;
    std::optional<base::Instant> done_at;
    std::string error;  // as kept_error() writes it
    bool operator==(const Delivery&) const = default;
};

[[nodiscard]] Bundle trial_bundle();
/// A trial is for somebody who waits for it: it is made once.
[[nodiscard]] std::int64_t tries_of(DeliveryKind kind);

/// The code of a refusal and its value, as a delivery keeps them: "webhook_answered_status 500".
[[nodiscard]] std::string kept_error(const base::Error& error);
[[nodiscard]] base::Error error_kept_in(std::string_view text);

/// What a robot writes into its group, cut between lines to the bytes it takes.
[[nodiscard]] std::string text_of(const Bundle& bundle, std::string_view origin,
                                  std::size_t bytes_max);
/// "sha256=…" over when it was sent (seconds since 1970) and what.
[[nodiscard]] std::string signature_of(std::string_view secret, std::string_view timestamp,
                                       std::string_view body);
/// The address with the two parameters by which DingTalk knows its own.
[[nodiscard]] std::string dingtalk_url(const WebhookSecrets& secrets, base::Instant now);

}  // namespace notify
