// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit who has no part in the meeting, as a keeper of the office.
#include "life_meetings/life_meetings_routes.hpp"

#include <gtest/gtest.h>

#include "ledger/test_routes.hpp"

namespace life_meetings {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class LifeMeetingsRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    LifeMeetingsRoutes()
        : RoutesOfLedger([](const TestLedger& one) {
              return routes({{one.needs, std::filesystem::temp_directory_path()}, "区委整改办"});
          }) {
        ledger.zhang_min.scope.cleared = {base::Guard::life_meeting};
    }
};
ZHENGGAI_ON_BOTH_ENGINES(LifeMeetingsRoutes);

TEST_P(LifeMeetingsRoutes, open_to_those_who_have_part_in_it_and_to_nobody_else) {
    ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto id = new_id(), all = programme + "/life-meetings";
    const auto begun =
        send({Method::post, all,
              R"({"id":")" + id +
                  R"(","title":"专题民主生活会","theme":"抓好整改","held_on":"2024-07-22",)"
                  R"("begins_at":"09:00","length":"half_day","place":"会议室","participants":[)"
                  R"({"id":")" +
                  new_id() +
                  R"(","part":"principal","name":"韩征"},)"
                  R"({"id":")" +
                  new_id() + R"(","part":"member","name":"周远"}]})"},
             &ledger.zhang_min);
    ASSERT_EQ(begun.status, 201) << text(begun);
    const auto one = api + "/life-meetings/" + id;
    const std::string stale = R"({"version":9,"reason":""})";
    expect_answers({
        {{Method::get, all, ""}, 200, 200},
        {{Method::post, all, "{}"}, 403, 422},
        {{Method::post, programme + "/life-meeting-readings", ""}, 403, 422},
        {{Method::get, api + "/life-meetings-waiting", ""}, 200, 200},
        {{Method::get, api + "/life-meeting-checklists", ""}, 200, 200},
        {{Method::post, programme + "/life-focus-checks", R"({"theme":"整改","focus":[]})"},
         403,
         200},
        {{Method::get, one + "/focus-check", ""}, 404, 200},
        {{Method::get, one + "/consultations", ""}, 404, 200},
        {{Method::post, one + "/consultations", "{}"}, 403, 422},
        {{Method::put, api + "/life-consultations/" + new_id() + "/answer",
          R"({"words":"同意","answered_on":"2024-07-01","answered_by":""})"},
         404,
         404},
        {{Method::del, api + "/life-consultations/" + new_id(), ""}, 403, 404},
        {{Method::get, one, ""}, 404, 200},
        {{Method::patch, one, "{}"}, 403, 422},
        {{Method::put, one + "/submission", R"({"version":9})"}, 403, 409},
        {{Method::put, one + "/review",
          R"({"version":9,"seat":"office","verdict":"agreed","words":"","said_by":""})"},
         404,
         409},
        {{Method::put, one + "/revision", stale}, 403, 409},
        {{Method::put, one + "/calling", R"({"version":9})"}, 403, 409},
        {{Method::put, one + "/day", "{}"}, 403, 422},
        {{Method::put, one + "/cancellation", stale}, 403, 409},
        {{Method::post, one + "/participants", "{}"}, 403, 422},
        {{Method::put, one + "/leaving", "{}"}, 403, 422},
        {{Method::put, one + "/steps", R"({"version":9,"steps":[]})"}, 403, 409},
        {{Method::put, one + "/done-step", R"({"version":9,"position":1})"}, 403, 409},
        {{Method::get, one + "/papers/plan", ""}, 404, 200},
        {{Method::get, one + "/papers/notice", ""}, 404, 409},
        {{Method::get, one + "/papers/other", ""}, 404, 404},
        {{Method::get, one + "/papers/plan/file?form=docx", ""}, 404, 200},
        {{Method::get, one + "/papers/plan/file?form=xlsx", ""}, 422, 422},
    });
}

}  // namespace
}  // namespace life_meetings
