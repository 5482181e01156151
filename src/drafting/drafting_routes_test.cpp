// Every endpoint in process, through the router: as nobody, as an administrator, as somebody of a
// unit, as the office.
#include <boost/json.hpp>
#include <set>

#include "drafting/drafting_routes.hpp"
#include "ledger/test_ledger.hpp"

namespace drafting {
namespace {

using http::Method;

struct Call {
    Method method;
    std::string path;
    std::string body;
};

class PlanRoutes : public ledger::testing::OneLedger {
  protected:
    http::Response send(const Call& call, const base::Actor* actor) {
        http::Request request;
        request.method = call.method;
        request.path = call.path.substr(0, call.path.find('?'));
        if (const auto at = call.path.find('?'); at != std::string::npos)
            request.query = {{"since", call.path.substr(at + 7)}};
        request.body = call.body;
        asking = actor;
        return router.dispatch(request);
    }
    static std::string text(const http::Response& response) {
        return std::get<std::string>(response.body);
    }
    std::string new_id() { return ledger.here.make_id<base::AccountId>().text(); }

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
    const std::string api = "/api/v1", programme = api + "/programmes/" + ledger.programme.text();
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
    const struct {
        Call call;
        int handler, office;
    } cases[]{
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
    };
    std::set<std::string> tried;
    for (const auto& one : cases) {
        EXPECT_EQ(send(one.call, nullptr).status, 401) << one.call.path;
        EXPECT_EQ(send(one.call, &administrator).status, 403) << one.call.path;
        const auto handler = send(one.call, &ledger.li_qiang);
        EXPECT_EQ(handler.status, one.handler) << one.call.path << text(handler);
        const auto office = send(one.call, &ledger.zhang_min);
        EXPECT_EQ(office.status, one.office) << one.call.path << text(office);
        const auto path = one.call.path.substr(0, one.call.path.find('?'));
        if (const auto* route = router.find(one.call.method, path))
            tried.insert(std::string(http::name_of(one.call.method)) + std::string(route->path));
    }
    for (const auto& route : router.routes())
        EXPECT_TRUE(
            tried.contains(std::string(http::name_of(route.method)) + std::string(route.path)))
            << route.path << " was not tried";
}

}  // namespace
}  // namespace drafting
