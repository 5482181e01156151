// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office.
#include <gtest/gtest.h>

#include <set>

#include "ledger/test_ledger.hpp"
#include "regulations/regulations_routes.hpp"

namespace regulations {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class RegulationsRoutes : public ledger::testing::OneLedger {
  protected:
    struct Call {
        Method method;
        std::string path, body;
        std::vector<std::pair<std::string, std::string>> query = {};
    };
    int status(const Call& call, const base::Actor* actor) {
        http::Request request;
        request.method = call.method;
        request.path = call.path;
        request.query = call.query;
        request.body = call.body;
        asking = actor;
        return router.dispatch(request).status;
    }

    const base::Actor* asking = nullptr;
    http::Router router{routes(needs),
                        [this](const http::Request&) -> base::Result<std::optional<base::Actor>> {
                            return asking ? std::optional(*asking) : std::nullopt;
                        }};
    base::Actor administrator = [this] {
        auto actor = ledger.office("管理员");
        actor.acts = accounts::acts_of(accounts::Role::system_admin);
        return actor;
    }();
};
ZHENGGAI_ON_BOTH_ENGINES(RegulationsRoutes);

TEST_P(RegulationsRoutes, open_to_those_who_may_and_to_nobody_else) {
    ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const std::string api = "/api/v1";
    const auto all = api + "/programmes/" + ledger.programme.text() + "/regulations";
    const auto id = ledger.here.make_id<RegulationId>().text();
    ASSERT_EQ(status({Method::post, all,
                      R"({"id":")" + id + R"(","change":"made","kind":"system","title":"采购制度",
                      "unit_id":")" +
                          ledger.procurement.text() + R"("})"},
                     &ledger.zhang_min),
              201);
    const auto one = api + "/regulations/" + id;
    const auto studies = api + "/programmes/" + ledger.programme.text() + "/studies";
    const std::string step = R"({"version":9,"act":"submit","on":"2024-06-28"})";
    const struct {
        Call call;
        int nobody, administrator, handler, office;
    } cases[]{
        {{Method::get, all, ""}, 401, 403, 200, 200},
        {{Method::get, all, "", {{"which", "new"}}}, 401, 403, 422, 422},
        {{Method::get, all, "", {{"problem", "7"}}}, 401, 403, 422, 422},
        {{Method::post, all, "{}"}, 401, 403, 403, 422},
        {{Method::get, all + "/differences", ""}, 401, 403, 200, 200},
        {{Method::get, api + "/regulations/due", ""}, 401, 403, 200, 200},
        {{Method::get, one, ""}, 401, 403, 200, 200},
        {{Method::patch, one, "{}"}, 401, 403, 403, 422},
        {{Method::post, one + "/steps", step}, 401, 403, 409, 409},
        {{Method::get, studies, ""}, 401, 403, 200, 200},
        {{Method::post, studies, "{}"}, 401, 403, 422, 422},
        {{Method::del, api + "/studies/" + id, "", {{"version", "1"}}}, 401, 403, 404, 404},
    };
    std::set<std::string> tried;
    for (const auto& each : cases) {
        EXPECT_EQ(status(each.call, nullptr), each.nobody) << each.call.path;
        EXPECT_EQ(status(each.call, &administrator), each.administrator) << each.call.path;
        EXPECT_EQ(status(each.call, &ledger.li_qiang), each.handler) << each.call.path;
        EXPECT_EQ(status(each.call, &ledger.zhang_min), each.office) << each.call.path;
        if (const auto* route = router.find(each.call.method, each.call.path))
            tried.insert(std::string(http::name_of(each.call.method)) + std::string(route->path));
    }
    for (const auto& route : router.routes())
        EXPECT_TRUE(
            tried.contains(std::string(http::name_of(route.method)) + std::string(route.path)))
            << route.path << " was not tried";
}

}  // namespace
}  // namespace regulations
