// Every endpoint in process, through the router, and the messages as contract/ has them.
#include "statements/statements_routes.hpp"

#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "documents/test_papers.hpp"
#include "ledger/test_routes.hpp"
#include "statements/criticism_json.hpp"
#include "statements/statement_json.hpp"
#include "statements/test_statements.hpp"

namespace statements {
namespace {

using base::testing::golden_id;
using http::Method;
using ledger::testing::TestLedger;

documents::Needs paper_needs(const ledger::Needs& needs) {
    documents::Needs all{{needs}};
    return all;
}

/// Nobody here takes part in a meeting: doors are tried, and what is behind them is not told.
class StatementsRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    StatementsRoutes()
        : RoutesOfLedger([](const TestLedger& one) { return routes(paper_needs(one.needs)); }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(StatementsRoutes);

TEST_P(StatementsRoutes, open_to_those_who_may_and_to_nobody_else) {
    const auto meeting = api + "/life-meetings/" + new_id(),
               statement = api + "/life-statements/" + new_id(),
               criticism = api + "/life-criticisms/" + new_id();
    const auto id = new_id();
    const auto with_id = R"({"id":")" + id + R"(",)";
    const std::string form = "?form=docx";
    expect_answers({
        {{Method::get, meeting + "/statements", ""}, 404, 404},
        {{Method::post, meeting + "/statements", with_id + R"("kind":"team"})"}, 404, 404},
        {{Method::get, meeting + "/typical-cases", ""}, 404, 404},
        {{Method::put, meeting + "/statements-asked", "{}"}, 403, 422},
        {{Method::get, api + "/life-statements/waiting", ""}, 200, 200},
        {{Method::get, statement, ""}, 404, 404},
        {{Method::put, statement + "/sections/1", R"({"revision":1,"text":""})"}, 404, 404},
        {{Method::get, statement + "/sections/1/wordings", ""}, 404, 404},
        {{Method::post, statement + "/steps", R"({"version":1,"act":"write"})"}, 422, 422},
        {{Method::post, statement + "/remarks", with_id + R"("position":1,"words":"好"})"},
         404,
         404},
        {{Method::put, statement + "/answers", with_id + R"("adopted":true})"}, 404, 404},
        {{Method::put, statement + "/hints", R"({"position":1,"kind":"praise"})"}, 404, 404},
        {{Method::post, statement + "/copies", ""}, 404, 404},
        {{Method::get, meeting + "/criticisms", ""}, 404, 404},
        {{Method::post, meeting + "/criticisms", with_id + R"("about_id":")" + id + R"("})"},
         404,
         404},
        {{Method::post, api + "/criticism-hints", R"({"problem":"希望更好。"})"}, 200, 200},
        {{Method::put, criticism, R"({"version":1,"about_id":")" + id + R"("})"}, 404, 404},
        {{Method::del, criticism, ""}, 404, 404},
        {{Method::get, meeting + "/statement-papers/team", ""}, 404, 404},
        {{Method::get, meeting + "/statement-papers/team/file" + form, ""}, 404, 404},
        {{Method::get, meeting + "/statement-reviews/team", ""}, 404, 404},
        {{Method::get, meeting + "/statement-reviews/team/file" + form, ""}, 404, 404},
        {{Method::get, meeting + "/statement-compilation", ""}, 404, 404},
        {{Method::get, meeting + "/statement-compilation/file" + form, ""}, 404, 404},
        {{Method::get, meeting + "/criticism-sheet", ""}, 404, 404},
        {{Method::get, meeting + "/criticism-sheet/file" + form, ""}, 404, 404},
    });
}

// ---- The messages
// --------------------------------------------------------------------------------

const base::testing::Contract contract{"statements"};
const base::Instant written{1'719'700'000'000};

Opened opened() {
    Opened one;
    one.meeting.id = golden_id<LifeMeetingId>("10");
    one.meeting.programme = golden_id<ledger::ProgrammeId>("11");
    one.meeting.terms.title = "巡察整改专题民主生活会";
    one.meeting.terms.held_on = *base::parse_date("2024-07-22");
    one.meeting.state = life_meetings::LifeState::approved;
    life_meetings::Participant principal, member;
    principal.id = golden_id<ParticipantId>("12");
    principal.part = life_meetings::Part::principal;
    principal.name = "韩征";
    principal.title = "党组书记、局长";
    member.id = golden_id<ParticipantId>("13");
    member.name = "林晓";
    member.title = "党组成员、副局长";
    one.meeting.participants = {principal, member};
    one.standing.own = member.id;
    one.standing.part = life_meetings::Part::member;
    return one;
}
base::Actor reader_actor() {
    base::Actor actor;
    actor.acts = {base::Act::read_ledger, base::Act::read_names};
    return actor;
}
Statement statement() {
    Statement one;
    one.id = golden_id<StatementId>("14");
    one.meeting = golden_id<LifeMeetingId>("10");
    one.participant = golden_id<ParticipantId>("13");
    one.state = StatementState::returned;
    one.handed_in_at = written;
    one.version = 3;
    return one;
}

TEST(StatementsContract, writes_messages_as_the_pages_read_them) {
    const auto actor = reader_actor();
    const Reader reader{actor, *base::parse_date("2024-06-30")};
    StatementList list;
    list.opened = opened();
    list.rows = {{statement(), Sight::all, 1, {StatementAct::write, StatementAct::hand_in}}};
    list.may_begin = {StatementKind::team};
    contract.expect(to_json(list, reader), "list");

    StatementView view;
    view.opened = opened();
    view.statement = statement();
    view.relation.author = true;
    view.sight = Sight::all;
    view.sections = {
        {1, Part::problem, "政治建设", 2, 1, std::nullopt, "希望更好。", written, "林晓"}};
    view.hints = {{1, {"text", HintKind::nothing_concrete, "", ""}},
                  {0, {"", HintKind::aspect_missing, "", "duty"}}};
    view.dismissed = {kept_as(1, view.hints[0].hint)};
    view.remarks = {{golden_id<RemarkId>("15"),
                     1,
                     "希望",
                     "写问题",
                     written,
                     {},
                     "韩征",
                     "reviewer",
                     true,
                     "已改",
                     written},
                    {golden_id<RemarkId>("16"),
                     1,
                     "",
                     "补充事例",
                     written,
                     {},
                     "韩征",
                     "reviewer",
                     std::nullopt,
                     "",
                     std::nullopt}};
    view.steps = {{1, StatementAct::hand_in, "", written, "林晓"},
                  {2, StatementAct::send_back, "请写具体", written, "韩征"}};
    contract.expect(to_json(view, reader), "statement");

    CopyReport report{
        {{1, "政治建设", "statement", "", text::Degree::high, 97, false, {{"学习抓得不紧", ""}}}},
        1};
    contract.expect(to_json(report, reader), "copies");

    CriticismList criticisms;
    criticisms.opened = opened();
    criticisms.own = {{golden_id<CriticismId>("17"),
                       golden_id<LifeMeetingId>("10"),
                       golden_id<ParticipantId>("13"),
                       golden_id<ParticipantId>("12"),
                       {"二季度开会11次。", "会议多，下去检查落实不够。", "少开会。"},
                       written,
                       1}};
    criticisms.tallies = {{golden_id<ParticipantId>("13"), golden_id<ParticipantId>("12"), 1}};
    criticisms.may_write = true;
    contract.expect(to_json(criticisms, reader), "criticisms");
    contract.expect(to_json(hints_of({"", "希望今后进步。", ""}), reader), "hints");

    contract.expect(
        to_json(std::vector<TypicalCase>{{3, "采购管理不规范", "典型案例剖析会",
                                          *base::parse_date("2024-07-10"), "根子在制度执行不严"}},
                reader),
        "cases");

    WaitingStatements waiting{
        {{WaitingFor::revise, golden_id<LifeMeetingId>("10"), golden_id<ledger::ProgrammeId>("11"),
          "巡察整改专题民主生活会", "林晓", golden_id<StatementId>("14"), 0,
          base::parse_date("2024-07-17")}}};
    contract.expect(to_json(waiting, reader), "waiting");
}

TEST(StatementsContract, reads_what_the_pages_send_and_names_what_is_wrong) {
    const auto step = read_step(contract.golden("step"));
    ASSERT_TRUE(step);
    EXPECT_EQ(step->act, StatementAct::send_back);
    const auto asked = read_asked(contract.golden("asked"));
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->aspects, (std::vector<Aspect>{Aspect::self, Aspect::thought}));
    EXPECT_EQ(asked->declared, std::vector<Declared>{Declared::family});
    const auto criticism = read_new_criticism(contract.golden("new-criticism"));
    ASSERT_TRUE(criticism);
    EXPECT_EQ(criticism->text.problem, "脾气急躁，民主作风不够。");
    const auto bad = read_asked(R"({"version":0,"aspects":["soul"],"causes":"luck"})");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, "unknown_name");
    EXPECT_EQ(bad.error().field, "aspects");
    EXPECT_EQ(bad.error().also.size(), 1u);
    EXPECT_EQ(read_step(R"({"version":1,"act":"write"})").error().code, "unknown_name");
    EXPECT_EQ(read_section("[]").error().code, "expected_object");
}

}  // namespace
}  // namespace statements
