// Mails: when they are due, what they say, and the queue on both engines with a sender that fails
// when it is told to.
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"
#include "notify/mail_actions.hpp"
#include "notify/message_actions.hpp"
#include "notify/queue.hpp"

namespace notify {
namespace {

base::Instant at(std::string_view day, int hour, int minute = 0) {
    return {base::start_of(*base::parse_date(day)).milliseconds + (hour * 60 + minute) * 60'000};
}

TEST(Bundle, says_whether_rows_came_by_an_import_or_were_changed_in_bulk) {
    Event event;
    event.kind = EventKind::rows_assigned;
    event.programme_title = "财政局整改";
    event.subject_number = 40;
    event.subject_kind = "import";
    auto batch = event;
    batch.subject_kind = "batch";
    EXPECT_EQ(bundle_of({event, batch}).lines,
              (std::vector<std::string>{"导入整改方案，本单位承办其中 40 条措施（财政局整改）",
                                        "批量修改了台账，涉及本单位承办的 40 行（财政局整改）"}));
}

TEST(Bundle, of_half_an_hour_waits_from_the_first_message_on) {
    const auto first = at("2024-06-30", 9);
    EXPECT_FALSE(is_bundle_due(Rhythm::half_hour, first, at("2024-06-30", 9, 29), 30));
    EXPECT_TRUE(is_bundle_due(Rhythm::half_hour, first, at("2024-06-30", 9, 30), 30));
    EXPECT_FALSE(is_bundle_due(Rhythm::never, first, at("2025-06-30", 9), 30));
}

TEST(Bundle, of_a_day_goes_at_eight_in_the_morning_and_catches_up) {
    const auto evening = at("2024-06-30", 21);
    EXPECT_FALSE(is_bundle_due(Rhythm::day, evening, at("2024-06-30", 23), 30));
    EXPECT_FALSE(is_bundle_due(Rhythm::day, evening, at("2024-07-01", 7, 59), 30));
    EXPECT_TRUE(is_bundle_due(Rhythm::day, evening, at("2024-07-01", 8), 30));
    EXPECT_TRUE(is_bundle_due(Rhythm::day, evening, at("2024-07-03", 3), 30));
    EXPECT_FALSE(is_bundle_due(Rhythm::day, at("2024-07-01", 9), at("2024-07-01", 12), 30));
}

TEST(Address, is_one_that_can_stand_in_a_mail) {
    for (const auto* good : {"a@b", "zhang.jing+zg@example.cn", "zg_1@mail.example.cn"})
        EXPECT_TRUE(check_address(good)) << good;
    for (const auto* bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "<a@b>",
                            "张@例子", "a@b,c@d", "\"a\"@b"})
        EXPECT_FALSE(check_address(bad)) << bad;
    EXPECT_FALSE(check_address(std::string(250, 'a') + "@b.cn"));
}

TEST(Choice, begins_with_what_happens_from_now_on) {
    const MailBox none;
    MailBox wanted{{}, "a@b.cn", Rhythm::half_hour, {}, 0};
    const auto first = *choose(none, wanted, {5'000});
    EXPECT_EQ(first.since.milliseconds, 5'000);
    EXPECT_EQ(first.version, 1);
    wanted.rhythm = Rhythm::day;
    wanted.version = 1;
    EXPECT_EQ(choose(first, wanted, {9'000})->since.milliseconds, 5'000);
    wanted.address = "c@d.cn";
    EXPECT_EQ(choose(first, wanted, {9'000})->since.milliseconds, 9'000);
    wanted.address = "";
    EXPECT_EQ(choose(first, wanted, {9'000}).error().code, "mail_needs_an_address");
    wanted.version = 0;
    EXPECT_EQ(choose(first, wanted, {9'000}).error().code, "somebody_else_changed_it");
}

TEST(Mail, says_what_happened_and_nothing_of_the_row) {
    Event event;
    event.kind = EventKind::measure_sent_back;
    event.programme_title = "财政局巡察整改";
    event.subject_number = 12;
    event.subject_text = "机密的措施";
    event.note = "机密的原因";
    const auto mail = mail_about({event}, {true, 30, "https://zg.example.cn"});
    EXPECT_EQ(mail.subject, "【巡视巡察整改】您有 1 条消息");
    EXPECT_NE(mail.body.find("1. 措施 12 被退回（财政局巡察整改）\n"), std::string::npos);
    EXPECT_NE(mail.body.find("https://zg.example.cn/messages"), std::string::npos);
    EXPECT_EQ(mail.body.find("机密"), std::string::npos);
    const auto many = mail_about(std::vector<Event>(60, event), {});
    EXPECT_NE(many.body.find("其余 10 件"), std::string::npos);
}

TEST(Mail, travels_in_lines_that_every_server_takes) {
    Mail mail;
    mail.address = "a@b.cn";
    mail.made_at = at("2024-06-30", 16, 15);
    for (int i = 0; i < 60; ++i) mail.subject += "整";
    for (int i = 0; i < 600; ++i) mail.body += "改";
    const auto text = mime_of(mail, "zg@example.cn");
    EXPECT_NE(text.find("Date: Sun, 30 Jun 2024 16:15:00 +0800\r\n"), std::string::npos) << text;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = text.find("\r\n", from);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - from, 78u);
        EXPECT_EQ(text.substr(from, end - from).find('\n'), std::string::npos);
        from = end + 2;
    }
}

TEST(Retry, waits_longer_each_time) {
    EXPECT_EQ(pause_ms_after(1), 15'000);
    EXPECT_EQ(pause_ms_after(2), 60'000);
    EXPECT_EQ(pause_ms_after(50), 256 * 60'000);
}

class MailQueue : public db::testing::OnBothEngines {
  protected:
    accounts::testing::TestInstallation here{database()};
    MailOffer offer{true, 30, ""};
    WebhookOffer no_webhooks;
    Needs needs{here.database, here.clock,   here.random, here.journal,
                offer,         here.secrets, no_webhooks};
    base::Actor li_qiang = [this] {
        base::Actor actor;
        actor.id = here.account("liqiang", accounts::Role::responsible_unit, here.unit("财政局"))
                       .account.id;
        return actor;
    }();
    std::vector<Mail> sent;
    std::optional<std::string> failure;

    void SetUp() override {
        ASSERT_TRUE(set_mail_box(needs, li_qiang, {{}, "li@b.cn", Rhythm::half_hour, {}, 0}));
    }
    EventId tell() {
        here.pass(1'000);
        Event event;
        event.id = here.make_id<EventId>();
        event.at = here.clock.now();
        EXPECT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
            insert_event(transaction, event);
            insert_message(transaction, event.id, li_qiang.id);
            return {};
        }));
        return event.id;
    }
    bool send() {
        return send_next_mail(needs, [&](const Mail& mail) {
            if (!failure) sent.push_back(mail);
            return failure;
        });
    }
    void pass_minutes(std::int64_t minutes) { here.pass(minutes * 60'000); }
    std::string state() {
        return database().read([](db::Transaction& transaction) {
            return transaction
                .first("SELECT state, tries, error FROM mail", {},
                       [](const db::Row& row) {
                           return row.string(0) + " " + std::to_string(row.integer(1)) + " " +
                                  row.string(2);
                       })
                .value_or("none");
        });
    }
};
ZHENGGAI_ON_BOTH_ENGINES(MailQueue);

TEST_P(MailQueue, bundles_what_is_unread_into_one_mail_and_sends_it_once) {
    tell();
    const auto read = tell();
    tell();
    ASSERT_TRUE(read_message(needs, li_qiang, read));
    EXPECT_EQ(bundle_messages(needs), 0);
    EXPECT_FALSE(send());
    pass_minutes(30);
    EXPECT_EQ(bundle_messages(needs), 1);
    EXPECT_EQ(bundle_messages(needs), 0);
    EXPECT_TRUE(send());
    EXPECT_FALSE(send());
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].address, "li@b.cn");
    EXPECT_EQ(sent[0].subject, "【巡视巡察整改】您有 2 条消息");
    EXPECT_EQ(state(), "sent 1 ");
    tell();
    pass_minutes(30);
    EXPECT_EQ(bundle_messages(needs), 1);  // The new one only.
    EXPECT_TRUE(send());
    EXPECT_EQ(sent[1].subject, "【巡视巡察整改】您有 1 条消息");
}

TEST_P(MailQueue, tries_again_after_a_while_and_gives_up_in_the_end) {
    tell();
    pass_minutes(30);
    bundle_messages(needs);
    failure = "connection refused";
    EXPECT_TRUE(send());
    EXPECT_EQ(state(), "pending 1 connection refused");
    EXPECT_FALSE(send());
    pass_minutes(2);
    failure.reset();
    EXPECT_TRUE(send());
    EXPECT_EQ(state(), "sent 2 ");
    EXPECT_EQ(sent.size(), 1u);
}

TEST_P(MailQueue, gives_up_after_eight_tries) {
    tell();
    pass_minutes(30);
    bundle_messages(needs);
    failure = "no such receiver";
    for (int i = 0; i < 8; ++i) {
        EXPECT_TRUE(send()) << i;
        pass_minutes(300);
    }
    EXPECT_FALSE(send());
    EXPECT_EQ(state(), "failed 8 no such receiver");
}

TEST_P(MailQueue, gives_a_mail_that_is_being_sent_to_nobody_else) {
    tell();
    pass_minutes(30);
    bundle_messages(needs);
    bool second = true;
    EXPECT_TRUE(send_next_mail(needs, [&](const Mail&) -> std::optional<std::string> {
        second = send();
        return std::nullopt;
    }));
    EXPECT_FALSE(second);
    EXPECT_TRUE(sent.empty());
}

TEST_P(MailQueue, writes_nothing_to_those_who_do_not_want_it) {
    ASSERT_TRUE(set_mail_box(needs, li_qiang, {{}, "li@b.cn", Rhythm::never, {}, 1}));
    tell();
    pass_minutes(60 * 48);
    EXPECT_EQ(bundle_messages(needs), 0);
    ASSERT_TRUE(set_mail_box(needs, li_qiang, {{}, "li@b.cn", Rhythm::half_hour, {}, 2}));
    EXPECT_EQ(bundle_messages(needs), 0);  // What happened before is not written about.
}

}  // namespace
}  // namespace notify
