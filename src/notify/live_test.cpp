// What an open page is told: that something is new, once, to nobody else, and until the session
// ends.
#include "accounts/accounts_routes.hpp"
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"
#include "notify/live_actions.hpp"
#include "notify/live_store.hpp"
#include "notify/message_store.hpp"
#include "notify/notify_routes.hpp"

namespace notify {
namespace {

using accounts::Role;
constexpr std::int64_t idle_ms = 30 * 60'000;

TEST(LiveHub, has_places_for_so_many_pages_and_gives_them_back) {
    LiveHub hub;
    std::vector<std::shared_ptr<LiveSeat>> held;
    for (std::size_t i = 0; i < LiveHub::seats_of_session_max; ++i) held.push_back(*hub.open("a"));
    EXPECT_EQ(hub.open("a").error().code, "too_many_live_pages");
    held.pop_back();
    EXPECT_TRUE(hub.open("a"));
    while (held.size() < LiveHub::seats_max)
        held.push_back(*hub.open("b" + std::to_string(held.size())));
    EXPECT_EQ(hub.open("c").error().code, "too_many_live_pages");
    held.clear();
    EXPECT_EQ(hub.seats(), 0u);
}

TEST(LiveSeat, beats_now_and_then_and_says_news_once) {
    LiveHub hub;
    const auto seat = *hub.open("a");
    EXPECT_EQ(seat->next(), "retry: 10000\n: open\n\n");
    for (int i = 1; i < LiveSeat::beat; ++i) EXPECT_EQ(seat->next(), "");
    EXPECT_EQ(seat->next(), ": beat\n\n");
    hub.tell({{"a", 3, 1}}, 1);
    // Before the first look something may have come that the page does not know of.
    EXPECT_EQ(seat->next(), "event: messages\ndata: \n\nevent: changes\ndata: \n\n");
    hub.tell({{"a", 3, 1}}, 1);
    EXPECT_EQ(seat->next(), "");
    hub.tell({{"a", 4, 1}}, 1);
    hub.tell({{"a", 5, 1}}, 1);
    EXPECT_EQ(seat->next(), "event: messages\ndata: \n\n");
    hub.tell({{"a", 5, 1, 7}}, 1);
    EXPECT_EQ(seat->next(), "event: changes\ndata: \n\n") << "what others work on is no message";
    EXPECT_EQ(seat->next(), "");
}

TEST(LiveSeat, opened_during_a_round_is_left_for_the_next) {
    LiveHub hub;
    const auto taken = hub.seats_opened();
    const auto seat = *hub.open("a");
    hub.tell({}, taken);
    EXPECT_TRUE(seat->next());
    hub.tell({}, hub.seats_opened());
    EXPECT_FALSE(seat->next());
}

class Live : public db::testing::OnBothEngines {
  protected:
    accounts::testing::TestInstallation here{database()};
    MailOffer no_mail;
    WebhookOffer no_webhooks;
    Needs needs{here.database, here.clock,   here.random, here.journal,
                no_mail,       here.secrets, no_webhooks};
    base::UnitId finance = here.unit("财政局");
    LiveHub hub;

    struct Page {
        base::AccountId account;
        std::string token;
        std::shared_ptr<LiveSeat> seat;
    };
    Page page(const std::string& name) {
        const auto opened = here.account(name, Role::responsible_unit, finance);
        const auto token = here.working_session(opened).token;
        auto seat = *hub.open(accounts::digest_of_token(token));
        EXPECT_TRUE(seat->next());
        return {opened.account.id, token, seat};
    }
    void tell(base::AccountId account) {
        Event event;
        event.id = here.make_id<EventId>();
        event.at = here.clock.now();
        EXPECT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
            insert_event(transaction, event);
            insert_message(transaction, event.id, account);
            return {};
        }));
    }
    void look() { tell_live_pages(needs, hub, idle_ms); }
};
ZHENGGAI_ON_BOTH_ENGINES(Live);

TEST_P(Live, only_those_it_concerns_are_told) {
    const auto li_qiang = page("liqiang"), zhao_li = page("zhaoli");
    look();
    EXPECT_TRUE(li_qiang.seat->next() && zhao_li.seat->next());
    look();
    EXPECT_EQ(li_qiang.seat->next(), "");
    tell(li_qiang.account);
    look();
    EXPECT_EQ(li_qiang.seat->next(), "event: messages\ndata: \n\n");
    EXPECT_EQ(zhao_li.seat->next(), "");
}

TEST_P(Live, shared_work_is_told_of_between_rounds_and_messages_wait_for_theirs) {
    const auto li_qiang = page("liqiang");
    const auto glance = [&] { tell_of_changes(needs, hub, idle_ms); };
    glance();
    EXPECT_TRUE(li_qiang.seat->next());
    glance();
    tell(li_qiang.account);
    glance();
    EXPECT_EQ(li_qiang.seat->next(), "") << "nothing shared has changed";
    EXPECT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        count_change(transaction, narratives_changed);
        return {};
    }));
    glance();
    EXPECT_NE(li_qiang.seat->next()->find("event: changes"), std::string::npos);
    glance();
    EXPECT_EQ(li_qiang.seat->next(), "") << "once";
}

TEST_P(Live, everybody_is_told_that_shared_work_has_changed) {
    const auto li_qiang = page("liqiang"), zhao_li = page("zhaoli");
    look();
    EXPECT_TRUE(li_qiang.seat->next() && zhao_li.seat->next());
    ASSERT_TRUE(database().write([](db::Transaction& transaction) -> base::Result<void> {
        count_change(transaction, narratives_changed);
        count_change(transaction, narratives_changed);
        return {};
    }));
    look();
    EXPECT_EQ(li_qiang.seat->next(), "event: changes\ndata: \n\n");
    EXPECT_EQ(zhao_li.seat->next(), "event: changes\ndata: \n\n");
    look();
    EXPECT_EQ(zhao_li.seat->next(), "");
}

TEST_P(Live, a_page_ends_with_its_session) {
    const auto li_qiang = page("liqiang"), zhao_li = page("zhaoli");
    look();
    ASSERT_TRUE(accounts::sign_out(here.needs, li_qiang.token));
    look();
    EXPECT_FALSE(li_qiang.seat->next());
    EXPECT_TRUE(zhao_li.seat->next());
    here.pass(idle_ms);
    look();
    EXPECT_FALSE(zhao_li.seat->next());  // An open page does not keep its session alive.
}

TEST_P(Live, nobody_who_is_not_signed_in_gets_in) {
    http::Router router{live_routes(hub), accounts::authenticator(here.needs)};
    http::Request request;
    request.path = "/api/v1/live";
    EXPECT_EQ(router.dispatch(request).status, 401);
    const auto li_qiang = page("liqiang");
    request.headers = {{"cookie", std::string(accounts::session_cookie) + "=" + li_qiang.token}};
    const auto answer = router.dispatch(request);
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(std::get<http::LiveBody>(answer.body).next());
    EXPECT_EQ(hub.seats(), 2u);
}

}  // namespace
}  // namespace notify
