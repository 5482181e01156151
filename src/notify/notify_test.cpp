// Who may hear of what, and the messages of an account over the store and the routes: nobody reads
// or marks what was said to somebody else.
#include <boost/json.hpp>

#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"
#include "notify/message_actions.hpp"
#include "notify/notify_routes.hpp"

namespace notify {
namespace {

using accounts::Role;
using base::Act;

accounts::Account account_of(Role role, const std::string& path = "/1/2/") {
    accounts::Account account;
    account.id = *base::AccountId::parse("01900000-0000-7000-8000-0000000000a1");
    account.role = role;
    account.unit = accounts::HomeUnit{{}, "财政局", path};
    return account;
}

TEST(Hearing, is_for_those_who_may_read_and_act_there) {
    const base::Actor somebody;
    const auto handler = account_of(Role::responsible_unit);
    EXPECT_TRUE(hears(handler, Act::report_progress, {}, somebody));
    EXPECT_FALSE(hears(handler, Act::review, {}, somebody));
    EXPECT_TRUE(hears(account_of(Role::rectification_office), Act::review, {"/7/"}, somebody));
    EXPECT_TRUE(hears(handler, Act::report_progress, {"/1/2/5/"}, somebody));
    EXPECT_FALSE(hears(handler, Act::report_progress, {"/1/3/"}, somebody));
    EXPECT_FALSE(hears(account_of(Role::system_admin), Act::manage_accounts, {}, somebody));
    auto gone = handler;
    gone.disabled = true;
    EXPECT_FALSE(hears(gone, Act::report_progress, {}, somebody));
    base::Actor same;
    same.id = handler.id;
    EXPECT_FALSE(hears(handler, Act::report_progress, {}, same));
}

TEST(Event, keeps_the_beginning_of_long_texts) {
    Event event;
    for (int i = 0; i < 500; ++i) event.subject_text += "整";
    event.note = "短";
    const auto kept = shortened(event);
    EXPECT_EQ(kept.subject_text.size(), 3 * subject_chars_kept + 3);
    EXPECT_EQ(kept.note, "短");
    for (int i = 0; i < 6; ++i) {
        const auto kind = static_cast<EventKind>(i);
        EXPECT_EQ(event_kind_of(name_of(kind)), kind);
    }
}

class Messages : public db::testing::OnBothEngines {
  protected:
    accounts::testing::TestInstallation here{database()};
    MailOffer no_mail;
    WebhookOffer no_webhooks;
    Needs needs{here.database, here.clock,   here.random, here.journal,
                no_mail,       here.secrets, no_webhooks};
    base::UnitId finance = here.unit("财政局");
    base::Actor li_qiang = actor("liqiang"), zhao_li = actor("zhaoli");

    base::Actor actor(const std::string& name) {
        base::Actor found;
        found.id = here.account(name, Role::responsible_unit, finance).account.id;
        return found;
    }
    /// The next one, a second later.
    Event tell(const std::vector<base::Actor>& whom, EventKind kind = EventKind::measure_accepted) {
        here.pass(1'000);
        Event event;
        event.id = here.make_id<EventId>();
        event.at = here.clock.now();
        event.kind = kind;
        event.programme_title = "财政局巡察整改";
        event.subject_kind = "measure";
        event.subject_number = 7;
        event.subject_text = "修订采购制度";
        event.by = "张敏";
        EXPECT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
            insert_event(transaction, event);
            for (const auto& one : whom) insert_message(transaction, event.id, one.id);
            return {};
        }));
        return event;
    }
    std::int64_t unread(const base::Actor& who) { return count_own_messages(needs, who).unread; }

    const base::Actor* asking = nullptr;
    http::Router router{routes(needs),
                        [this](const http::Request&) -> base::Result<std::optional<base::Actor>> {
                            return asking ? std::optional(*asking) : std::nullopt;
                        }};
    std::pair<int, std::string> send(http::Method method, const std::string& path,
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
ZHENGGAI_ON_BOTH_ENGINES(Messages);

TEST_P(Messages, come_the_newest_first_and_whole) {
    const auto first = tell({li_qiang, zhao_li}), second = tell({li_qiang});
    const auto page = list_message_page(needs, li_qiang, 1, 50);
    ASSERT_EQ(page.rows.size(), 2u);
    EXPECT_EQ(page.rows[0].event, second);
    EXPECT_EQ(page.rows[1].event, first);
    EXPECT_EQ(page.total, 2);
    EXPECT_EQ(page.unread, 2);
    EXPECT_EQ(list_message_page(needs, li_qiang, 2, 1).rows[0].event, first);
    EXPECT_EQ(list_message_page(needs, zhao_li, 1, 50).total, 1);
}

TEST_P(Messages, are_read_one_by_one_or_all_that_were_seen) {
    const auto first = tell({li_qiang, zhao_li}), second = tell({li_qiang});
    ASSERT_TRUE(read_message(needs, li_qiang, first.id));
    ASSERT_TRUE(read_message(needs, li_qiang, first.id));
    EXPECT_EQ(unread(li_qiang), 1);
    EXPECT_EQ(unread(zhao_li), 1);
    const auto late = tell({li_qiang});
    ASSERT_TRUE(read_all_messages(needs, li_qiang, second.at));
    EXPECT_EQ(unread(li_qiang), 1);
    EXPECT_EQ(read_message(needs, zhao_li, late.id).error().code, "message_unknown");
    EXPECT_EQ(unread(li_qiang), 1);
}

TEST_P(Messages, are_shown_to_their_owner_only) {
    using http::Method;
    const auto event = tell({li_qiang}, EventKind::rows_assigned);
    const std::string own = "/api/v1/messages/" + event.id.text() + "/read";
    for (const auto* path : {"/api/v1/messages", "/api/v1/messages/unread"})
        EXPECT_EQ(send(Method::get, path, nullptr).first, 401);
    EXPECT_EQ(send(Method::put, own, nullptr).first, 401);
    EXPECT_EQ(send(Method::put, own, &zhao_li).first, 404);
    EXPECT_EQ(send(Method::put, "/api/v1/messages/7/read", &li_qiang).first, 404);
    EXPECT_EQ(send(Method::get, "/api/v1/messages/unread", &li_qiang).second, R"({"unread":1})");
    const auto page = boost::json::parse(send(Method::get, "/api/v1/messages", &li_qiang).second);
    const auto& row = page.at("rows").at(0);
    EXPECT_EQ(row.at("kind").as_string(), "rows_assigned");
    EXPECT_EQ(row.at("subject").at("text").as_string(), "修订采购制度");
    EXPECT_TRUE(row.at("read_at").is_null());
    EXPECT_EQ(send(Method::put, own, &li_qiang).first, 204);
    EXPECT_EQ(send(Method::put, "/api/v1/messages/read", &li_qiang, "{}").first, 422);
    const auto now = std::to_string(here.clock.now().milliseconds);
    EXPECT_EQ(
        send(Method::put, "/api/v1/messages/read", &li_qiang, R"({"up_to":)" + now + "}").first,
        204);
    EXPECT_EQ(unread(li_qiang), 0);
}

}  // namespace
}  // namespace notify
