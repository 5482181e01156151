// Test support: one ledger behind the endpoints of a module, called in process through the router
// and without a socket.
#pragma once

#include <boost/json.hpp>
#include <set>

#include "base/utf8.hpp"
#include "http/http.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger::testing {

struct Call {
    http::Method method;
    std::string path;  // with its query
    std::string body;

    [[nodiscard]] std::string bare_path() const { return path.substr(0, path.find('?')); }
};

/// What a call comes to: for a handler of a unit, for the office, for nobody and for an
/// administrator.
struct AnsweredCall {
    Call call;
    int handler, office;
    int nobody = 401, administrator = 403;
};

/// Made with what makes the routes of a TestLedger.
class RoutesOfLedger : public OneLedger {
  protected:
    template <class RoutesOf>
    explicit RoutesOfLedger(RoutesOf routes_of)
        : router(routes_of(ledger),
                 [this](const http::Request&) -> base::Result<std::optional<base::Actor>> {
                     return asking ? std::optional(*asking) : std::nullopt;
                 }) {}

    /// Nobody when `actor` is nullptr.
    http::Response send(const Call& call, const base::Actor* actor) {
        http::Request request;
        request.method = call.method;
        request.path = call.bare_path();
        std::string_view rest = call.path;
        for (base::cut(rest, '?'); !rest.empty();) {
            auto pair = base::cut(rest, '&');
            const auto name = base::cut(pair, '=');
            request.query.emplace_back(name, pair);
        }
        request.body = call.body;
        asking = actor;
        return router.dispatch(request);
    }
    static std::string text(const http::Response& response) {
        return std::get<std::string>(response.body);
    }
    boost::json::object expect(int status, const Call& call, const base::Actor& actor) {
        const auto response = send(call, &actor);
        EXPECT_EQ(response.status, status) << call.path << ' ' << text(response);
        return boost::json::parse(text(response)).as_object();
    }
    /// Tries each call as everybody it tells of; there must be one for every route.
    void expect_answers(const std::vector<AnsweredCall>& calls) {
        std::set<std::string> tried;
        for (const auto& one : calls) {
            EXPECT_EQ(send(one.call, nullptr).status, one.nobody) << one.call.path;
            EXPECT_EQ(send(one.call, &administrator).status, one.administrator) << one.call.path;
            const auto handler = send(one.call, &ledger.li_qiang);
            EXPECT_EQ(handler.status, one.handler) << one.call.path << ' ' << text(handler);
            const auto office = send(one.call, &ledger.zhang_min);
            EXPECT_EQ(office.status, one.office) << one.call.path << ' ' << text(office);
            if (const auto* route = router.find(one.call.method, one.call.bare_path()))
                tried.insert(named(*route));
        }
        for (const auto& route : router.routes())
            EXPECT_TRUE(tried.contains(named(route))) << route.path << " was not tried";
    }
    std::string new_id() { return ledger.here.make_id<base::AccountId>().text(); }

    const base::Actor* asking = nullptr;
    http::Router router;
    base::Actor administrator = [this] {
        auto actor = ledger.office("管理员");
        actor.acts = accounts::acts_of(accounts::Role::system_admin);
        return actor;
    }();
    const std::string api = "/api/v1", programme = api + "/programmes/" + ledger.programme.text();

  private:
    static std::string named(const http::Route& route) {
        return std::string(http::name_of(route.method)) + std::string(route.path);
    }
};

}  // namespace ledger::testing
