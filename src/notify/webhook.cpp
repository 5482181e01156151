#include "notify/webhook.hpp"

#include <algorithm>
#include <array>

#include "base/base64.hpp"
#include "base/digest.hpp"
#include "base/names.hpp"
#include "base/percent.hpp"
#include "notify/queue.hpp"

namespace notify {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 3> shape_names{"generic", "wecom", "dingtalk"};
constexpr std::array<std::string_view, 2> kind_names{"messages", "trial"};

bool is_secret(std::string_view secret) {
    return secret.size() >= webhook_secret_bytes_min && secret.size() <= webhook_secret_bytes_max &&
           std::all_of(secret.begin(), secret.end(), [](char c) { return c > ' ' && c < 127; });
}

// WeCom signs nothing: its key stands in the address.
bool signs(WebhookShape shape) {
    return shape != WebhookShape::wecom;
}

/// Over what was there: "" means as before.
WebhookSecrets completed(const WantedWebhook& wanted, const std::optional<KnownWebhook>& known) {
    auto secrets = wanted.secrets;
    const auto& before = known ? known->secrets : std::nullopt;
    if (secrets.url.empty() && before) secrets.url = before->url;
    if (secrets.secret.empty() && before) secrets.secret = before->secret;
    if (!signs(wanted.shape)) secrets.secret.clear();
    return secrets;
}

}  // namespace

std::string_view name_of(WebhookShape shape) {
    return shape_names[static_cast<std::size_t>(shape)];
}

std::optional<WebhookShape> webhook_shape_of(std::string_view name) {
    return base::named<WebhookShape>(shape_names, name);
}

std::optional<Rhythm> webhook_rhythm_of(std::string_view name) {
    const auto rhythm = rhythm_of(name);
    return rhythm == Rhythm::never ? std::nullopt : rhythm;
}

bool says_the_same(const KnownWebhook& known, const WantedWebhook& wanted) {
    const auto& there = known.webhook;
    return there.name == wanted.name && there.shape == wanted.shape &&
           there.rhythm == wanted.rhythm && there.enabled == wanted.enabled &&
           known.secrets == completed(wanted, known);
}

base::Result<WebhookSecrets> check(const WantedWebhook& wanted,
                                   const std::optional<KnownWebhook>& known,
                                   const WebhookOffer& offer) {
    if (offer.hosts.empty()) return refuse(ErrorKind::forbidden, "webhooks_are_not_offered");
    auto secrets = completed(wanted, known);
    if (secrets.url.empty()) return refuse(ErrorKind::invalid, "text_empty", "url");
    if (const auto fine = check_url(secrets.url, offer.hosts); !fine) return fine.error();
    if (!signs(wanted.shape)) return secrets;
    if (secrets.secret.empty())
        return refuse(ErrorKind::invalid, "webhook_needs_a_secret", "secret");
    if (!is_secret(secrets.secret))
        return refuse(ErrorKind::invalid, "webhook_secret_not_acceptable", "secret");
    return secrets;
}

Webhook changed(const std::optional<KnownWebhook>& known, const WantedWebhook& wanted,
                const WebhookSecrets& secrets, base::Instant now) {
    Webhook after;
    after.id = wanted.id;
    after.name = wanted.name;
    after.shape = wanted.shape;
    after.origin = webhook_address_in(secrets.url).value_or(WebhookAddress{}).origin();
    after.rhythm = wanted.rhythm;
    after.enabled = wanted.enabled;
    const bool goes_on =
        known && known->webhook.enabled && known->secrets && known->secrets->url == secrets.url;
    after.since = goes_on ? known->webhook.since : now;
    after.version = wanted.version + 1;
    return after;
}

std::string seal_owner_of_url(WebhookId id) {
    return id.text() + " url";
}

std::string seal_owner_of_secret(WebhookId id) {
    return id.text() + " secret";
}

std::string_view name_of(DeliveryKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<DeliveryKind> delivery_kind_of(std::string_view name) {
    return base::named<DeliveryKind>(kind_names, name);
}

Bundle trial_bundle() {
    return {0, "【巡视巡察整改】测试消息", {"收到这条消息，说明消息推送已经接通。"}};
}

std::int64_t tries_of(DeliveryKind kind) {
    return kind == DeliveryKind::trial ? 1 : tries_max;
}

std::string kept_error(const base::Error& error) {
    for (const auto& [name, value] : error.args)
        if (name == "value") return error.code + " " + value;
    return error.code;
}

base::Error error_kept_in(std::string_view text) {
    const auto end = std::min(text.find(' '), text.size());
    base::Error error;
    error.code = std::string(text.substr(0, end));
    if (end < text.size()) error.args.emplace_back("value", std::string(text.substr(end + 1)));
    return error;
}

std::string text_of(const Bundle& bundle, std::string_view origin, std::size_t bytes_max) {
    std::string text = bundle.title + "\n";
    if (bundle.count == 0) {
        for (const auto& line : bundle.lines) text += line + "\n";
        return text;
    }
    const auto end = where_to_look(origin);
    const auto room_for_rest = rest_of(bundle.count, 0).size() + 1 + end.size();
    std::size_t said = 0;
    for (const auto& line : bundle.lines) {
        const auto numbered = std::to_string(said + 1) + ". " + line + "\n";
        if (text.size() + numbered.size() + room_for_rest > bytes_max) break;
        text += numbered;
        ++said;
    }
    if (const auto rest = rest_of(bundle.count, said); !rest.empty()) text += rest + "\n";
    return text + end;
}

std::string signature_of(std::string_view secret, std::string_view timestamp,
                         std::string_view body) {
    return "sha256=" + base::keyed_digest(base::Algorithm::sha256, secret,
                                          std::string(timestamp) + "." + std::string(body));
}

std::string dingtalk_url(const WebhookSecrets& secrets, base::Instant now) {
    const auto timestamp = std::to_string(now.milliseconds);
    const auto digest = base::keyed_digest(base::Algorithm::sha256, secrets.secret,
                                           timestamp + "\n" + secrets.secret);
    const auto sign = base::percent_encoded(base::base64_of(*base::from_hex(digest)));
    const auto joint = secrets.url.find('?') == std::string::npos ? "?" : "&";
    return secrets.url + joint + "timestamp=" + timestamp + "&sign=" + sign;
}

}  // namespace notify
