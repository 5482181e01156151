// Messages about checks against their golden files in contract/supervision, and every endpoint
// through the router as those who may and those who may not.
#include <boost/json.hpp>

#include "base/test_contract.hpp"
#include "supervision/check_json.hpp"
#include "supervision/supervision_routes.hpp"
#include "supervision/test_checks.hpp"

namespace supervision {
namespace {

using base::testing::golden_id;
using http::Method;
using testing::code_of;
using testing::day;
using testing::TestChecks;

const base::testing::Contract contract{"supervision"};

TEST(CheckMessages, are_read_as_the_contract_has_them) {
    const auto check = read_new_check(contract.golden("new_check"));
    ASSERT_EQ(code_of(check), "accepted");
    EXPECT_EQ(check->terms.kind, CheckKind::reverse_check);
    EXPECT_EQ(check->terms.begins_on, day("2024-07-01"));
    EXPECT_TRUE(check->terms.team[0].leads);
    EXPECT_FALSE(check->terms.team[1].person);
    EXPECT_EQ(check->terms.units[0].unit, golden_id<base::UnitId>("c2"));
    EXPECT_EQ(check->terms.items.size(), 2u);
    const auto asked = read_new_draw(contract.golden("new_draw"));
    ASSERT_EQ(code_of(asked), "accepted");
    EXPECT_EQ(asked->draw.filter.pool, Pool::struck_off);
    EXPECT_EQ(asked->draw.method, DrawMethod::weighted);
    EXPECT_EQ(asked->draw.size, 5);
    const auto filled = read_row_form(contract.golden("check_row_form"));
    ASSERT_EQ(code_of(filled), "accepted");
    EXPECT_EQ(filled->form.answers[0], (ItemAnswer{Answer::no, "制度没有印发"}));
    EXPECT_EQ(filled->form.result, CheckResult::paper);
    const auto decided = read_decision(contract.golden("check_decision"));
    ASSERT_EQ(code_of(decided), "accepted");
    EXPECT_EQ(decided->decision.kind, ConsequenceKind::task);
    EXPECT_EQ(decided->decision.due_on, day("2024-07-31"));
}

TEST(CheckMessages, name_the_field_that_is_wrong) {
    const auto check = read_new_check(
        R"({"id":"1","kind":"raid","begins_on":"2024-13-01","ends_on":"2024-07-01",
            "team":[{"name":""}]})");
    ASSERT_FALSE(check);
    std::string fields = check.error().field;
    for (const auto& one : check.error().also) fields += " " + one.field;
    EXPECT_EQ(fields, "id kind begins_on team[0].name");
    const auto draw = read_new_draw(R"({"version":1,"id":")" + golden_id<DrawId>("31").text() +
                                    R"(","pool":"all","method":"lucky","size":0})");
    ASSERT_FALSE(draw);
    fields = draw.error().field;
    for (const auto& one : draw.error().also) fields += " " + one.field;
    EXPECT_EQ(fields, "pool method size");
}

Check golden_check() {
    const auto wanted = read_new_check(contract.golden("new_check"));
    Check check;
    check.id = wanted->id;
    check.programme = golden_id<base::ProgrammeId>("01");
    check.programme_title = "财政局整改";
    check.terms = wanted->terms;
    check.terms.units[0].name = "采购科";
    check.state = CheckState::under_way;
    check.planned_by = "吴凯";
    check.version = 3;
    return check;
}

Draw golden_draw() {
    const auto asked = read_new_draw(contract.golden("new_draw"));
    Draw draw;
    draw.id = asked->draw.id;
    draw.check = golden_id<CheckId>("10");
    draw.number = 1;
    draw.filter = asked->draw.filter;
    draw.unit_name = "采购科";
    draw.method = DrawMethod::weighted;
    draw.size = 1;
    draw.seed = "5eed";
    draw.algorithm = "sha256";
    draw.pool_size = 2;
    draw.pool_list = "P2 1\nP7 6\n";
    draw.pool_digest = base::digest(base::Algorithm::sha256, draw.pool_list);
    draw.drawn_by = "吴凯";
    draw.drawn_at = base::Instant{1'719'735'300'000};
    return draw;
}

CheckedRow golden_row() {
    CheckedRow row;
    row.id = golden_id<CheckRowId>("41");
    row.position = 1;
    row.subject.kind = RowKind::problem;
    row.subject.id = golden_id<ledger::ProblemId>("e1").text();
    row.subject.number = 7;
    row.subject.text = "三公经费超支";
    row.subject.problem_status = ledger::ProblemStatus::struck_off;
    row.unit = golden_id<base::UnitId>("c2");
    row.unit_name = "采购科";
    row.draw = 1;
    row.weights = {Weight::overdue, Weight::without_evidence};
    row.form = read_row_form(contract.golden("check_row_form"))->form;
    row.filled_by = "吴凯";
    row.filled_at = base::Instant{1'719'738'900'000};
    const base::Instant at{1'719'742'500'000};
    row.consequences = {
        {golden_id<ConsequenceId>("51"), ConsequenceKind::task,
         golden_id<ledger::TaskId>("51").text(), 4, "逐笔核对退款并附银行回单", "张敏", at},
        {golden_id<ConsequenceId>("52"), ConsequenceKind::accountability,
         golden_id<AccountabilityId>("d1").text(), 3, "", "张敏", at}};
    row.version = 2;
    return row;
}

ShownFile golden_file() {
    ShownFile shown;
    auto& [file, stored] = shown.item;
    file.id = file.series = golden_id<evidence::EvidenceId>("71");
    file.name = "财务室.jpg";
    file.description = "退款台账封面";
    file.kind = evidence::EvidenceKind::photograph;
    file.digest = stored.digest = "5d41";
    file.by = "吴凯";
    file.at = base::Instant{1'719'738'900'000};
    stored.bytes = 204800;
    stored.type = evidence::FileType::jpeg;
    shown.elsewhere = {{"5d41", golden_id<evidence::EvidenceId>("72"), "measure",
                        golden_id<ledger::MeasureId>("61").text(), 12,
                        golden_id<base::ProgrammeId>("b1"), "财政局巡察整改"}};
    shown.again_at = {3};
    return shown;
}

TEST(CheckMessages, are_written_as_the_contract_has_them) {
    base::Actor office;
    office.acts = accounts::acts_of(accounts::Role::rectification_office);
    const ledger::Reader reader{office, day("2024-06-30")};
    CheckView view;
    view.check = golden_check();
    view.figures = {1, 1, 1, 0};
    view.rows = {golden_row()};
    view.draws = {{golden_draw(), false}};
    view.files[view.rows[0].id] = {golden_file()};
    contract.expect(to_json(view, reader), "check");
    contract.expect(to_json(DrawnAgain{golden_draw(), drawn_again(golden_draw()), true}, reader),
                    "drawn_again");
}

class CheckRoutes : public ledger::testing::OneLedger {
  protected:
    void SetUp() override { at.work(); }
    http::Response send(Method method, const std::string& path, const std::string& body,
                        const base::Actor* actor) {
        http::Request request;
        request.method = method;
        const auto query = path.find('?');
        request.path = path.substr(0, query);
        if (query != std::string::npos) {
            const auto equal = path.find('=');
            request.query = {{path.substr(query + 1, equal - query - 1), path.substr(equal + 1)}};
        }
        request.body = body;
        asking = actor;
        return router.dispatch(request);
    }
    boost::json::value expect(int status, Method method, const std::string& path,
                              const std::string& body, const base::Actor& actor) {
        const auto response = send(method, path, body, &actor);
        const auto text = std::get<std::string>(response.body);
        EXPECT_EQ(response.status, status) << path << ' ' << text;
        return boost::json::parse(text);
    }
    std::string terms(const std::string& head) {
        return "{" + head +
               R"(,"kind":"site_check","subject":"二季度督查","begins_on":"2024-07-01",
               "ends_on":"2024-07-02","items":[],"team":[{"name":"组长","person_id":")" +
               at.leader.person.text() + R"(","leads":true}],"units":[")" +
               ledger.procurement.text() + "\"]}";
    }
    std::string new_id() { return ledger.here.make_id<CheckId>().text(); }

    TestChecks at{ledger};
    const base::Actor* asking = nullptr;
    http::Router router{routes(needs),
                        [this](const http::Request&) -> base::Result<std::optional<base::Actor>> {
                            return asking ? std::optional(*asking) : std::nullopt;
                        }};
    const std::string api = "/api/v1", programme = api + "/programmes/" + ledger.programme.text();
};
ZHENGGAI_ON_BOTH_ENGINES(CheckRoutes);

TEST_P(CheckRoutes, lead_from_a_plan_to_its_conclusion) {
    const auto id = new_id(), check = api + "/checks/" + id;
    expect(201, Method::post, programme + "/checks", terms(R"("announced":true,"id":")" + id + '"'),
           at.leader);
    expect(200, Method::put, check, terms(R"("version":1)"), at.leader);
    expect(200, Method::put, check + "/announcement", R"({"version":1})", at.leader);
    expect(200, Method::put, check + "/beginning", R"({"version":1})", at.leader);
    const auto pool = expect(200, Method::get, check + "/pool?pool=both", "", at.leader);
    EXPECT_EQ(pool.at("size"), 3);
    const auto draw = new_id();
    const auto drawn =
        expect(200, Method::post, check + "/draws",
               R"({"version":2,"id":")" + draw + R"(","pool":"reported","method":"even","size":1})",
               at.leader);
    EXPECT_EQ(drawn.at("rows").as_array().size(), 1u);
    const auto again = expect(200, Method::get, api + "/check-draws/" + draw, "", at.leader);
    EXPECT_EQ(again.at("sound"), true);
    const auto added =
        expect(200, Method::post, check + "/rows",
               R"({"version":3,"id":")" + new_id() + R"(","kind":"problem","number":)" +
                   std::to_string(at.spending.problem.number) + R"(,"why":"群众来信反映"})",
               at.leader);
    const std::string answers = R"({"answer":"yes"})";
    for (const auto& row : added.at("rows").as_array())
        expect(200, Method::put,
               api + "/check-rows/" + std::string(row.at("id").as_string()) + "/form",
               R"({"version":1,"answers":[)" + answers + "," + answers + "," + answers + "," +
                   answers + "," + answers + R"(],"result":"genuine"})",
               at.leader);
    expect(200, Method::put, check + "/conclusion", R"({"version":4,"conclusion":"全部属实。"})",
           at.leader);
    const auto counts = expect(200, Method::get, programme + "/check-counts", "", at.leader);
    EXPECT_EQ(counts.at("rows").as_array()[0].at("rows"), 2);
    const auto list =
        expect(200, Method::get, programme + "/checks?state=concluded", "", ledger.li_qiang);
    EXPECT_EQ(list.at("total"), 1);
    EXPECT_TRUE(
        expect(200, Method::get, api + "/checks/own", "", at.leader).at("rows").as_array().empty());
}

TEST_P(CheckRoutes, are_closed_to_those_who_do_not_check) {
    const auto check = at.planned();
    const auto path = api + "/checks/" + check.id.text();
    const auto row = api + "/check-rows/" + new_id();
    for (const auto* end : {"/announcement", "/beginning", "/cancellation", "/conclusion"}) {
        expect(403, Method::put, path + end, R"({"version":1})", ledger.li_qiang);
        EXPECT_EQ(send(Method::put, path + end, "{}", nullptr).status, 401);
    }
    expect(403, Method::put, path, "{}", ledger.li_qiang);
    expect(403, Method::get, path + "/pool", "", ledger.li_qiang);
    expect(403, Method::post, path + "/draws", "{}", ledger.li_qiang);
    expect(403, Method::post, path + "/rows", "{}", ledger.li_qiang);
    expect(403, Method::put, row + "/form", "{}", ledger.li_qiang);
    expect(403, Method::post, row + "/consequences", "{}", ledger.li_qiang);
    expect(404, Method::get, path, "", ledger.li_qiang);
    expect(404, Method::post, row + "/consequences",
           R"({"version":1,"kind":"task","id":")" + new_id() + "\"}", at.leader);
    expect(422, Method::get, path + "/pool?pool=all", "", at.leader);
    expect(422, Method::get, programme + "/checks?state=late", "", at.leader);
}

}  // namespace
}  // namespace supervision
