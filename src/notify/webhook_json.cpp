#include "notify/webhook_json.hpp"

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"

namespace notify {
namespace {

void write(base::JsonWriter& json, const Delivery& delivery) {
    json.begin_object().field("id", delivery.id).field("kind", name_of(delivery.kind));
    json.field("count", delivery.bundle.count).field("state", delivery.state);
    json.field("tries", delivery.tries).field("made_at", delivery.made_at);
    json.field("next_at",
               delivery.state == "pending" ? std::optional(delivery.next_at) : std::nullopt);
    json.field("done_at", delivery.done_at).key("error");
    if (delivery.error.empty()) {
        json.null();
    } else {
        const auto error = error_kept_in(delivery.error);
        json.begin_object().field("code", error.code).key("args").begin_object();
        for (const auto& [name, value] : error.args) json.field(name, value);
        json.end_object().end_object();
    }
    json.end_object();
}

void write(base::JsonWriter& json, const WebhookRow& row) {
    const auto& webhook = row.webhook;
    json.begin_object().field("id", webhook.id).field("name", webhook.name);
    json.field("shape", name_of(webhook.shape)).field("origin", webhook.origin);
    json.field("has_secret", !webhook.sealed_secret.empty());
    json.field("rhythm", name_of(webhook.rhythm)).field("enabled", webhook.enabled);
    json.field("version", webhook.version).key("last");
    if (row.last)
        write(json, *row.last);
    else
        json.null();
    json.end_object();
}

}  // namespace

std::string to_json(const std::vector<WebhookRow>& rows, const WebhookOffer& offer,
                    std::int64_t bundle_minutes) {
    base::JsonWriter json;
    json.begin_object().key("hosts").begin_array();
    for (const auto& host : offer.hosts) json.value(host);
    json.end_array().field("bundle_minutes", bundle_minutes);
    json.field("webhooks_max", static_cast<std::int64_t>(webhooks_of_one_max));
    json.key("rows").begin_array();
    for (const auto& row : rows) write(json, row);
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const WebhookRow& row) {
    base::JsonWriter json;
    write(json, row);
    return json.take();
}

base::Result<WantedWebhook> read_webhook(std::string_view body, WebhookId id) {
    return base::read_object<WantedWebhook>(body, [&](base::JsonReader& reader) {
        WantedWebhook wanted;
        wanted.id = id;
        wanted.name = reader.filled_text("name", webhook_name_chars_max);
        wanted.shape = reader.name("shape", webhook_shape_of, WebhookShape::generic);
        wanted.secrets.url = reader.text_or_empty("url", url_bytes_max);
        wanted.secrets.secret = reader.text_or_empty("secret", webhook_secret_bytes_max);
        wanted.rhythm = reader.name("rhythm", webhook_rhythm_of, Rhythm::at_once);
        wanted.enabled = reader.boolean("enabled", true);
        wanted.version = reader.integer("version");
        return wanted;
    });
}

std::string to_json(const std::vector<Delivery>& deliveries) {
    base::JsonWriter json;
    json.begin_object().key("rows").begin_array();
    for (const auto& delivery : deliveries) write(json, delivery);
    json.end_array().end_object();
    return json.take();
}

std::string to_json(const Delivery& delivery) {
    base::JsonWriter json;
    write(json, delivery);
    return json.take();
}

base::Result<DeliveryId> read_trial(std::string_view body) {
    return base::read_object<DeliveryId>(
        body, [](base::JsonReader& reader) { return reader.id<DeliveryTag>("id"); });
}

}  // namespace notify
