// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit who talks, as the office.
#include "talks/talks_routes.hpp"
#include "ledger/test_routes.hpp"
#include "life_meetings/planning_actions.hpp"
#include "talks/talk_paper_actions.hpp"
#include "talks/talk_plan_actions.hpp"

namespace talks {
namespace {

namespace fs = std::filesystem;
using http::Method;
using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;
using life_meetings::Part;

fs::path files() {
    return fs::temp_directory_path() / ("talks-routes-" + std::to_string(::getpid()));
}

class TalksRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    TalksRoutes()
        : RoutesOfLedger([](const TestLedger& one) {
              return routes({{one.needs, files()}});
          }) {
        ledger.zhang_min.scope.cleared = {base::Guard::life_meeting};
        ledger.li_qiang.person = person("李强");
        life_meetings::NewLifeMeeting wanted;
        wanted.id = meeting;
        wanted.programme = ledger.programme;
        auto& terms = wanted.plan.terms;
        terms.title = "专题民主生活会";
        terms.theme = "对照反馈意见";
        terms.held_on = day("2024-07-22");
        terms.begins_at = "09:00";
        terms.place = "三楼会议室";
        wanted.plan.participants = {
            {principal, Part::principal, "韩征", "", {}, {}, ""},
            {member, Part::member, "李强", "", ledger.li_qiang.person, {}, ""}};
        EXPECT_EQ(code_of(life_meetings::begin_life_meeting(needs, ledger.zhang_min, wanted)),
                  "accepted");
    }
    ~TalksRoutes() override { fs::remove_all(files()); }

    base::PersonId person(const std::string& name) {
        const auto id = ledger.here.make_id<base::PersonId>();
        const auto written =
            ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
                accounts::insert_person(transaction, {id, name, ledger.procurement, "", "", 1});
                return {};
            });
        EXPECT_TRUE(written);
        return id;
    }

    life_meetings::LifeMeetingId meeting = ledger.here.make_id<life_meetings::LifeMeetingId>();
    ParticipantId principal = ledger.here.make_id<ParticipantId>(),
                  member = ledger.here.make_id<ParticipantId>();
    const std::string of_meeting = "/api/v1/life-meetings/" + meeting.text() + "/talks";
};
ZHENGGAI_ON_BOTH_ENGINES(TalksRoutes);

TEST_P(TalksRoutes, open_to_those_who_may_and_to_nobody_else) {
    const auto id = new_id();
    const auto talk = R"({"id":")" + id + R"(","member_id":")" + member.text() +
                      R"(","other_id":")" + principal.text() + R"("})";
    EXPECT_EQ(send({Method::post, of_meeting, talk}, &ledger.li_qiang).status, 200);
    const auto one = api + "/talks/" + id;
    const std::string stale = R"({"version":9})";
    const auto plan = R"({"version":0,"rules":[{"kind":"principal_member",
                          "due_on":"2024-07-19"}],"partners":[]})";
    expect_answers({
        {{Method::get, of_meeting, ""}, 200, 200},
        {{Method::post, of_meeting, "{}"}, 422, 422},
        {{Method::put, of_meeting + "/plan", plan}, 403, 200},
        {{Method::get, of_meeting + "/proposed-partners", ""}, 403, 200},
        {{Method::get, of_meeting + "/blank", ""}, 200, 200},
        {{Method::get, of_meeting + "/blank/file?form=docx", ""}, 200, 200},
        {{Method::get, of_meeting + "/blank/file?form=xlsx", ""}, 422, 422},
        {{Method::get, of_meeting + "/matrix", ""}, 200, 200},
        {{Method::get, of_meeting + "/matrix/file?form=xlsx", ""}, 200, 200},
        {{Method::get, api + "/talks/own", ""}, 200, 200},
        {{Method::get, one, ""}, 200, 200},
        {{Method::get, api + "/talks/" + new_id(), ""}, 404, 404},
        {{Method::put, one + "/appointment", "{}"}, 422, 422},
        {{Method::put, one + "/confirmation", stale}, 409, 409},
        {{Method::put, one + "/cancellation", stale}, 409, 409},
        {{Method::put, one + "/record", "{}"}, 422, 422},
        {{Method::put, one + "/signature", stale}, 409, 409},
        {{Method::put, one + "/paper-signature", "{}"}, 403, 422},
        {{Method::get, one + "/calendar", ""}, 409, 409},
        {{Method::get, one + "/paper", ""}, 200, 403},
        {{Method::get, one + "/paper/file?form=docx", ""}, 200, 403},
    });
}

}  // namespace
}  // namespace talks
