// Webhooks on both engines: kept sealed, told once whatever fails, tried again, leased, and shown
// to nobody but their owner. The sender fails when it is told to.
#include <boost/json.hpp>

#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"
#include "journal/journal_store.hpp"
#include "notify/message_actions.hpp"
#include "notify/notify_routes.hpp"
#include "notify/queue.hpp"
#include "notify/resealing_actions.hpp"
#include "notify/webhook_actions.hpp"

namespace notify {
namespace {

using accounts::Role;

class Webhooks : public db::testing::OnBothEngines {
  protected:
    accounts::testing::TestInstallation here{database()};
    MailOffer no_mail{false, 30, "https://zg.example.cn"};
    WebhookOffer offer{{"robot.example.cn", "10.1.0.7:8080"}};
    Needs needs{here.database, here.clock, here.random, here.journal, no_mail, here.secrets, offer};
    base::UnitId finance = here.unit("财政局");
    base::Actor li_qiang = actor("liqiang"), zhao_li = actor("zhaoli");
    std::vector<Sending> sent;
    std::optional<base::Error> failure;

    base::Actor actor(const std::string& name) {
        base::Actor found;
        found.id = here.account(name, Role::responsible_unit, finance).account.id;
        return found;
    }
    WantedWebhook wanted(Rhythm rhythm = Rhythm::at_once) {
        WantedWebhook one;
        one.id = here.make_id<WebhookId>();
        one.name = "值班群";
        one.secrets = {"https://robot.example.cn/send?key=geheim", "SEC0123456789"};
        one.rhythm = rhythm;
        return one;
    }
    Webhook set(const WantedWebhook& one) {
        here.pass(1);  // What happened at the very moment of the choice counts as after it.
        return set_webhook(needs, li_qiang, one)->webhook;
    }
    EventId tell() {
        here.pass(1'000);
        Event event;
        event.id = here.make_id<EventId>();
        event.at = here.clock.now();
        event.programme_title = "财政局巡察整改";
        EXPECT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
            insert_event(transaction, event);
            insert_message(transaction, event.id, li_qiang.id);
            return {};
        }));
        return event.id;
    }
    bool send() {
        return send_next_webhook(needs, [&](const Sending& sending) -> base::Result<void> {
            if (failure) return *failure;
            sent.push_back(sending);
            return {};
        });
    }
    void send_all() {
        while (send()) {
        }
    }
    void pass_minutes(std::int64_t minutes) { here.pass(minutes * 60'000); }
    /// "sent 1", "pending 2 webhook_answered_status 500": the newest first.
    std::string states(WebhookId id) {
        std::string text;
        for (const auto& one : *list_own_deliveries(needs, li_qiang, id))
            text += (text.empty() ? "" : ", ") + one.state + " " + std::to_string(one.tries) +
                    (one.error.empty() ? "" : " " + one.error);
        return text;
    }
    template <class T>
    static std::string code_of(const base::Result<T>& result) {
        return result ? "accepted" : result.error().code;
    }
    void fail_with_status(const char* status) {
        failure = base::refuse(base::ErrorKind::unavailable, "webhook_answered_status", {},
                               {{"value", status}});
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Webhooks);

TEST_P(Webhooks, keep_address_and_secret_sealed_and_out_of_the_journal) {
    const auto webhook = set(wanted());
    EXPECT_EQ(webhook.origin, "https://robot.example.cn");
    const auto stored = database().read(
        [&](db::Transaction& transaction) { return *find_webhook(transaction, webhook.id); });
    EXPECT_EQ(stored, webhook);
    EXPECT_EQ(stored.sealed_url.find("geheim"), std::string::npos);
    EXPECT_EQ(here.secrets.open(stored.sealed_url, seal_owner_of_url(webhook.id)),
              "https://robot.example.cn/send?key=geheim");
    EXPECT_EQ(here.secrets.open(stored.sealed_secret, seal_owner_of_secret(webhook.id)),
              "SEC0123456789");
    EXPECT_FALSE(here.secrets.open(stored.sealed_secret, seal_owner_of_url(webhook.id)));
    ASSERT_TRUE(remove_webhook(needs, li_qiang, webhook.id));
    const auto records = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "account", li_qiang.id.text());
    });
    ASSERT_GE(records.size(), 2u);
    EXPECT_EQ(records[records.size() - 2].entry.act, "save_webhook");
    EXPECT_EQ(*records[records.size() - 2].payload,
              R"({"name":"值班群","shape":"generic","host":"robot.example.cn","changes":[]})");
    EXPECT_EQ(records.back().entry.act, "remove_webhook");
    EXPECT_EQ(*records.back().payload,
              R"({"name":"值班群","shape":"generic","host":"robot.example.cn","changes":[]})");
}

TEST_P(Webhooks, are_changed_by_version_and_made_once) {
    const auto one = wanted();
    EXPECT_EQ(set(one).version, 1);
    EXPECT_EQ(set(one).version, 1);  // Sent twice.
    auto other = one;
    other.name = "另一个群";
    EXPECT_EQ(code_of(set_webhook(needs, li_qiang, other)), "same_id_other_content");
    EXPECT_EQ(code_of(set_webhook(needs, zhao_li, one)), "same_id_other_content");
    other.version = 1;
    EXPECT_EQ(set(other).version, 2);
    EXPECT_EQ(code_of(set_webhook(needs, li_qiang, other)), "somebody_else_changed_it");
    other.version = 2;
    EXPECT_EQ(code_of(set_webhook(needs, zhao_li, other)), "webhook_unknown");
    auto absent = wanted();
    absent.version = 1;
    EXPECT_EQ(code_of(set_webhook(needs, li_qiang, absent)), "webhook_unknown");
    auto elsewhere = wanted();
    elsewhere.secrets.url = "http://127.0.0.1:9200/";
    EXPECT_EQ(code_of(set_webhook(needs, li_qiang, elsewhere)), "webhook_host_not_listed");
    for (std::size_t i = 1; i < webhooks_of_one_max; ++i) set(wanted());
    EXPECT_EQ(code_of(set_webhook(needs, li_qiang, wanted())), "too_many_webhooks");
    EXPECT_EQ(list_own_webhooks(needs, li_qiang).size(), webhooks_of_one_max);
    EXPECT_TRUE(set_webhook(needs, zhao_li, wanted()));
    offer.hosts.clear();
    EXPECT_EQ(code_of(set_webhook(needs, zhao_li, wanted())), "webhooks_are_not_offered");
}

TEST_P(Webhooks, tell_what_is_unread_once_each_by_itself) {
    tell();  // Before anything was chosen.
    const auto fast = set(wanted());
    const auto slow = set(wanted(Rhythm::half_hour));
    const auto read = tell();
    tell();
    tell();
    ASSERT_TRUE(read_message(needs, li_qiang, read));
    EXPECT_EQ(bundle_for_webhooks(needs), 1);
    EXPECT_EQ(bundle_for_webhooks(needs), 0);
    send_all();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].delivery.webhook, fast.id);
    EXPECT_EQ(sent[0].delivery.bundle.title, "【巡视巡察整改】您有 2 条消息");
    EXPECT_EQ(sent[0].secrets.secret, "SEC0123456789");
    EXPECT_EQ(sent[0].origin, "https://zg.example.cn");
    pass_minutes(30);
    EXPECT_EQ(bundle_for_webhooks(needs), 1);
    send_all();
    ASSERT_EQ(sent.size(), 2u);
    EXPECT_EQ(sent[1].delivery.webhook, slow.id);
    EXPECT_EQ(sent[1].delivery.bundle.count, 2);
    EXPECT_EQ(states(fast.id), "sent 1");
    EXPECT_EQ(list_own_webhooks(needs, li_qiang)[1].last->state, "sent");
}

TEST_P(Webhooks, are_silent_when_switched_off_or_nothing_is_offered) {
    auto one = wanted();
    set(one);
    tell();
    bundle_for_webhooks(needs);
    tell();
    one.version = 1;
    one.enabled = false;
    set(one);
    EXPECT_EQ(bundle_for_webhooks(needs), 0);
    send_all();
    EXPECT_TRUE(sent.empty());
    EXPECT_EQ(states(one.id), "failed 1 webhook_is_off");
    one.version = 2;
    one.enabled = true;
    set(one);
    EXPECT_EQ(bundle_for_webhooks(needs), 0);  // What happened in the meantime is not told.
    tell();
    const auto hosts = std::exchange(offer.hosts, {});
    EXPECT_EQ(bundle_for_webhooks(needs), 0);
    offer.hosts = hosts;
    EXPECT_EQ(bundle_for_webhooks(needs), 1);
    offer.hosts = {"elsewhere.example.cn"};
    EXPECT_TRUE(send());
    EXPECT_TRUE(sent.empty());
    EXPECT_EQ(states(one.id),
              "pending 1 webhook_host_no_longer_listed https://robot.example.cn, "
              "failed 1 webhook_is_off");
}

TEST_P(Webhooks, try_again_after_a_while_and_give_up_in_the_end) {
    const auto webhook = set(wanted());
    tell();
    bundle_for_webhooks(needs);
    fail_with_status("500");
    EXPECT_TRUE(send());
    EXPECT_EQ(states(webhook.id), "pending 1 webhook_answered_status 500");
    EXPECT_FALSE(send());
    pass_minutes(2);
    failure.reset();
    EXPECT_TRUE(send());
    EXPECT_EQ(states(webhook.id), "sent 2");
    tell();
    bundle_for_webhooks(needs);
    fail_with_status("404");
    for (std::int64_t i = 0; i < tries_max; ++i) {
        EXPECT_TRUE(send()) << i;
        pass_minutes(300);
    }
    EXPECT_FALSE(send());
    EXPECT_EQ(states(webhook.id), "failed 8 webhook_answered_status 404, sent 2");
}

TEST_P(Webhooks, that_fail_wait_with_all_that_they_have) {
    const auto dead = set(wanted());
    tell();
    bundle_for_webhooks(needs);
    tell();
    bundle_for_webhooks(needs);
    failure = base::refuse(base::ErrorKind::unavailable, "webhook_server_silent");
    EXPECT_TRUE(send());
    failure.reset();
    EXPECT_FALSE(send());  // Neither of the two is due.
    pass_minutes(2);
    send_all();
    EXPECT_EQ(sent.size(), 2u);
    EXPECT_EQ(states(dead.id), "sent 1, sent 2");
}

TEST_P(Webhooks, give_a_delivery_that_is_being_sent_to_nobody_else_while_its_lease_holds) {
    const auto webhook = set(wanted());
    tell();
    bundle_for_webhooks(needs);
    bool second = true, third = false;
    EXPECT_TRUE(send_next_webhook(needs, [&](const Sending&) -> base::Result<void> {
        second = send();
        here.pass(lease_ms);
        third = send();  // The first one is taken for dead.
        return {};
    }));
    EXPECT_FALSE(second);
    EXPECT_TRUE(third);
    EXPECT_EQ(sent.size(), 1u);
    EXPECT_EQ(states(webhook.id), "sent 2");
}

TEST_P(Webhooks, are_tried_on_demand_once_at_a_time) {
    auto one = wanted();
    one.enabled = false;
    set(one);
    const auto id = here.make_id<DeliveryId>(), later = here.make_id<DeliveryId>();
    EXPECT_EQ(try_webhook(needs, li_qiang, one.id, id)->state, "pending");
    EXPECT_TRUE(try_webhook(needs, li_qiang, one.id, id));  // Sent twice.
    EXPECT_EQ(code_of(try_webhook(needs, li_qiang, one.id, later)), "webhook_trial_is_under_way");
    EXPECT_EQ(code_of(try_webhook(needs, zhao_li, one.id, later)), "webhook_unknown");
    fail_with_status("403");
    EXPECT_TRUE(send());
    EXPECT_EQ(states(one.id), "failed 1 webhook_answered_status 403");  // Made once.
    failure.reset();
    EXPECT_TRUE(try_webhook(needs, li_qiang, one.id, later));
    EXPECT_TRUE(send());
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].delivery.bundle, trial_bundle());
    const auto other = set(wanted());
    EXPECT_EQ(code_of(try_webhook(needs, li_qiang, other.id, later)), "same_id_other_content");
}

TEST_P(Webhooks, keep_the_last_deliveries_and_go_with_all_of_them) {
    const auto webhook = set(wanted());
    for (std::int64_t i = 0; i < deliveries_kept + 3; ++i) {
        tell();
        bundle_for_webhooks(needs);
        send_all();
    }
    EXPECT_EQ(list_own_deliveries(needs, li_qiang, webhook.id)->size(),
              static_cast<std::size_t>(deliveries_kept));
    const auto rows = database().read([&](db::Transaction& transaction) {
        return list_deliveries(transaction, webhook.id, 100).size();
    });
    EXPECT_EQ(rows, static_cast<std::size_t>(deliveries_kept));
    EXPECT_EQ(code_of(remove_webhook(needs, zhao_li, webhook.id)), "webhook_unknown");
    tell();
    bundle_for_webhooks(needs);
    EXPECT_EQ(code_of(remove_webhook(needs, li_qiang, webhook.id)), "accepted");
    EXPECT_FALSE(send());
    EXPECT_EQ(code_of(list_own_deliveries(needs, li_qiang, webhook.id)), "webhook_unknown");
}

TEST_P(Webhooks, go_on_under_another_key_of_secrets) {
    const auto webhook = set(wanted());
    const std::string old_key(32, 's'), new_key(32, 'n');
    here.secrets = accounts::SecretBox(std::vector{new_key, old_key});
    EXPECT_EQ(reseal_webhooks(needs, accounts::operator_actor()).sealed, 1);
    here.secrets = accounts::SecretBox(new_key);
    tell();
    bundle_for_webhooks(needs);
    EXPECT_TRUE(send());
    ASSERT_EQ(sent.size(), 1u);
    here.secrets = accounts::SecretBox(std::string(32, 'x'));
    EXPECT_EQ(reseal_webhooks(needs, accounts::operator_actor()).lost, 1);
    tell();
    bundle_for_webhooks(needs);
    EXPECT_TRUE(send());
    EXPECT_EQ(sent.size(), 1u);
    EXPECT_EQ(states(webhook.id), "pending 1 webhook_does_not_open, sent 1");
}

class WebhookRoutes : public Webhooks {
  protected:
    const base::Actor* asking = nullptr;
    http::Router router{routes(needs),
                        [this](const http::Request&) -> base::Result<std::optional<base::Actor>> {
                            return asking ? std::optional(*asking) : std::nullopt;
                        }};
    std::pair<int, std::string> ask(http::Method method, const std::string& path,
                                    const base::Actor* who, const std::string& body = {}) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        asking = who;
        const auto response = router.dispatch(request);
        return {response.status, std::get<std::string>(response.body)};
    }
};
ZHENGGAI_ON_BOTH_ENGINES(WebhookRoutes);

TEST_P(WebhookRoutes, serve_their_owner_only_and_give_no_secret_back) {
    using http::Method;
    const std::string all = "/api/v1/webhooks", own = all + "/" + here.make_id<WebhookId>().text();
    const std::string body = R"({"name":"值班群","shape":"dingtalk",
        "url":"https://robot.example.cn/send?key=geheim","secret":"SEC0123456789",
        "rhythm":"half_hour","enabled":true,"version":0})";
    const std::string trial = R"({"id":")" + here.make_id<DeliveryId>().text() + R"("})";
    EXPECT_EQ(ask(Method::get, all, nullptr).first, 401);
    EXPECT_EQ(ask(Method::put, own, nullptr, body).first, 401);
    EXPECT_EQ(ask(Method::put, own, &li_qiang, body).first, 200);
    EXPECT_EQ(ask(Method::post, own + "/trial", &li_qiang, trial).first, 201);
    fail_with_status("500");
    EXPECT_TRUE(send());
    const auto [status, text] = ask(Method::get, all, &li_qiang);
    EXPECT_EQ(status, 200);
    EXPECT_EQ(text.find("geheim"), std::string::npos);
    EXPECT_EQ(text.find("SEC0"), std::string::npos);
    const auto list = boost::json::parse(text);
    EXPECT_EQ(list.at("hosts").as_array().size(), 2u);
    EXPECT_EQ(list.at("webhooks_max").as_int64(), 5);
    const auto& row = list.at("rows").at(0);
    EXPECT_EQ(row.at("shape").as_string(), "dingtalk");
    EXPECT_EQ(row.at("origin").as_string(), "https://robot.example.cn");
    EXPECT_TRUE(row.at("has_secret").as_bool());
    EXPECT_EQ(row.at("last").at("error").at("code").as_string(), "webhook_answered_status");
    EXPECT_EQ(row.at("last").at("error").at("args").at("value").as_string(), "500");
    EXPECT_TRUE(row.at("last").at("next_at").is_null());
    const auto deliveries =
        boost::json::parse(ask(Method::get, own + "/deliveries", &li_qiang).second);
    EXPECT_EQ(deliveries.at("rows").as_array().size(), 1u);
    EXPECT_EQ(deliveries.at("rows").at(0).at("kind").as_string(), "trial");
    EXPECT_EQ(boost::json::parse(ask(Method::get, all, &zhao_li).second).at("rows").as_array(),
              boost::json::array());
    EXPECT_EQ(ask(Method::get, own + "/deliveries", &zhao_li).first, 404);
    EXPECT_EQ(ask(Method::post, own + "/trial", &zhao_li, trial).first, 404);
    EXPECT_EQ(ask(Method::del, own, &zhao_li).first, 404);
    EXPECT_EQ(ask(Method::del, all + "/7", &li_qiang).first, 404);
    EXPECT_EQ(ask(Method::del, own, &li_qiang).first, 204);
    EXPECT_EQ(ask(Method::del, own, &li_qiang).first, 404);
}

}  // namespace
}  // namespace notify
