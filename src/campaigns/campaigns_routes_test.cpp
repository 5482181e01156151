// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office.
#include <gtest/gtest.h>

#include "campaigns/campaigns_routes.hpp"
#include "ledger/test_routes.hpp"

namespace campaigns {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class CampaignsRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    CampaignsRoutes() : RoutesOfLedger([](const TestLedger& one) { return routes(one.needs); }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(CampaignsRoutes);

TEST_P(CampaignsRoutes, open_to_those_who_may_and_to_nobody_else) {
    ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto id = new_id(), all = programme + "/campaigns";
    ASSERT_EQ(send({Method::post, all,
                    R"({"id":")" + id + R"(","name":"采购专项治理","goal":"全部清理完毕",
                      "begins_on":"2024-06-01","ends_on":"2024-09-30","unit_id":")" +
                        ledger.procurement.text() + R"("})"},
                   &ledger.zhang_min)
                  .status,
              201);
    const auto one = api + "/campaigns/" + id;
    const std::string stale = R"({"version":9})";
    expect_answers({
        {{Method::get, all, ""}, 200, 200},
        {{Method::get, all + "?measure=7", ""}, 422, 422},
        {{Method::post, all, "{}"}, 403, 422},
        {{Method::get, one, ""}, 200, 200},
        {{Method::patch, one, "{}"}, 403, 422},
        {{Method::put, one + "/measures", stale}, 403, 409},
        {{Method::put, one + "/conclusion", stale}, 403, 409},
        {{Method::put, one + "/giving-up", stale}, 403, 409},
        {{Method::post, one + "/milestones", "{}"}, 403, 422},
    });
}

}  // namespace
}  // namespace campaigns
