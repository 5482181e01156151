// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office.
#include <gtest/gtest.h>

#include "drafting/drafting_routes.hpp"
#include "ledger/test_routes.hpp"

namespace drafting {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class PlanRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    PlanRoutes() : RoutesOfLedger([](const TestLedger& one) { return routes(one.needs); }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(PlanRoutes);

TEST_P(PlanRoutes, open_to_those_who_may_and_to_nobody_else) {
    const auto problem =
        ledger.add("关于采购不规范的问题", ledger.held_by("采购科", ledger.procurement));
    const auto id = new_id(), plan = api + "/plan-versions/" + id;
    const auto begun =
        send({Method::post, programme + "/plan-versions",
              R"({"id":")" + id + R"(","outline":"bureau","title":"","import_id":null})"},
             &ledger.zhang_min);
    ASSERT_EQ(begun.status, 201) << text(begun);
    const std::string stale = R"({"version":9,)", empty = "{}";
    const auto unit = programme + "/sub-plans/" + ledger.procurement.text();
    // The plan is a draft: those who do not write it learn nothing of it.
    expect_answers({
        {{Method::get, programme + "/plan-versions", ""}, 200, 200},
        {{Method::post, programme + "/plan-versions", empty}, 403, 422},
        {{Method::get, programme + "/sub-plans", ""}, 200, 200},
        {{Method::put, unit, R"({"id":")" + id + R"(","version":0,"goals":"短","text":"文"})"},
         422,
         422},
        {{Method::put, unit + "/decision", R"({"version":1,"accept":true,"reason":""})"}, 403, 409},
        {{Method::get, api + "/plan-versions/waiting", ""}, 200, 200},
        {{Method::get, plan, ""}, 404, 200},
        {{Method::get, plan + "/differences?since=review", ""}, 404, 409},
        {{Method::get, plan + "/differences?since=yesterday", ""}, 422, 422},
        {{Method::get, plan + "/sections/principles/wordings", ""}, 404, 200},
        {{Method::put, plan + "/sections/principles",
          R"({"revision":7,"heading":"二","text":"文"})"},
         403,
         409},
        {{Method::post, plan + "/revisions",
          R"({"id":")" + new_id() + R"(","reason":"任务有调整"})"},
         403,
         409},
        {{Method::put, plan + "/consultation", stale + R"("until":"2024-07-05"})"}, 403, 409},
        {{Method::post, plan + "/comments",
          R"({"id":")" + new_id() + R"(","part":"tasks","problem_id":null,"text":"建议写明标准"})"},
         404,
         409},
        {{Method::put, api + "/plan-comments/" + new_id() + "/answer",
          R"({"adopted":"yes","answer":""})"},
         403,
         404},
        {{Method::put, plan + "/deliberation",
          stale + R"("held_on":"2024-06-30","held_by":"会","meeting_id":null,"conclusion":""})"},
         403,
         409},
        {{Method::put, plan + "/commitment", stale + R"("name":"周","on":"2024-06-30"})"},
         404,
         409},
        {{Method::put, plan + "/review", stale + R"("variant":"three","due_on":null,"seats":[]})"},
         403,
         409},
        {{Method::put, plan + "/opinion",
          R"({"seat":"discipline","verdict":"agreed","grade":"good","reason":"","checks":[]})"},
         404,
         409},
        {{Method::put, plan + "/taking-back", stale + R"("reason":"还需补充"})"}, 403, 409},
        {{Method::put, plan + "/issue",
          stale + R"("number":"1","issued_on":"2024-06-30","recipients":"各科室"})"},
         403,
         409},
    });
}

}  // namespace
}  // namespace drafting
