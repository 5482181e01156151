// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office.
#include <gtest/gtest.h>

#include <set>

#include "bodies/bodies_routes.hpp"
#include "ledger/test_ledger.hpp"

namespace bodies {
namespace {

using http::Method;
using ledger::testing::TestLedger;

class BodiesRoutes : public ledger::testing::OneLedger {
  protected:
    struct Call {
        Method method;
        std::string path, body;
        std::vector<std::pair<std::string, std::string>> query = {};
    };
    http::Response send(const Call& call, const base::Actor* actor) {
        http::Request request;
        request.method = call.method;
        request.path = call.path;
        request.query = call.query;
        request.body = call.body;
        asking = actor;
        return router.dispatch(request);
    }
    int status(const Call& call, const base::Actor* actor) { return send(call, actor).status; }

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
    const std::string bodies = "/api/v1/programmes/" + ledger.programme.text() + "/bodies";
};
ZHENGGAI_ON_BOTH_ENGINES(BodiesRoutes);

TEST_P(BodiesRoutes, open_to_those_who_may_and_to_nobody_else) {
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto measure = ledger.add(row, "修订采购制度");
    const auto id = ledger.here.make_id<BodyId>().text();
    ASSERT_EQ(status({Method::post, bodies,
                      R"({"id":")" + id + R"(","kind":"other","name":"工作专班","members":[]})"},
                     &ledger.zhang_min),
              201);
    const auto one = "/api/v1/bodies/" + id;
    const struct {
        Call call;
        int nobody, administrator, handler, office;
    } cases[]{
        {{Method::get, bodies, ""}, 401, 403, 200, 200},
        {{Method::get, bodies, "", {{"on", "30.6."}}}, 401, 403, 422, 422},
        {{Method::post, bodies, "{}"}, 401, 403, 403, 422},
        {{Method::get, bodies + "/proposals", ""}, 401, 403, 403, 200},
        {{Method::put, bodies + "/proposals", "{}"}, 401, 403, 403, 200},
        {{Method::patch, one, "{}"}, 401, 403, 403, 422},
        {{Method::del, one, "", {{"version", "9"}}}, 401, 403, 403, 409},
        {{Method::del, one, "", {{"version", "1"}}}, 401, 403, 403, 204},
        {{Method::get, "/api/v1/problems/" + row.problem.id.text() + "/tiers", ""},
         401,
         403,
         200,
         200},
        {{Method::get, "/api/v1/measures/" + measure.measure.id.text() + "/tiers", ""},
         401,
         403,
         200,
         200},
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
}  // namespace bodies
