// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office.
#include <gtest/gtest.h>

#include "ledger/test_routes.hpp"
#include "regulations/regulations_routes.hpp"

namespace regulations {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class RegulationsRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    RegulationsRoutes() : RoutesOfLedger([](const TestLedger& one) { return routes(one.needs); }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(RegulationsRoutes);

TEST_P(RegulationsRoutes, open_to_those_who_may_and_to_nobody_else) {
    ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto id = new_id(), all = programme + "/regulations";
    ASSERT_EQ(send({Method::post, all,
                    R"({"id":")" + id + R"(","change":"made","kind":"system","title":"采购制度",
                      "unit_id":")" +
                        ledger.procurement.text() + R"("})"},
                   &ledger.zhang_min)
                  .status,
              201);
    const auto one = api + "/regulations/" + id;
    const auto studies = programme + "/studies";
    const std::string step = R"({"version":9,"act":"submit","on":"2024-06-28"})";
    expect_answers({
        {{Method::get, all, ""}, 200, 200},
        {{Method::get, all + "?which=new", ""}, 422, 422},
        {{Method::get, all + "?problem=7", ""}, 422, 422},
        {{Method::post, all, "{}"}, 403, 422},
        {{Method::get, all + "/differences", ""}, 200, 200},
        {{Method::get, api + "/regulations/due", ""}, 200, 200},
        {{Method::get, one, ""}, 200, 200},
        {{Method::patch, one, "{}"}, 403, 422},
        {{Method::post, one + "/steps", step}, 409, 409},
        {{Method::get, studies, ""}, 200, 200},
        {{Method::post, studies, "{}"}, 422, 422},
        {{Method::del, api + "/studies/" + id + "?version=1", ""}, 404, 404},
    });
}

}  // namespace
}  // namespace regulations
