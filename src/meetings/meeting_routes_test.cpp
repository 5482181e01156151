// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office; and the calendar that comes by its address alone.
#include <gtest/gtest.h>

#include "accounts/token_actions.hpp"
#include "ledger/test_routes.hpp"
#include "meetings/meeting_routes.hpp"

namespace meetings {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class MeetingRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    MeetingRoutes()
        : RoutesOfLedger([](const TestLedger& one) {
              auto all = routes(one.needs);
              for (auto& route : feed_routes({one.here.needs, one.needs}))
                  all.push_back(std::move(route));
              return all;
          }) {}
    std::string terms(const std::string& head) {
        return "{" + head +
               R"(,"kind":"coordination","title":"碰头会","held_on":"2024-06-30","begins_at":"15:00",
               "minutes":60,"place":"三楼会议室","participants":[
               {"name":"采购科","person_id":null,"unit_id":")" +
               ledger.procurement.text() + R"(","standing":"attends","duty":"host"}]})";
    }
};
ZHENGGAI_ON_BOTH_ENGINES(MeetingRoutes);

TEST_P(MeetingRoutes, open_to_those_who_may_and_to_nobody_else) {
    const auto id = new_id(), series = new_id();
    expect(201, {Method::post, programme + "/meetings", terms(R"("id":")" + id + "\"")},
           ledger.zhang_min);
    expect(201,
           {Method::post, programme + "/meeting-series",
            R"({"id":")" + series +
                R"(","kind":"coordination","title":"周会","every":"week","day":1,"dates":[]})"},
           ledger.zhang_min);
    const auto meeting = api + "/meetings/" + id;
    const std::string stale = R"({"version":9})", empty = "{}";
    // The meeting is planned only: those who do not arrange it learn nothing of it.
    expect_answers({
        {{Method::get, programme + "/meetings", ""}, 404, 200},
        {{Method::post, programme + "/meetings", empty}, 403, 422},
        {{Method::get, programme + "/meeting-series", ""}, 404, 200},
        {{Method::post, programme + "/meeting-series", empty}, 403, 422},
        {{Method::patch, api + "/meeting-series/" + series, empty}, 403, 422},
        {{Method::get, api + "/meeting-series/" + series + "/next", ""}, 403, 200},
        {{Method::get, api + "/meetings/own", ""}, 200, 200},
        {{Method::get, meeting, ""}, 404, 200},
        {{Method::patch, meeting, empty}, 403, 422},
        {{Method::put, meeting + "/notice", stale}, 403, 409},
        {{Method::put, meeting + "/cancellation", stale}, 403, 409},
        {{Method::put, meeting + "/attendance", R"({"line":0,"attendance":"coming"})"}, 404, 409},
        {{Method::get, meeting + "/proposals", ""}, 404, 200},
        {{Method::put, meeting + "/agenda", R"({"version":9,"items":[]})"}, 404, 409},
        {{Method::put, meeting + "/opening", stale}, 403, 409},
        {{Method::put, meeting + "/items/" + id + "/minutes", stale}, 404, 404},
        {{Method::put, meeting + "/closing", stale}, 404, 409},
        {{Method::post, meeting + "/remarks", R"({"text":"应为五项"})"}, 404, 409},
        {{Method::get, api + "/calendar-feeds/zg_1.ics", ""}, 401, 401, 401, 401},
    });
}

TEST_P(MeetingRoutes, lead_a_meeting_from_its_plan_to_its_minutes) {
    const auto id = new_id(), item = new_id();
    const auto meeting = api + "/meetings/" + id;
    auto now = expect(201, {Method::post, programme + "/meetings", terms(R"("id":")" + id + "\"")},
                      ledger.zhang_min);
    EXPECT_EQ(now.at("state"), "planned");
    now = expect(200, {Method::put, meeting + "/notice", R"({"version":1})"}, ledger.zhang_min);
    EXPECT_EQ(now.at("state"), "called");
    now = expect(200,
                 {Method::put, meeting + "/attendance",
                  R"({"line":0,"attendance":"coming","proxy":"李强"})"},
                 ledger.li_qiang);
    EXPECT_EQ(now.at("participants").as_array()[0].at("own"), true);
    now = expect(200,
                 {Method::put, meeting + "/agenda",
                  R"({"version":2,"items":[{"id":")" + item +
                      R"(","subject":"none","subject_id":"","title":"传达会议精神"}]})"},
                 ledger.zhang_min);
    now = expect(200, {Method::put, meeting + "/opening", R"({"version":3})"}, ledger.zhang_min);
    EXPECT_EQ(now.at("figures").at("overdue"), 0);
    now = expect(
        200,
        {Method::put, meeting + "/items/" + item + "/minutes",
         R"({"version":1,"heard":"已传达","discussion":"","moved_on":false,"decisions":[]})"},
        ledger.zhang_min);
    EXPECT_EQ(now.at("version"), 2);
    now = expect(200, {Method::put, meeting + "/closing", R"({"version":4})"}, ledger.zhang_min);
    EXPECT_EQ(now.at("state"), "closed");
    EXPECT_EQ(now.at("items").as_array()[0].at("heard"), "已传达");
}

TEST_P(MeetingRoutes, feed_a_calendar_by_a_token_that_opens_nothing_else) {
    const auto opened =
        ledger.here.account("liqiang", accounts::Role::responsible_unit, ledger.procurement);
    const auto owner = accounts::actor_of(ledger.here.working_session(opened).who.account);
    expect(201, {Method::post, programme + "/meetings", terms(R"("id":")" + new_id() + "\"")},
           ledger.zhang_min);
    const auto rows = expect(200, {Method::get, programme + "/meetings", ""}, ledger.zhang_min);
    const std::string id(rows.at("rows").as_array()[0].at("id").as_string());
    expect(200, {Method::put, api + "/meetings/" + id + "/notice", R"({"version":1})"},
           ledger.zhang_min);
    accounts::NewToken wanted{.id = ledger.here.make_id<accounts::TokenId>(),
                              .name = "日历订阅",
                              .acts = {base::Act::read_ledger},
                              .purpose = accounts::TokenPurpose::calendar};
    const auto made = accounts::make_token(ledger.here.needs, wanted, owner);
    ASSERT_TRUE(made);
    const auto feed =
        send({Method::get, api + "/calendar-feeds/" + made->text + ".ics", ""}, nullptr);
    EXPECT_EQ(feed.status, 200);
    EXPECT_NE(text(feed).find(id), std::string::npos);
    const auto digest = accounts::digest_of_personal_token(made->text);
    EXPECT_FALSE(accounts::recognise_token(ledger.here.needs, *digest, "")) << "a calendar's only";
    wanted.id = ledger.here.make_id<accounts::TokenId>();
    wanted.purpose = accounts::TokenPurpose::program;
    const auto program = accounts::make_token(ledger.here.needs, wanted, owner);
    EXPECT_EQ(
        send({Method::get, api + "/calendar-feeds/" + program->text + ".ics", ""}, nullptr).status,
        401)
        << "a program's only";
    ASSERT_TRUE(accounts::revoke_own_token(ledger.here.needs, made->token.id, owner));
    EXPECT_EQ(
        send({Method::get, api + "/calendar-feeds/" + made->text + ".ics", ""}, nullptr).status,
        401);
}

}  // namespace
}  // namespace meetings
