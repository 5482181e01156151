// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office.
#include <gtest/gtest.h>

#include "disclosure/disclosure_routes.hpp"
#include "ledger/test_routes.hpp"

namespace disclosure {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class ReleaseRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    ReleaseRoutes()
        : RoutesOfLedger([](const TestLedger& one) {
              return routes({one.needs, std::filesystem::temp_directory_path()});
          }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(ReleaseRoutes);

TEST_P(ReleaseRoutes, open_to_those_who_may_and_to_nobody_else) {
    ledger.add("关于采购不规范的问题", ledger.held_by("采购科", ledger.procurement));
    const auto id = new_id(), of = programme + "/releases", one = api + "/releases/" + id;
    const auto body = R"({"id":")" + id +
                      R"(","audience":"public","source":"text","title":"通报",)"
                      R"("text":"局长周伟主持。","previous_id":null,"with_accountability":false,)"
                      R"("contacts":{"phone":"","address":"","email":""}})";
    ASSERT_EQ(send({Method::post, of, body}, &ledger.zhang_min).status, 201);
    const std::string stale = R"({"version":9)", empty = "{}";
    expect_answers({
        {{Method::get, of, ""}, 200, 200},
        {{Method::post, of, empty}, 403, 422},
        {{Method::post, programme + "/release-texts", ""}, 403, 422},
        {{Method::put, programme + "/hiding", empty}, 403, 422},
        {{Method::get, api + "/releases/waiting", ""}, 200, 200},
        {{Method::get, one, ""}, 404, 200},
        {{Method::put, one + "/passages", stale + R"(,"decisions":[]})"}, 403, 409},
        {{Method::post, one + "/passages",
          stale + R"(,"paragraph":0,"from":0,"length":1,"replacement":"","ground":"wording",)"
                  R"("reason":""})"},
         403,
         409},
        {{Method::post, one + "/search", stale + "}"}, 403, 409},
        {{Method::post, one + "/corrections", stale + R"(,"fixes":["k1"]})"}, 403, 409},
        {{Method::put, one + "/submission", stale + "}"}, 403, 409},
        {{Method::put, one + "/exemption", stale + R"(,"ground":"open_case","reason":"审查中"})"},
         403,
         409},
        {{Method::put, one + "/approval", stale + R"(,"consents":[],"opinion":""})"}, 403, 409},
        {{Method::put, one + "/returning", stale + R"(,"reason":"请补充"})"}, 403, 409},
        {{Method::put, one + "/publication",
          stale + R"(,"on":"2024-06-30","channel":"网站","link":"","number":"",)"
                  R"("objections_until":null})"},
         403,
         409},
        {{Method::put, one + "/withdrawal", stale + R"(,"reason":"文字有误"})"}, 403, 409},
        {{Method::post, one + "/objections",
          R"({"id":")" + new_id() + R"(","received_on":"2024-06-30","text":"慢","answer":""})"},
         403,
         409},
        {{Method::get, one + "/proofreading", ""}, 404, 200},
        {{Method::get, one + "/paper", ""}, 404, 200},
        {{Method::get, one + "/paper?document=all", ""}, 422, 422},
        {{Method::get, one + "/file?form=docx", ""}, 404, 409},
        {{Method::get, one + "/file?form=exe", ""}, 422, 422},
    });
}

}  // namespace
}  // namespace disclosure
