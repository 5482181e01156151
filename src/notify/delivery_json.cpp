#include "notify/delivery_json.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "base/json_reader.hpp"
#include "base/json_writer.hpp"
#include "base/utf8.hpp"

namespace notify {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::size_t said_chars_kept = 120;

std::string generic_body(const Sending& sending) {
    const auto& [delivery, shape, secrets, at, origin] = sending;
    base::JsonWriter json;
    json.begin_object().field("id", delivery.id).field("at", delivery.made_at);
    json.field("kind", name_of(delivery.kind)).field("count", delivery.bundle.count);
    json.field("title", delivery.bundle.title).key("lines").begin_array();
    for (const auto& line : delivery.bundle.lines) json.value(line);
    json.end_array().field("url", messages_address(origin)).end_object();
    return json.take();
}

std::string robot_body(const Sending& sending, std::size_t bytes_max) {
    base::JsonWriter json;
    json.begin_object().field("msgtype", "text").key("text").begin_object();
    json.field("content", text_of(sending.delivery.bundle, sending.origin, bytes_max));
    json.end_object().end_object();
    return json.take();
}

// Foreign words, to be shown: short, and without what would break a line.
std::string said(const boost::json::object& answer, std::int64_t code) {
    auto text = std::to_string(code);
    const auto* message = answer.if_contains("errmsg");
    if (message == nullptr || !message->is_string()) return text;
    text += " " + std::string(
                      base::first_chars(std::string_view(message->get_string()), said_chars_kept));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == 127; }, ' ');
    return text;
}

base::Result<void> check_robot(const std::string& body) {
    const auto unreadable = refuse(ErrorKind::unavailable, "webhook_answer_unreadable");
    const auto value = base::parse_json(body);
    const auto* object = value ? value->if_object() : nullptr;
    const auto* code = object != nullptr ? object->if_contains("errcode") : nullptr;
    if (code == nullptr || !code->is_int64()) return unreadable;
    if (code->get_int64() == 0) return {};
    return refuse(ErrorKind::unavailable, "webhook_answered_no", {},
                  {{"value", said(*object, code->get_int64())}});
}

}  // namespace

http::Outgoing request_of(const Sending& sending, const std::string& ca_file) {
    http::Outgoing request{.url = sending.secrets.url,
                           .headers = {{"Content-Type", "application/json; charset=utf-8"},
                                       {"User-Agent", "zhenggai"}},
                           .ca_file = ca_file,
                           .seconds_max = webhook_seconds_max};
    if (sending.shape == WebhookShape::wecom) {
        request.body = robot_body(sending, wecom_bytes_max);
        return request;
    }
    if (sending.shape == WebhookShape::dingtalk) {
        request.url = dingtalk_url(sending.secrets, sending.at);
        request.body = robot_body(sending, dingtalk_bytes_max);
        return request;
    }
    request.body = generic_body(sending);
    const auto timestamp = std::to_string(sending.at.milliseconds / 1'000);
    request.headers.emplace_back("X-Zhenggai-Delivery", sending.delivery.id.text());
    request.headers.emplace_back("X-Zhenggai-Timestamp", timestamp);
    request.headers.emplace_back("X-Zhenggai-Signature",
                                 signature_of(sending.secrets.secret, timestamp, *request.body));
    return request;
}

base::Result<void> check_answer(WebhookShape shape, const http::Incoming& answer) {
    if (answer.status < 200 || answer.status > 299)
        return refuse(ErrorKind::unavailable, "webhook_answered_status", {},
                      {{"value", std::to_string(answer.status)}});
    if (shape == WebhookShape::generic) return {};
    return check_robot(answer.body);
}

}  // namespace notify
