// Webhooks as rules and as texts: where they may go, what may be chosen, what travels in each shape
// and how it is signed.
#include "notify/webhook.hpp"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "notify/delivery_json.hpp"
#include "notify/webhook_json.hpp"

namespace notify {
namespace {

const std::vector<std::string> house{"qyapi.weixin.qq.com", "10.1.0.7:8080", "[fd00::7]:9000"};

TEST(WebhookAddress, is_plain_or_none) {
    const auto address = webhook_address_in("HTTPS://Qyapi.Weixin.QQ.com/cgi-bin/send?key=a%20b@c");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->origin(), "https://qyapi.weixin.qq.com");
    EXPECT_EQ(webhook_address_in("http://a.cn:8080")->origin(), "http://a.cn:8080");
    EXPECT_EQ(webhook_address_in("http://a.cn:443/")->origin(), "http://a.cn:443");
    EXPECT_EQ(webhook_address_in("https://[fd00::7]:9000/x")->host_text(), "[fd00::7]:9000");
    for (const auto* bad : {"",
                            "a.cn",
                            "ftp://a.cn",
                            "file:///etc/passwd",
                            "gopher://a.cn/",
                            "https://",
                            "https:///x",
                            "https://u:p@a.cn/",
                            "https://u@a.cn",
                            "https://a.cn:0/",
                            "https://a.cn:99999/",
                            "https://a.cn:/",
                            "https://a.cn:8a/",
                            "https://a b.cn/",
                            "https://例子.cn/",
                            "https://a.cn/#x",
                            "https://a.cn\\@b.cn/",
                            "https://a.cn\r\nX: y",
                            "https://a.cn%2eb.cn/",
                            "https://-a.cn/",
                            "https://.a.cn/",
                            "https://[fd00::7/",
                            "https://[fd00::7]x/",
                            "https:a.cn",
                            "javascript://a.cn"})
        EXPECT_FALSE(webhook_address_in(bad)) << bad;
    EXPECT_FALSE(webhook_address_in("https://a.cn/" + std::string(url_bytes_max, 'x')));
}

TEST(WebhookAddress, is_one_that_the_installation_lists) {
    const auto code = [](const char* url) {
        const auto checked = check_url(url, house);
        return checked ? checked->host_text() : checked.error().code;
    };
    EXPECT_EQ(code("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1"),
              "qyapi.weixin.qq.com");
    EXPECT_EQ(code("http://qyapi.weixin.qq.com/"), "qyapi.weixin.qq.com");
    EXPECT_EQ(code("http://10.1.0.7:8080/hook"), "10.1.0.7:8080");
    EXPECT_EQ(code("http://[FD00::7]:9000/"), "[fd00::7]:9000");
    for (const auto* elsewhere :
         {"https://qyapi.weixin.qq.com:8443/", "http://10.1.0.7/", "http://10.1.0.7:22/",
          "http://127.0.0.1/", "https://qyapi.weixin.qq.com.evil.cn/",
          "https://xqyapi.weixin.qq.com", "https://qyapi.weixin.qq.com./", "http://[::1]/",
          "http://2130706433/"})
        EXPECT_EQ(code(elsewhere), "webhook_host_not_listed") << elsewhere;
    const auto refused = check_url("https://a.cn/", house).error();
    EXPECT_EQ(refused.args[0].second, "a.cn");
    EXPECT_EQ(refused.args[1].second, "qyapi.weixin.qq.com、10.1.0.7:8080、[fd00::7]:9000");
    EXPECT_EQ(check_url("https://a.cn/", {}).error().code, "webhook_host_not_listed");
}

TEST(WebhookAddress, is_listed_by_host_with_or_without_a_port) {
    EXPECT_EQ(listed_host("Oapi.DingTalk.com"), "oapi.dingtalk.com");
    EXPECT_EQ(listed_host("10.1.0.7:8080"), "10.1.0.7:8080");
    EXPECT_EQ(listed_host("[::1]:80"), "[::1]:80");
    for (const auto* bad : {"", "https://a.cn", "a.cn/", "*.a.cn", "a.cn:", "a.cn:x", "u@a.cn"})
        EXPECT_FALSE(listed_host(bad)) << bad;
}

const WebhookOffer offer{house};
const WebhookSecrets robot{"https://qyapi.weixin.qq.com/send?key=1", "a-secret"};

WantedWebhook wanted(WebhookShape shape, std::string secret) {
    WantedWebhook webhook;
    webhook.name = "值班群";
    webhook.shape = shape;
    webhook.secrets = {"http://10.1.0.7:8080/hook", std::move(secret)};
    return webhook;
}

TEST(WantedWebhook, needs_a_secret_where_its_shape_signs) {
    const auto code = [](const WantedWebhook& one) {
        const auto checked = check(one, std::nullopt, offer);
        return checked ? checked->secret : checked.error().code;
    };
    for (const auto shape : {WebhookShape::generic, WebhookShape::dingtalk}) {
        EXPECT_EQ(code(wanted(shape, "")), "webhook_needs_a_secret");
        EXPECT_EQ(code(wanted(shape, "short")), "webhook_secret_not_acceptable");
        EXPECT_EQ(code(wanted(shape, "with a space")), "webhook_secret_not_acceptable");
        EXPECT_EQ(code(wanted(shape, "密钥密钥密钥密钥")), "webhook_secret_not_acceptable");
        EXPECT_EQ(code(wanted(shape, "SEC0123456789")), "SEC0123456789");
    }
    EXPECT_EQ(code(wanted(WebhookShape::wecom, "")), "");
    EXPECT_EQ(code(wanted(WebhookShape::wecom, "ignored")), "");
    auto nowhere = wanted(WebhookShape::wecom, "");
    nowhere.secrets.url.clear();
    EXPECT_EQ(code(nowhere), "text_empty");
    EXPECT_EQ(check(nowhere, std::nullopt, {}).error().code, "webhooks_are_not_offered");
}

TEST(WantedWebhook, keeps_what_it_does_not_say_again) {
    KnownWebhook known{{}, robot};
    known.webhook.since = {5'000};
    auto again = wanted(WebhookShape::generic, "");
    again.secrets = {};
    again.version = 3;
    EXPECT_EQ(*check(again, known, offer), robot);
    const auto after = changed(known, again, robot, {9'000});
    EXPECT_EQ(after.since.milliseconds, 5'000);
    EXPECT_EQ(after.version, 4);
    EXPECT_EQ(after.origin, "https://qyapi.weixin.qq.com");
    // Elsewhere, or after a silence, it begins with what happens from now on.
    const WebhookSecrets elsewhere{"http://10.1.0.7:8080/", "a-secret"};
    EXPECT_EQ(changed(known, again, elsewhere, {9'000}).since.milliseconds, 9'000);
    known.webhook.enabled = false;
    EXPECT_EQ(changed(known, again, robot, {9'000}).since.milliseconds, 9'000);
    known.secrets.reset();  // No key opens it any more.
    EXPECT_EQ(check(again, known, offer).error().code, "text_empty");
}

TEST(WantedWebhook, is_known_when_it_is_sent_twice) {
    auto one = wanted(WebhookShape::generic, "SEC0123456789");
    KnownWebhook known{changed(std::nullopt, one, one.secrets, {1}), one.secrets};
    EXPECT_TRUE(says_the_same(known, one));
    one.secrets = {};
    EXPECT_TRUE(says_the_same(known, one));
    one.secrets.secret = "another one";
    EXPECT_FALSE(says_the_same(known, one));
    one = wanted(WebhookShape::generic, "SEC0123456789");
    one.name = "另一个群";
    EXPECT_FALSE(says_the_same(known, one));
}

// Computed with Python: hmac.new(key, text, "sha256").
TEST(Signature, is_the_one_that_others_compute) {
    EXPECT_EQ(signature_of("a secret of ours", "1719735300", R"({"id":"x","count":2})"),
              "sha256=5d0b28fa84e75482e0af85bc19ef513664601ebafbcbbf664267795303b62b34");
    EXPECT_EQ(
        dingtalk_url({"https://oapi.dingtalk.com/robot/send?access_token=7", "SEC0123456789abcdef"},
                     {1'719'735'300'000}),
        "https://oapi.dingtalk.com/robot/send?access_token=7&timestamp=1719735300000"
        "&sign=xsqefmhbfttlRU6iOfO19fBMDreD0%2FDM5EM58Njb7t8%3D");
}

Event event_of(std::string title) {
    Event event;
    event.kind = EventKind::measure_sent_back;
    event.programme_title = std::move(title);
    event.subject_number = 12;
    event.subject_text = "机密的措施";
    event.note = "机密的原因";
    return event;
}

Sending sending_of(WebhookShape shape, const std::vector<Event>& events) {
    Sending sending{{},
                    shape,
                    {"https://a.cn/hook", "SEC0123456789"},
                    {1'719'735'300'999},
                    "https://zg.example.cn"};
    sending.delivery.id = *DeliveryId::parse("01900000-0000-7000-8000-0000000000d1");
    sending.delivery.bundle = bundle_of(events);
    sending.delivery.made_at = {1'719'735'000'000};
    return sending;
}

std::string header(const http::Outgoing& request, std::string_view name) {
    for (const auto& [key, value] : request.headers)
        if (key == name) return value;
    return "none";
}

TEST(DeliveryRequest, of_ours_says_what_happened_and_nothing_of_the_row) {
    const auto request =
        request_of(sending_of(WebhookShape::generic, {event_of("财政局\n巡察整改")}), "ca.pem");
    EXPECT_EQ(request.url, "https://a.cn/hook");
    EXPECT_EQ(request.ca_file, "ca.pem");
    EXPECT_EQ(request.body->find("机密"), std::string::npos);
    const auto body = boost::json::parse(*request.body);
    EXPECT_EQ(body.at("id").as_string(), "01900000-0000-7000-8000-0000000000d1");
    EXPECT_EQ(body.at("at").as_string(), "2024-06-30T08:10:00.000Z");
    EXPECT_EQ(body.at("kind").as_string(), "messages");
    EXPECT_EQ(body.at("count").as_int64(), 1);
    EXPECT_EQ(body.at("title").as_string(), "【巡视巡察整改】您有 1 条消息");
    EXPECT_EQ(body.at("lines").as_array().at(0).as_string(), "措施 12 被退回（财政局 巡察整改）");
    EXPECT_EQ(body.at("url").as_string(), "https://zg.example.cn/messages");
    EXPECT_EQ(header(request, "X-Zhenggai-Delivery"), "01900000-0000-7000-8000-0000000000d1");
    EXPECT_EQ(header(request, "X-Zhenggai-Timestamp"), "1719735300");
    EXPECT_EQ(header(request, "X-Zhenggai-Signature"),
              signature_of("SEC0123456789", "1719735300", *request.body));
}

TEST(DeliveryRequest, of_a_robot_is_a_text_of_the_length_it_takes) {
    const std::string title(180, 'x');
    const std::vector<Event> many(60, event_of(title));
    const auto wecom = request_of(sending_of(WebhookShape::wecom, many), "");
    EXPECT_EQ(wecom.url, "https://a.cn/hook");
    EXPECT_EQ(header(wecom, "X-Zhenggai-Signature"), "none");
    const auto content = [](const http::Outgoing& request) {
        const auto body = boost::json::parse(*request.body);
        EXPECT_EQ(body.at("msgtype").as_string(), "text");
        return std::string(body.at("text").at("content").as_string());
    };
    const auto text = content(wecom);
    EXPECT_LE(text.size(), wecom_bytes_max);
    EXPECT_TRUE(text.starts_with("【巡视巡察整改】您有 60 条消息\n1. 措施 12 被退回（x"));
    EXPECT_NE(text.find("其余 5"), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with("：https://zg.example.cn/messages"));
    const auto dingtalk = request_of(sending_of(WebhookShape::dingtalk, many), "");
    EXPECT_TRUE(dingtalk.url.starts_with("https://a.cn/hook?timestamp=1719735300999&sign="));
    EXPECT_NE(content(dingtalk).find("50. "), std::string::npos);
    EXPECT_NE(content(dingtalk).find("其余 10 件"), std::string::npos);
    auto trial = sending_of(WebhookShape::wecom, {});
    trial.delivery.bundle = trial_bundle();
    EXPECT_EQ(content(request_of(trial, "")),
              "【巡视巡察整改】测试消息\n收到这条消息，说明消息推送已经接通。\n");
}

TEST(DeliveryAnswer, is_good_by_its_status_and_by_what_a_robot_says) {
    const auto kept = [](WebhookShape shape, int status, const char* body) {
        const auto checked = check_answer(shape, {status, body});
        return checked ? std::string("taken") : kept_error(checked.error());
    };
    EXPECT_EQ(kept(WebhookShape::generic, 204, ""), "taken");
    EXPECT_EQ(kept(WebhookShape::generic, 500, ""), "webhook_answered_status 500");
    EXPECT_EQ(kept(WebhookShape::generic, 302, ""), "webhook_answered_status 302");
    for (const auto shape : {WebhookShape::wecom, WebhookShape::dingtalk}) {
        EXPECT_EQ(kept(shape, 200, R"({"errcode":0,"errmsg":"ok"})"), "taken");
        EXPECT_EQ(kept(shape, 200, R"({"errcode":310000,"errmsg":"sign\nnot match"})"),
                  "webhook_answered_no 310000 sign not match");
        EXPECT_EQ(kept(shape, 200, R"({"errcode":93000})"), "webhook_answered_no 93000");
        EXPECT_EQ(kept(shape, 404, R"({"errcode":0})"), "webhook_answered_status 404");
        for (const auto* body : {"", "<html>", "[]", R"({"errmsg":"ok"})", R"({"errcode":"0"})"})
            EXPECT_EQ(kept(shape, 200, body), "webhook_answer_unreadable") << body;
    }
    const auto error = error_kept_in("webhook_answered_no 310000 sign not match");
    EXPECT_EQ(error.code, "webhook_answered_no");
    EXPECT_EQ(error.args[0].second, "310000 sign not match");
    EXPECT_TRUE(error_kept_in("webhook_server_silent").args.empty());
}

TEST(WebhookMessage, is_read_strictly) {
    const WebhookId id;
    const auto code = [&](const char* body) {
        const auto read = read_webhook(body, id);
        return read ? std::string("read") : read.error().code + " " + read.error().field;
    };
    EXPECT_EQ(code(R"({"name":"群","shape":"wecom","url":"https://a.cn","rhythm":"at_once",
                       "enabled":true,"version":0})"),
              "read");
    EXPECT_EQ(code(R"({"name":" ","shape":"wecom","rhythm":"day","version":0})"),
              "text_empty name");
    EXPECT_EQ(code(R"({"name":"群","shape":"slack","rhythm":"day","version":0})"),
              "unknown_name shape");
    EXPECT_EQ(code(R"({"name":"群","shape":"wecom","rhythm":"never","version":0})"),
              "unknown_name rhythm");
}

}  // namespace
}  // namespace notify
