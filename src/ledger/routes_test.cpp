// Every endpoint in process, through the router: first as nobody, then as a handler of a unit and
// as a reviewer of the office; then one work cycle over HTTP as the pages send it.
#include <boost/json.hpp>
#include <set>

#include "ledger/ledger_routes.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using http::Method;
using testing::TestLedger;

struct Call {
    Method method;
    std::string path;  // with its query
    std::string body;
};

class LedgerRoutes : public testing::OneLedger {
  protected:
    /// Nobody when `actor` is nullptr.
    http::Response send(const Call& call, const base::Actor* actor) {
        http::Request request;
        request.method = call.method;
        const auto question = std::min(call.path.find('?'), call.path.size());
        request.path = call.path.substr(0, question);
        for (auto rest = call.path.substr(std::min(question + 1, call.path.size()));
             !rest.empty();) {
            const auto pair = rest.substr(0, rest.find('&'));
            rest.erase(0, std::min(pair.size() + 1, rest.size()));
            request.query.emplace_back(pair.substr(0, pair.find('=')),
                                       pair.substr(pair.find('=') + 1));
        }
        request.body = call.body;
        asking = actor;
        return router.dispatch(request);
    }
    boost::json::object expect(int status, const Call& call, const base::Actor& actor) {
        const auto response = send(call, &actor);
        EXPECT_EQ(response.status, status) << call.path << ' ' << text(response);
        const auto value = boost::json::parse(text(response));
        return value.is_object() ? value.as_object() : boost::json::object{};
    }
    static std::string text(const http::Response& response) {
        return std::get<std::string>(response.body);
    }
    static std::string member(const boost::json::object& object, const char* name) {
        return std::string(object.at(name).as_string());
    }
    std::string new_id() { return ledger.here.make_id<MeasureId>().text(); }

    const base::Actor* asking = nullptr;
    http::Router router{routes(ledger.needs),
                        [this](const http::Request&) -> base::Result<std::optional<base::Actor>> {
                            return asking ? std::optional(*asking) : std::nullopt;
                        }};
    base::Actor administrator = [this] {
        auto actor = ledger.office("管理员");
        actor.acts = accounts::acts_of(accounts::Role::system_admin);
        return actor;
    }();
};
ZHENGGAI_ON_BOTH_ENGINES(LedgerRoutes);

TEST_P(LedgerRoutes, open_to_those_who_may_and_to_nobody_else) {
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto measure_row = ledger.add(row, "修订采购制度");
    const std::string api = "/api/v1", programme = api + "/programmes/" + ledger.programme.text(),
                      problem = api + "/problems/" + row.problem.id.text(),
                      measure = api + "/measures/" + measure_row.measure.id.text();
    const std::string stale = R"({"version":9})",
                      ruling = R"({"version":9,"reason":"佐证材料不全"})",
                      unit = api + "/units/" + ledger.procurement.text(),
                      post = api + "/posts/" + ledger.procurement.text(),
                      handover = api + "/handovers/" + ledger.procurement.text(),
                      notice = api + "/notices/" + ledger.procurement.text(),
                      task = api + "/tasks/" + ledger.procurement.text(),
                      phase = api + "/phases/" + ledger.procurement.text(),
                      extension = api + "/extensions/" + ledger.procurement.text(),
                      batch = api + "/batches/" + ledger.procurement.text(),
                      binned = api + "/bin/" + ledger.procurement.text(),
                      merger = R"({"version":9,"into":")" + ledger.budget.text() + R"("})";
    // What each may do is decided at the door; behind it these messages are refused by form or
    // version, so that nothing changes.
    const struct {
        Call call;
        int nobody, administrator, handler, office;
    } cases[]{
        {{Method::get, api + "/programmes", ""}, 401, 403, 200, 200},
        {{Method::get, api + "/programme-titles", ""}, 401, 200, 403, 403},
        {{Method::post, api + "/programmes", "{}"}, 401, 403, 403, 422},
        {{Method::get, programme, ""}, 401, 403, 200, 200},
        {{Method::patch, programme, stale}, 401, 403, 403, 409},
        {{Method::get, programme + "/areas", ""}, 401, 403, 200, 200},
        {{Method::get, programme + "/changes", ""}, 401, 403, 200, 200},
        {{Method::get, programme + "/quality", ""}, 401, 403, 200, 200},
        {{Method::get, programme + "/coverage", ""}, 401, 403, 200, 200},
        {{Method::post, programme + "/batches/preview", "{}"}, 401, 403, 403, 422},
        {{Method::post, programme + "/batches/preview?view=problems",
          R"({"rows":null,"change":{"holders":[{"role":"handlers","way":"replace"}]}})"},
         401,
         403,
         403,
         200},
        {{Method::post, programme + "/batches", "{}"}, 401, 403, 403, 422},
        {{Method::get, programme + "/batches", ""}, 401, 403, 200, 200},
        {{Method::get, batch, ""}, 401, 403, 404, 404},
        {{Method::post, batch + "/undoing", "{}"}, 401, 403, 403, 422},
        {{Method::get, problem + "/removal", ""}, 401, 403, 403, 200},
        {{Method::post, problem + "/removal", ruling}, 401, 403, 403, 409},
        {{Method::get, measure + "/removal", ""}, 401, 403, 403, 200},
        {{Method::post, measure + "/removal", ruling}, 401, 403, 403, 409},
        {{Method::get, programme + "/bin", ""}, 401, 403, 200, 200},
        {{Method::post, binned + "/restoring", "{}"}, 401, 403, 403, 404},
        {{Method::post, programme + "/problems", "{}"}, 401, 403, 403, 422},
        {{Method::get, api + "/ledger", ""}, 401, 403, 200, 200},
        {{Method::get, api + "/ledger?view=problems", ""}, 401, 403, 200, 200},
        {{Method::get, api + "/ledger/groups", ""}, 401, 403, 200, 200},
        {{Method::get, api + "/ledger/groups?by=area", ""}, 401, 403, 422, 422},
        {{Method::get, api + "/waiting", ""}, 401, 200, 200, 200},
        {{Method::put, post + "/end", "{}"}, 401, 422, 403, 422},
        {{Method::get, api + "/handovers", ""}, 401, 403, 200, 200},
        {{Method::get, measure + "/extensions", ""}, 401, 403, 200, 200},
        {{Method::post, measure + "/extensions", "{}"}, 401, 403, 422, 422},
        {{Method::get, problem + "/extensions", ""}, 401, 403, 200, 200},
        {{Method::post, problem + "/extensions", "{}"}, 401, 403, 422, 422},
        {{Method::get, api + "/extensions", ""}, 401, 403, 200, 200},
        {{Method::put, extension + "/ruling", "{}"}, 401, 403, 403, 422},
        {{Method::del, extension + "?version=9", ""}, 401, 403, 404, 404},
        {{Method::get, programme + "/ladder", ""}, 401, 403, 200, 200},
        {{Method::put, programme + "/ladder", "{}"}, 401, 403, 403, 422},
        {{Method::get, programme + "/notice-counts", ""}, 401, 403, 200, 200},
        {{Method::get, api + "/notices", ""}, 401, 403, 200, 200},
        {{Method::get, api + "/notices/waiting", ""}, 401, 403, 200, 200},
        {{Method::post, api + "/notices", "{}"}, 401, 403, 403, 422},
        {{Method::post, programme + "/at-once-notices", "{}"}, 401, 403, 403, 422},
        {{Method::get, notice, ""}, 401, 403, 404, 404},
        {{Method::patch, notice, stale}, 401, 403, 403, 404},
        {{Method::put, notice + "/issue", stale}, 401, 403, 403, 404},
        {{Method::put, notice + "/dismissal", stale}, 401, 403, 403, 404},
        {{Method::put, notice + "/receipt", stale}, 401, 403, 404, 404},
        {{Method::put, notice + "/answer", stale}, 401, 403, 404, 404},
        {{Method::put, notice + "/return", stale}, 401, 403, 403, 404},
        {{Method::put, notice + "/closing", stale}, 401, 403, 403, 404},
        {{Method::post, programme + "/tasks", "{}"}, 401, 403, 403, 422},
        {{Method::get, programme + "/phases", ""}, 401, 403, 200, 200},
        {{Method::post, programme + "/phases", "{}"}, 401, 403, 403, 422},
        {{Method::post, api + "/programmes/x/phases/usual", ""}, 401, 403, 403, 404},
        {{Method::get, api + "/phases/current", ""}, 401, 403, 200, 200},
        {{Method::patch, phase, stale}, 401, 403, 403, 404},
        {{Method::del, phase + "?version=9", ""}, 401, 403, 403, 404},
        {{Method::post, phase + "/milestones", "{}"}, 401, 403, 403, 422},
        {{Method::get, api + "/tasks", ""}, 401, 403, 200, 200},
        {{Method::get, api + "/tasks?waiting=lunch", ""}, 401, 403, 422, 422},
        {{Method::get, api + "/tasks/waiting", ""}, 401, 200, 200, 200},
        {{Method::get, task, ""}, 401, 403, 404, 404},
        {{Method::get, task + "/history", ""}, 401, 403, 404, 404},
        {{Method::patch, task, stale}, 401, 403, 403, 422},
        {{Method::put, task + "/report", stale}, 401, 403, 404, 404},
        {{Method::put, task + "/confirmation", stale}, 401, 403, 403, 404},
        {{Method::put, task + "/return", stale}, 401, 403, 403, 404},
        {{Method::put, task + "/dropping", stale}, 401, 403, 403, 404},
        {{Method::get, handover, ""}, 401, 403, 404, 404},
        {{Method::patch, handover, "{}"}, 401, 403, 422, 422},
        {{Method::del, handover + "?version=9", ""}, 401, 403, 403, 404},
        {{Method::get, handover + "/items", ""}, 401, 403, 404, 404},
        {{Method::put, handover + "/items/1", "{}"}, 401, 403, 422, 422},
        {{Method::put, handover + "/list", stale}, 401, 403, 404, 404},
        {{Method::put, handover + "/taker", "{}"}, 401, 403, 403, 422},
        {{Method::put, handover + "/signatures/giver", "{}"}, 401, 403, 422, 422},
        {{Method::get, problem, ""}, 401, 403, 200, 200},
        {{Method::get, problem + "/history", ""}, 401, 403, 200, 200},
        {{Method::patch, problem, stale}, 401, 403, 403, 409},
        {{Method::put, problem + "/guards", R"({"version":9,"guards":[]})"}, 401, 403, 403, 409},
        {{Method::put, problem + "/claim", stale}, 401, 403, 409, 409},
        {{Method::put, problem + "/application", "{}"}, 401, 403, 422, 422},
        {{Method::del, problem + "/application?version=9", ""}, 401, 403, 409, 409},
        {{Method::put, problem + "/strike-off", stale}, 401, 403, 403, 409},
        {{Method::put, problem + "/return", ruling}, 401, 403, 403, 409},
        {{Method::put, problem + "/review/taken", stale}, 401, 403, 403, 409},
        {{Method::put, problem + "/review/released", stale}, 401, 403, 403, 409},
        {{Method::get, problem + "/review/signers", ""}, 401, 403, 403, 409},
        {{Method::post, problem + "/review/signers", "{}"}, 401, 403, 403, 422},
        {{Method::get, programme + "/slips", ""}, 401, 403, 200, 200},
        {{Method::get, programme + "/views", ""}, 401, 403, 200, 200},
        {{Method::put, programme + "/views", "{}"}, 401, 403, 403, 422},
        {{Method::del, programme + "/views/" + new_id(), ""}, 401, 403, 403, 200},
        {{Method::post, problem + "/successor", "{}"}, 401, 403, 403, 422},
        {{Method::post, problem + "/measures", "{}"}, 401, 403, 403, 422},
        {{Method::get, measure, ""}, 401, 403, 200, 200},
        {{Method::get, measure + "/history", ""}, 401, 403, 200, 200},
        {{Method::patch, measure, stale}, 401, 403, 403, 409},
        {{Method::put, measure + "/links", stale}, 401, 403, 403, 409},
        {{Method::post, measure + "/entries", "{}"}, 401, 403, 422, 422},
        {{Method::put, measure + "/submission", stale}, 401, 403, 409, 409},
        {{Method::del, measure + "/submission?version=9", ""}, 401, 403, 409, 409},
        {{Method::put, measure + "/acceptance", R"({"version":9,"outcome":"done"})"},
         401,
         403,
         403,
         409},
        {{Method::put, measure + "/return", ruling}, 401, 403, 403, 409},
        {{Method::get, unit, ""}, 401, 200, 403, 200},
        {{Method::put, unit + "/parent", stale}, 401, 409, 403, 409},
        {{Method::put, unit + "/successor", merger}, 401, 409, 403, 409},
        {{Method::put, unit + "/closure", stale}, 401, 409, 403, 409},
    };
    std::set<std::string> tried;
    for (const auto& one : cases) {
        EXPECT_EQ(send(one.call, nullptr).status, one.nobody) << one.call.path;
        EXPECT_EQ(send(one.call, &administrator).status, one.administrator) << one.call.path;
        EXPECT_EQ(send(one.call, &ledger.li_qiang).status, one.handler) << one.call.path;
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
    EXPECT_EQ(ledger.problem(row.problem.id), row.problem);
}

TEST_P(LedgerRoutes, show_strangers_nothing) {
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto measure = ledger.add(row, "修订采购制度").measure.id.text();
    const auto problem = row.problem.id.text();
    const std::string version = R"({"version":1})";
    const std::pair<Call, const char*> calls[]{
        {{Method::get, "/api/v1/programmes/" + ledger.programme.text(), ""}, "programme_not_found"},
        {{Method::get, "/api/v1/problems/" + problem, ""}, "problem_not_found"},
        {{Method::get, "/api/v1/problems/" + problem + "/history", ""}, "problem_not_found"},
        {{Method::put, "/api/v1/problems/" + problem + "/claim", version}, "problem_not_found"},
        {{Method::get, "/api/v1/measures/" + measure, ""}, "measure_not_found"},
        {{Method::get, "/api/v1/measures/" + measure + "/history", ""}, "measure_not_found"},
        {{Method::put, "/api/v1/measures/" + measure + "/submission", version},
         "measure_not_found"},
        {{Method::get, "/api/v1/measures/7", ""}, "measure_not_found"},
        {{Method::get, "/api/v1/problems/7", ""}, "problem_not_found"},
        {{Method::get, "/api/v1/programmes/7", ""}, "programme_not_found"},
    };
    for (const auto& [call, code] : calls)
        EXPECT_EQ(member(expect(404, call, ledger.zhao_li), "code"), code) << call.path;
    EXPECT_EQ(expect(200, {Method::get, "/api/v1/ledger", ""}, ledger.zhao_li).at("total"), 0);
    EXPECT_EQ(expect(200, {Method::get, "/api/v1/programmes", ""}, ledger.zhao_li).at("total"), 0);
}

TEST_P(LedgerRoutes, lead_one_problem_from_the_plan_to_the_slip) {
    const auto programme = new_id(), problem = new_id(), measure = new_id();
    const auto opened = expect(
        201,
        {Method::post, "/api/v1/programmes",
         R"({"id":")" + programme + R"(","title":"财政局整改","inspected_unit_id":")" +
             ledger.finance.text() +
             R"(","inspection_name":"常规巡察","inspection_kind":"regular","inspecting_body":"二组",
             "round_name":"第四轮","feedback_on":"2024-05-13","concentrated_end_on":null})"},
        ledger.zhang_min);
    EXPECT_EQ(member(opened, "title"), "财政局整改");
    const auto added =
        expect(201,
               {Method::post, "/api/v1/programmes/" + programme + "/problems",
                R"({"id":")" + problem + R"(","area_heading":"党的建设","text":"采购管理不规范",
            "deadline":{"kind":"date","text":"","date":"2024-07-31"},
            "responsibility":{"responsible_units":[{"name":"采购科","id":")" +
                    ledger.procurement.text() + R"("}]}})"},
               ledger.zhang_min);
    EXPECT_EQ(member(added, "status"), "unclaimed");
    EXPECT_EQ(added.at("number"), 1);
    const std::string of_problem = "/api/v1/problems/" + problem,
                      of_measure = "/api/v1/measures/" + measure;
    const auto new_measure = expect(201,
                                    {Method::post, of_problem + "/measures",
                                     R"({"id":")" + measure + R"(","text":"修订制度"})"},
                                    ledger.zhang_min);
    EXPECT_EQ(member(new_measure, "due_on"), "2024-07-31");

    const auto& handler = ledger.li_qiang;
    const auto as = [&](const base::Actor& who, Method method, const std::string& path,
                        const std::string& body) {
        return member(expect(200, {method, path, body}, who), "status");
    };
    EXPECT_EQ(as(handler, Method::put, of_problem + "/claim", R"({"version":1})"), "under_way");
    EXPECT_EQ(as(handler, Method::post, of_measure + "/entries",
                 R"({"id":")" + new_id() + R"(","text":"已印发","percent":100,"results":[
                    {"kind":"regulations","quantity":1,"unit":"项"}]})"),
              "under_way");
    EXPECT_EQ(as(handler, Method::put, of_measure + "/submission", R"({"version":2})"),
              "awaiting_review");
    EXPECT_EQ(as(handler, Method::del, of_measure + "/submission?version=3", ""), "under_way");
    EXPECT_EQ(as(handler, Method::put, of_measure + "/submission", R"({"version":4})"),
              "awaiting_review");
    EXPECT_EQ(as(ledger.zhang_min, Method::put, of_measure + "/acceptance",
                 R"({"version":5,"outcome":"done","opinion":"同意"})"),
              "done");
    const std::string application = R"(,"summary":"已落实","similar_check":"已排查",
        "problem_solved":true,"responsibility_pursued":"not_needed","responsibility_note":"历史遗留",
        "measures_carried_out":true,"lead_leader":{"name":"陈立新","on":"2024-06-28"},
        "principal":{"name":"周桂芳","on":"2024-06-29"}})";
    EXPECT_EQ(
        as(handler, Method::put, of_problem + "/application", R"({"version":2)" + application),
        "awaiting_review");
    EXPECT_EQ(as(handler, Method::del, of_problem + "/application?version=3", ""), "under_way");
    EXPECT_EQ(
        as(handler, Method::put, of_problem + "/application", R"({"version":4)" + application),
        "awaiting_review");
    EXPECT_EQ(as(ledger.zhang_min, Method::put, of_problem + "/return",
                 R"({"version":5,"reason":"佐证材料不全","requirement":"补充会议纪要"})"),
              "sent_back");
    EXPECT_EQ(
        as(handler, Method::put, of_problem + "/application", R"({"version":6)" + application),
        "awaiting_review");
    const auto closed = expect(
        200, {Method::put, of_problem + "/strike-off", R"({"version":7,"opinion":"同意销号"})"},
        ledger.zhang_min);
    EXPECT_EQ(member(closed, "status"), "struck_off");
    EXPECT_EQ(closed.at("strike_off").at("slip_number"), 1);
    EXPECT_EQ(closed.at("strike_off").at("applied_by"), "采购科李强");
    EXPECT_EQ(closed.at("refusals").as_array().size(), 1u);
    EXPECT_EQ(closed.at("steps").as_array().size(), 8u);
    const auto successor = new_id();
    const auto next =
        expect(201,
               {Method::post, of_problem + "/successor",
                R"({"id":")" + successor + R"(","reason":"回头看发现反弹","text":"又不规范"})"},
               ledger.zhang_min);
    EXPECT_EQ(next.at("predecessor").at("number"), 1);
    const auto seen = expect(200, {Method::get, "/api/v1/programmes/" + programme, ""}, handler);
    EXPECT_EQ(seen.at("counts").at("struck_off"), 1);
    EXPECT_EQ(seen.at("counts").at("problems"), 2);
    ledger.expect_sound_journal();
}

TEST_P(LedgerRoutes, say_in_their_answers_what_was_wrong) {
    const auto row = ledger.add("采购管理不规范");
    const auto id = row.problem.id.text();
    const auto measure = ledger.add(row, "修订制度").measure.id.text();
    ledger.claim(row.problem.id, ledger.zhou_guifang);
    const struct {
        Call call;
        int status;
        std::string code, field;
    } cases[]{
        {{Method::get, "/api/v1/ledger?status=lost", ""}, 422, "unknown_name", "status"},
        {{Method::get, "/api/v1/ledger?unit=" + new_id(), ""}, 404, "unit_unknown", "unit"},
        {{Method::get, "/api/v1/programmes?page=0", ""}, 422, "number_out_of_range", "page"},
        {{Method::put, "/api/v1/problems/" + id + "/claim", R"({"version":1})"},
         409,
         "somebody_else_changed_it",
         "version"},
        {{Method::put, "/api/v1/problems/" + id + "/claim", R"({"version":2})"},
         409,
         "problem_is_claimed_already",
         ""},
        {{Method::del, "/api/v1/problems/" + id + "/application", ""}, 422, "missing", "version"},
        {{Method::del, "/api/v1/measures/" + measure + "/submission?version=x", ""},
         422,
         "expected_integer",
         "version"},
        {{Method::put, "/api/v1/problems/" + id + "/strike-off", R"({"version":2})"},
         409,
         "problem_is_not_awaiting_review",
         ""},
        {{Method::patch, "/api/v1/measures/" + measure, "not json"}, 422, "not_json", ""},
        {{Method::put, "/api/v1/measures/" + measure, "{}"}, 405, "method_not_allowed", ""},
    };
    for (const auto& one : cases) {
        const auto answer = expect(one.status, one.call, ledger.zhang_min);
        EXPECT_EQ(member(answer, "code"), one.code) << one.call.path;
        EXPECT_EQ(member(answer, "field"), one.field) << one.call.path;
    }
    const auto stale =
        expect(409, {Method::put, "/api/v1/problems/" + id + "/claim", R"({"version":1})"},
               ledger.zhang_min);
    EXPECT_EQ(stale.at("args").at("version"), "2");
}

TEST_P(LedgerRoutes, offer_each_reader_their_own_acts) {
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger.add(row, "修订制度");
    const auto offered = [&](const base::Actor& who, const std::string& view) {
        const auto page = expect(200, {Method::get, "/api/v1/ledger?view=" + view, ""}, who);
        std::string acts;
        for (const auto& act : page.at("rows").at(0).at("may").as_array())
            acts += std::string(act.as_string()) + " ";
        return acts;
    };
    EXPECT_EQ(offered(ledger.zhang_min, "problems"), "edit claim ");
    EXPECT_EQ(offered(ledger.li_qiang, "problems"), "claim ");
    EXPECT_EQ(offered(ledger.zhang_min, "measures"), "edit ");
    EXPECT_EQ(offered(ledger.li_qiang, "measures"), "");
    ledger.claim(row.problem.id, ledger.li_qiang);
    EXPECT_EQ(offered(ledger.li_qiang, "measures"), "report ");
}

}  // namespace
}  // namespace ledger
