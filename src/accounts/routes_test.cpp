// Endpoints in process, through the router and without a socket: first as nobody, then as each
// role.
#include <gtest/gtest.h>

#include "accounts/accounts_routes.hpp"
#include "accounts/test_installation.hpp"
#include "base/json_reader.hpp"
#include "db/test_database.hpp"

namespace accounts {
namespace {

using http::Method;

struct Call {
    Method method;
    std::string path;
    std::string body;
};

class AccountRoutes : public db::testing::OnBothEngines {
  protected:
    using Header = std::pair<std::string, std::string>;
    http::Response send(const Call& call, const OpenedSession* session = nullptr,
                        const std::vector<Header>& more = {}) {
        http::Request request;
        request.method = call.method;
        request.path = call.path.substr(0, call.path.find('?'));
        if (call.path.find("?q=") != std::string::npos)
            request.query = {{"q", call.path.substr(call.path.find("?q=") + 3)}};
        request.body = call.body;
        request.headers = more;
        request.headers.emplace_back("host", "zg.example");
        if (session != nullptr) {
            request.headers.emplace_back("cookie", "a=b; zhenggai_session=" + session->token);
            request.headers.emplace_back("x-csrf-token", session->who.session.csrf);
        }
        return router.dispatch(request);
    }
    static std::string text(const http::Response& response) {
        return std::get<std::string>(response.body);
    }
    static std::string header(const http::Response& response, std::string_view name) {
        for (const auto& [key, value] : response.headers)
            if (key == name) return value;
        return {};
    }
    static std::string member(const http::Response& response, std::string_view name) {
        return std::string(boost::json::parse(text(response)).at(name).as_string());
    }
    // The session a browser would now have.
    static OpenedSession opened(const http::Response& response) {
        OpenedSession session;
        const auto cookie = header(response, "Set-Cookie");
        session.token =
            cookie.substr(cookie.find('=') + 1, cookie.find(';') - cookie.find('=') - 1);
        session.who.session.csrf = member(response, "csrf");
        return session;
    }

    testing::TestInstallation here{database()};
    http::Router router{routes(here.needs), authenticator(here.needs)};
};
// The stores are tested on both engines; what is asked here does not depend on one.
INSTANTIATE_TEST_SUITE_P(Engines, AccountRoutes, ::testing::Values(db::Engine::sqlite),
                         [](const auto& test) { return db::testing::name_of(test.param); });

TEST_P(AccountRoutes, OpenToTheRolesThatMayAndToNobodyElse) {
    const auto county = here.unit("青云县");
    const auto admin = here.working_session(here.account("zhoumin", Role::system_admin));
    const auto office = here.working_session(here.account("lihong", Role::rectification_office));
    const auto bureau =
        here.working_session(here.account("wangqiang", Role::responsible_unit, county));
    const std::string id = here.make_id<base::AccountId>().text();
    const struct {
        Call call;
        int nobody, administrator, office, unit;
    } cases[]{
        {{Method::get, "/api/v1/session", ""}, 401, 200, 200, 200},
        {{Method::get, "/api/v1/accounts", ""}, 401, 200, 403, 403},
        {{Method::post, "/api/v1/accounts", "{}"}, 401, 422, 403, 403},
        {{Method::put, "/api/v1/accounts/" + id + "/password", "{}"}, 401, 404, 403, 403},
        {{Method::put, "/api/v1/accounts/7/password", "{}"}, 401, 404, 403, 403},
        {{Method::put, "/api/v1/accounts/" + id + "/disabled", R"({"version":1,"disabled":true})"},
         401,
         404,
         403,
         403},
        {{Method::get, "/api/v1/units", ""}, 401, 200, 200, 200},
        {{Method::post, "/api/v1/units", "{}"}, 401, 422, 422, 403},
        {{Method::patch, "/api/v1/units/" + county.text(), "{}"}, 401, 422, 422, 403},
        {{Method::del, "/api/v1/units/" + county.text() + "/closure", ""}, 401, 409, 409, 403},
        {{Method::get, "/api/v1/persons", ""}, 401, 200, 200, 200},
        {{Method::get, "/api/v1/preferences/columns", ""}, 401, 404, 404, 404},
        {{Method::put, "/api/v1/preferences/columns", R"({"value":[1]})"}, 401, 200, 200, 200},
        {{Method::get, "/api/v1/session/factor", ""}, 401, 200, 200, 200},
        {{Method::post, "/api/v1/session/factor", "{}"}, 401, 422, 422, 422},
        {{Method::put, "/api/v1/session/factor", R"({"code":"1"})"}, 401, 409, 409, 409},
        {{Method::post, "/api/v1/session/factor/removal", "{}"}, 401, 422, 422, 422},
        {{Method::post, "/api/v1/session/code", R"({"code":"1"})"}, 401, 200, 200, 200},
        {{Method::get, "/api/v1/sessions", ""}, 401, 200, 200, 200},
        {{Method::del, "/api/v1/sessions/unknown", ""}, 401, 204, 204, 204},
        {{Method::del, "/api/v1/sessions", ""}, 401, 204, 204, 204},
        {{Method::del, "/api/v1/accounts/" + id + "/factor", ""}, 401, 404, 403, 403},
        {{Method::put, "/api/v1/session/password", R"({"old":"x","new":"y"})"}, 401, 422, 422, 422},
        {{Method::del, "/api/v1/session", ""}, 401, 204, 204, 204},
    };
    for (const auto& row : cases) {
        EXPECT_EQ(send(row.call).status, row.nobody) << row.call.path;
        EXPECT_EQ(send(row.call, &admin).status, row.administrator) << row.call.path;
        EXPECT_EQ(send(row.call, &office).status, row.office) << row.call.path;
        EXPECT_EQ(send(row.call, &bureau).status, row.unit) << row.call.path;
    }
}

TEST_P(AccountRoutes, SignInAndOutWithACookieThatScriptsCannotRead) {
    const auto office = here.account("lihong", Role::rectification_office);
    const auto wrong =
        send({Method::post, "/api/v1/session", R"({"account":"lihong","password":"x"})"});
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(member(wrong, "code"), "name_or_password_wrong");
    const auto in =
        send({Method::post, "/api/v1/session",
              R"({"account":"lihong","password":")" + *office.initial_password + "\"}"});
    ASSERT_EQ(in.status, 200) << text(in);
    auto session = opened(in);
    EXPECT_EQ(header(in, "Set-Cookie"),
              "zhenggai_session=" + session.token + "; Path=/; HttpOnly; SameSite=Strict");
    EXPECT_EQ(send({Method::get, "/api/v1/units", ""}, &session).status, 403);

    const auto changed =
        send({Method::put, "/api/v1/session/password",
              R"({"old":")" + *office.initial_password + R"(","new":"Qing-yun-1"})"},
             &session);
    ASSERT_EQ(changed.status, 200) << text(changed);
    session = opened(changed);
    EXPECT_EQ(send({Method::get, "/api/v1/units", ""}, &session).status, 200);

    const auto out = send({Method::del, "/api/v1/session", ""}, &session);
    EXPECT_EQ(out.status, 204);
    EXPECT_EQ(header(out, "Set-Cookie"),
              "zhenggai_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    const auto gone = send({Method::get, "/api/v1/session", ""}, &session);
    EXPECT_EQ(gone.status, 401);
    EXPECT_EQ(member(gone, "code"), "sign_in_first");
}

TEST_P(AccountRoutes, SendTheCookieUnderTlsOnlyWhenThereIsTls) {
    here.sessions.secure_cookie = true;
    const auto office = here.account("lihong", Role::rectification_office);
    const auto in =
        send({Method::post, "/api/v1/session",
              R"({"account":"lihong","password":")" + *office.initial_password + "\"}"});
    EXPECT_TRUE(header(in, "Set-Cookie").ends_with("; Secure"));
}

TEST_P(AccountRoutes, RefuseAChangeWithoutTheCsrfToken) {
    auto session = here.working_session(here.account("lihong", Role::rectification_office));
    session.who.session.csrf = "guessed";
    const auto refused = send({Method::put, "/api/v1/preferences/a", R"({"value":1})"}, &session);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(member(refused, "code"), "csrf_token_wrong");
    EXPECT_EQ(send({Method::get, "/api/v1/session", ""}, &session).status, 200);
}

TEST_P(AccountRoutes, RefuseAChangeThatAnotherSiteStarted) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    const Call change{Method::put, "/api/v1/preferences/a", R"({"value":1})"};
    const Call sign_in{Method::post, "/api/v1/session", R"({"account":"lihong","password":"x"})"};
    for (const auto& header :
         {Header{"origin", "https://evil.example"}, Header{"sec-fetch-site", "cross-site"}}) {
        for (const auto* call : {&change, &sign_in}) {
            const auto refused = send(*call, &session, {header});
            EXPECT_EQ(refused.status, 403);
            EXPECT_EQ(member(refused, "code"), "request_from_another_site");
        }
    }
    EXPECT_EQ(send(change, &session, {{"origin", "https://zg.example"}}).status, 200);
}

TEST_P(AccountRoutes, OpenAccountsThatCanSignIn) {
    const auto admin = here.working_session(here.account("zhoumin", Role::system_admin));
    const auto unit_id = here.make_id<base::UnitId>().text(),
               id = here.make_id<base::AccountId>().text();
    const auto unit = send({Method::post, "/api/v1/units",
                            R"({"id":")" + unit_id +
                                R"(","name":"青云县财政局","kind":"department","parent_id":null})"},
                           &admin);
    ASSERT_EQ(unit.status, 201) << text(unit);
    EXPECT_EQ(member(unit, "path"), "/1/");
    const auto account =
        send({Method::post, "/api/v1/accounts",
              R"({"id":")" + id + R"(","name":"wangqiang","person_name":"王强","unit_id":")" +
                  unit_id + R"(","role":"responsible_unit"})"},
             &admin);
    ASSERT_EQ(account.status, 201) << text(account);
    EXPECT_TRUE(here.sign_in_as("wangqiang", member(account, "initial_password")));
    const auto reset = send({Method::put, "/api/v1/accounts/" + id + "/password", "{}"}, &admin);
    ASSERT_EQ(reset.status, 200);
    EXPECT_TRUE(here.sign_in_as("wangqiang", member(reset, "initial_password")));
    const auto disabled = send(
        {Method::put, "/api/v1/accounts/" + id + "/disabled", R"({"version":2,"disabled":true})"},
        &admin);
    EXPECT_EQ(disabled.status, 200) << text(disabled);
    EXPECT_NE(text(send({Method::get, "/api/v1/accounts", ""}, &admin)).find("\"total\":2"),
              std::string::npos);
    EXPECT_NE(text(send({Method::get, "/api/v1/persons?q=王", ""}, &admin)).find("王强"),
              std::string::npos);
}

TEST_P(AccountRoutes, SearchUnitsWithinTheSubtreeOfTheAccount) {
    const auto county = here.unit("青云县");
    const auto bureau = here.unit("财政局", county);
    here.unit("审计局", county);
    const auto session =
        here.working_session(here.account("wangqiang", Role::responsible_unit, bureau));
    EXPECT_NE(text(send({Method::get, "/api/v1/units?q=局", ""}, &session)).find("财政局"),
              std::string::npos);
    EXPECT_EQ(text(send({Method::get, "/api/v1/units?q=局", ""}, &session)).find("审计局"),
              std::string::npos);
    EXPECT_EQ(text(send({Method::get, "/api/v1/units?q=审计", ""}, &session)), R"({"rows":[]})");
}

TEST_P(AccountRoutes, GiveBackPreferences) {
    const auto session = here.working_session(here.account("lihong", Role::rectification_office));
    EXPECT_EQ(send({Method::put, "/api/v1/preferences/columns", R"({"value":["a", 1]})"}, &session)
                  .status,
              200);
    EXPECT_EQ(text(send({Method::get, "/api/v1/preferences/columns", ""}, &session)),
              R"({"value":["a",1]})");
    EXPECT_EQ(send({Method::put, "/api/v1/preferences/Columns", R"({"value":1})"}, &session).status,
              422);
    const auto large = R"({"value":")" + std::string(9'000, 'x') + "\"}";
    EXPECT_EQ(send({Method::put, "/api/v1/preferences/columns", large}, &session).status, 413);
}

}  // namespace
}  // namespace accounts
