// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office.
#include <gtest/gtest.h>

#include "bodies/bodies_routes.hpp"
#include "ledger/test_routes.hpp"

namespace bodies {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class BodiesRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    BodiesRoutes() : RoutesOfLedger([](const TestLedger& one) { return routes(one.needs); }) {}

    const std::string bodies = programme + "/bodies";
};
ZHENGGAI_ON_BOTH_ENGINES(BodiesRoutes);

TEST_P(BodiesRoutes, open_to_those_who_may_and_to_nobody_else) {
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto measure = ledger.add(row, "修订采购制度");
    const auto id = new_id();
    ASSERT_EQ(send({Method::post, bodies,
                    R"({"id":")" + id + R"(","kind":"other","name":"工作专班","members":[]})"},
                   &ledger.zhang_min)
                  .status,
              201);
    const auto one = api + "/bodies/" + id;
    expect_answers({
        {{Method::get, bodies, ""}, 200, 200},
        {{Method::get, bodies + "?on=30.6.", ""}, 422, 422},
        {{Method::post, bodies, "{}"}, 403, 422},
        {{Method::get, bodies + "/proposals", ""}, 403, 200},
        {{Method::put, bodies + "/proposals", "{}"}, 403, 200},
        {{Method::patch, one, "{}"}, 403, 422},
        {{Method::del, one + "?version=9", ""}, 403, 409},
        {{Method::del, one + "?version=1", ""}, 403, 204},
        {{Method::get, api + "/problems/" + row.problem.id.text() + "/tiers", ""}, 200, 200},
        {{Method::get, api + "/measures/" + measure.measure.id.text() + "/tiers", ""}, 200, 200},
    });
}

}  // namespace
}  // namespace bodies
