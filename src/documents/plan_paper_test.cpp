// The plan as an official document: what stands in it, in which order, and that whatever its texts
// hold it is read back as the same ledger.
#include <gtest/gtest.h>

#include "documents/test_plan.hpp"
#include "plan/read_deadline.hpp"

namespace documents {
namespace {

using drafting::Part;
using ledger::DeadlineKind;
using ledger::HolderRole;
using testing::read_again;
using testing::told;

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}
Terms held_by(std::string_view unit, const ledger::Deadline& deadline = {}) {
    Terms terms;
    if (!unit.empty()) terms.holders = {{HolderRole::responsible_unit, std::string(unit), {}, {}}};
    terms.deadline = deadline;
    return terms;
}
PlanMeasure measure(std::string number, std::string text, const Terms& own = {},
                    std::vector<std::size_t> serves = {}) {
    return {"", {std::move(number), std::move(text)}, own, own, std::move(serves), ""};
}
/// Measures take over what their problem says.
PlanProblem problem(std::string number, std::string text, const Terms& terms,
                    std::vector<PlanMeasure> measures) {
    PlanProblem made;
    made.line = {std::move(number), std::move(text)};
    made.terms = terms;
    for (auto& one : measures) {
        if (one.own.holders.empty()) one.terms.holders = terms.holders;
        if (one.own.deadline.empty()) one.terms.deadline = terms.deadline;
        made.measures.push_back(std::move(one));
    }
    return made;
}

PlanSource source_of(PlanLedger ledger) {
    PlanSource source;
    source.title = "青云区财政局关于区委常规巡察反馈意见的整改方案";
    source.unit = "青云区财政局";
    source.day = day("2026-03-10");
    for (const auto part : drafting::parts)
        source.texts.push_back({part, std::string(drafting::usual_heading(part)), {}});
    source.texts[0].paragraphs = {"坚持问题导向，逐条整改。"};
    source.texts[1].paragraphs = {"（一）坚持立行立改。能改的马上改。"};
    source.texts[3].paragraphs = {"（一）动员准备阶段（2026年3月1日至2026年3月31日）"};
    source.texts[4].paragraphs = {"（一）加强组织领导。成立领导小组，下设办公室。"};
    source.ledger = std::move(ledger);
    return source;
}
PlanLedger plain() {
    return {{{"（一）", "关于党的建设方面的问题"},
             {problem("1.", "学习不深入",
                      held_by("机关党委", {DeadlineKind::date, "6月底前", day("2026-06-30")}),
                      {measure("①", "制定学习计划。"), measure("②", "每季度交流一次。")})}}};
}
std::string text_of(const office::Paper& paper) {
    std::string text;
    for (const auto& section : paper.sections)
        for (const auto& part : section.parts)
            if (const auto* line = std::get_if<office::Paragraph>(&part)) {
                for (const auto& run : line->runs) text += run.text;
                text += '\n';
            }
    return text;
}
std::vector<office::PaperTable> tables_of(const office::Paper& paper) {
    std::vector<office::PaperTable> tables;
    for (const auto& section : paper.sections)
        for (const auto& part : section.parts)
            if (const auto* table = std::get_if<office::PaperTable>(&part))
                tables.push_back(*table);
    return tables;
}

void expect_read_back(const PlanLedger& ledger) {
    EXPECT_EQ(told(read_again(plan_paper(source_of(ledger), {})).areas), told(ledger));
}

TEST(PlanPaper, SaysItsPartsInTheirOrder) {
    auto source = source_of(plain());
    source.number = "青财党〔2026〕3号";
    source.addressee = "机关各科室";
    bodies::Body group;
    group.terms.kind = bodies::BodyKind::leading_group;
    group.terms.name = "整改工作领导小组";
    group.terms.duties = "统一领导整改工作。";
    bodies::Member head;
    head.role = bodies::MemberRole::head;
    head.name = "周桂芳";
    head.post = "局长";
    group.terms.members = {head};
    source.bodies = {group};
    const auto paper = plan_paper(source, {});
    EXPECT_EQ(text_of(paper), office::in_title_lines(source.title) + R"(
机关各科室：
一、总体要求
坚持问题导向，逐条整改。
二、主要原则
（一）坚持立行立改。能改的马上改。
三、整改任务和措施
对照反馈意见，梳理出1个方面、1个问题，制定整改措施2条。
（一）关于党的建设方面的问题
1.学习不深入
整改措施：①制定学习计划。
②每季度交流一次。
（责任单位：机关党委；完成时限：6月底前）
四、时间安排
（一）动员准备阶段（2026年3月1日至2026年3月31日）
五、组织保障
（一）加强组织领导。成立领导小组，下设办公室。
附件：1.整改工作领导小组组成及职责
2.整改工作台账
青云区财政局
2026年3月10日
附件1
整改工作领导小组组成及职责
一、整改工作领导小组
组　长：周桂芳（局长）
职　责：统一领导整改工作。
附件2
整改工作台账
)");
    EXPECT_EQ(paper.head.number, "青财党〔2026〕3号");
    EXPECT_EQ(paper.sections[2].orientation, office::Orientation::landscape);
    EXPECT_TRUE(paper.sections.back().parts.empty()) << "版记 on an upright page";
    const auto table = tables_of(paper).at(0);
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_EQ(table.header_rows, 1u);
    EXPECT_EQ(table.rows[0].cells[1].text, "工作任务");
    EXPECT_EQ(table.rows[1].cells[1].rows, 2);
}

TEST(PlanPaper, ThatIsADraftSaysSoAndHasNoImprint) {
    const auto paper = plan_paper(source_of(plain()), {});
    EXPECT_EQ(paper.head.number, "（拟稿，未编号）");
    EXPECT_FALSE(paper.imprint);
    EXPECT_EQ(text_of(paper).find("整改工作领导小组组成"), std::string::npos)
        << "an annex about which nothing is known";
}

TEST(PlanPaper, HasItsTasksInTablesAndTheLedgerInFullWhereThatIsWanted) {
    auto ledger = plain();
    ledger[0].problems[0].goal = "学习制度健全";
    const auto source = source_of(ledger);
    const auto tables = tables_of(plan_paper(source, {TaskLayout::table, LedgerAnnex::full}));
    ASSERT_EQ(tables.size(), 2u);
    EXPECT_EQ(tables[0].rows[1].cells[2].text, "①制定学习计划。");
    std::vector<std::string> headings;
    for (const auto& cell : tables[1].rows[0].cells) headings.push_back(cell.text);
    EXPECT_EQ(headings,
              (std::vector<std::string>{"序号", "方面", "反馈问题", "整改目标", "整改措施",
                                        "责任\n单位", "完成时限", "整改\n类型", "工作进展"}))
        << "columns in which nothing stands are left out";
    EXPECT_TRUE(tables_of(plan_paper(source, {TaskLayout::text, LedgerAnnex::none})).empty());
    const auto read = read_again(plan_paper(source, {TaskLayout::table, LedgerAnnex::full}));
    EXPECT_EQ(told(read.areas), told(testing::as_in_tables(ledger)));
}

TEST(PlanPaper, IsReadBackWithEachKindOfDeadline) {
    const auto with = [](std::string text, DeadlineKind kind, const char* on = nullptr) {
        const Terms terms = held_by(
            "财务科", {kind, std::move(text), on == nullptr ? std::nullopt : base::parse_date(on)});
        return problem("1.", "报销不严", terms, {measure("", "完善报销制度。")});
    };
    PlanLedger ledger{{{"（一）", "关于资金监管方面的问题"}, {}}};
    ledger[0].problems = {
        with("2026年6月30日前", DeadlineKind::date, "2026-06-30"),
        with("6月底前", DeadlineKind::date, "2026-06-30"),
        with("X月X日前", DeadlineKind::date),
        with("XXX", DeadlineKind::unspecified),
        with("立行立改", DeadlineKind::immediate),
        with("长期坚持", DeadlineKind::long_term),
        with("每季度末", DeadlineKind::recurring),
        with("反馈后一个月内", DeadlineKind::relative),
        with("2026年6月底前见成效，2026年12月底前全部完成", DeadlineKind::staged, "2026-12-31"),
        problem("9.", "没有说明", {}, {measure("", "按要求整改。")})};
    int number = 0;
    for (auto& one : ledger[0].problems) one.line.number = std::to_string(++number) + ".";
    expect_read_back(ledger);
}

TEST(PlanPaper, NamesTheDayWhereTheWordingWouldMeanAnother) {
    const auto today = day("2026-03-10");
    const auto words = [&](std::string text, const char* on) {
        return words_of(ledger::Deadline{DeadlineKind::date, std::move(text), day(on)}, today);
    };
    EXPECT_EQ(words("6月底前", "2026-06-30"), "6月底前");
    EXPECT_EQ(words("6月底前", "2027-06-30"), "2027年6月30日前");
    EXPECT_EQ(words("2月底前", "2026-02-28"), "2026年2月28日前") << "before the day of the paper";
    EXPECT_EQ(words("", "2026-06-30"), "2026年6月30日前");
    EXPECT_EQ(words_of(ledger::Deadline{DeadlineKind::long_term, "", {}}, today), "长期坚持");
}

TEST(PlanLedgers, SayDeadlinesInCellsSoThatTheyAreReadBack) {
    const auto due = day("2026-05-09");
    for (const auto& [deadline, cell] : std::vector<std::pair<ledger::Deadline, std::string>>{
             {{DeadlineKind::immediate, "立行立改", {}}, "立行立改\n推算2026-05-09"},
             {{DeadlineKind::recurring, "每季度末", {}}, "每季度末\n推算2026-05-09"},
             {{DeadlineKind::relative, "反馈后一个月内", {}}, "反馈后一个月内\n推算2026-05-09"},
             {{DeadlineKind::long_term, "长期坚持", due}, "长期坚持\n定于2026-05-09"},
             {{DeadlineKind::date, "5月上旬", due}, "5月上旬\n定于2026-05-09"},
             {{DeadlineKind::immediate, "立行立改", day("2026-04-30")},
              "立行立改\n定于2026-04-30\n推算2026-05-09"},
             {ledger::by(due), "2026年5月9日前"}}) {
        EXPECT_EQ(plan::in_lines(deadline, due), cell);
        EXPECT_EQ(plan::deadline_of(cell, 2027), deadline) << cell;
        EXPECT_TRUE(plan::is_deadline_phrase(cell)) << cell;
    }
    EXPECT_EQ(
        plan::in_lines({DeadlineKind::date, "2027年3月底前", day("2027-03-31")}, day("2027-03-31")),
        "2027年3月底前");
    EXPECT_EQ(plan::in_lines({DeadlineKind::date, "", due}, due), "2026-05-09");
    EXPECT_EQ(plan::in_lines({DeadlineKind::immediate, "", {}}, due), "立行立改\n推算2026-05-09");
    EXPECT_EQ(plan::in_lines({}, {}), "");
    EXPECT_EQ(plan::deadline_of("第一阶段2026年6月底\n2026-12-31").kind, DeadlineKind::staged)
        << "two days of somebody else's table stay two";
}

TEST(PlanPaper, IsReadBackWithAllRolesAndWithWhatMeasuresSayThemselves) {
    Terms all;
    all.holders = {{HolderRole::lead_leader, "周启明", {}, {}},
                   {HolderRole::responsible_leader, "林晓", {}, {}},
                   {HolderRole::lead_unit, "办公室", {}, {}},
                   {HolderRole::responsible_unit, "预算科", {}, {}},
                   {HolderRole::responsible_unit, "国库科", {}, {}},
                   {HolderRole::cooperating_unit, "机关党委", {}, {}},
                   {HolderRole::handler, "陈刚", {}, {}}};
    all.deadline = ledger::by(day("2026-09-30"));
    const auto own = held_by("采购科", ledger::by(day("2026-05-31")));
    expect_read_back({{{"（一）", "关于资金监管方面的问题"},
                       {problem("1.", "预算执行慢", all,
                                {measure("①", "按月通报。"), measure("②", "约谈负责人。", own),
                                 measure("③", "修订制度。", own), measure("④", "开展自查。")}),
                        problem("2.", "采购不规范", {},
                                {measure("①", "公开结果。", own), measure("②", "公开计划。"),
                                 measure("③", "公开合同。", own)}),
                        problem("3.", "没有措施的问题", all, {})}}});
}

PlanProblem with_manifestations(std::vector<std::vector<std::size_t>> served) {
    auto made = problem("1.", "制度不落实", held_by("办公室"), {});
    made.manifestations = {
        {"一是", "会议记录不全。"}, {"二是", "程序不规范。"}, {"三是", "未邀请派驻纪检组。"}};
    for (std::size_t i = 0; i < served.size(); ++i) {
        auto one = measure("", "第" + std::to_string(i + 1) + "条措施。", {}, served[i]);
        one.terms = made.terms;
        made.measures.push_back(one);
    }
    return made;
}

TEST(PlanPaper, IsReadBackWithTheManifestationsThatMeasuresAnswer) {
    const PlanLine area{"（一）", "关于制度执行方面的问题"};
    for (const auto& served : std::vector<std::vector<std::vector<std::size_t>>>{{{0}, {1}, {2}},
                                                                                 {{0, 1}, {2}},
                                                                                 {{0}, {0}, {1, 2}},
                                                                                 {{}, {0}, {1, 2}},
                                                                                 {{}, {}},
                                                                                 {{0}, {1}}})
        expect_read_back({{area, {with_manifestations(served)}}});
}

TEST(PlanPaper, PrintsMeasuresBehindAllManifestationsWhereTheyAnswerAcross) {
    const auto across = with_manifestations({{0, 2}, {1}});
    ASSERT_EQ(blocks_of(across).size(), 1u);
    EXPECT_EQ(blocks_of(across)[0].manifestations.size(), 3u);
    EXPECT_EQ(blocks_of(across)[0].measures.size(), 2u);
    EXPECT_EQ(blocks_of(with_manifestations({{1}, {0}})).size(), 1u) << "not in their order";
}

// What people type. Each stands as problem, manifestation and measure, numbered and not.
const std::string hostile[]{"1.以序号开头的文字",
                            "①以圈码开头②中间又有圈码",
                            "（一）加括号的序号",
                            "一是像具体表现二是又一条",
                            "责任单位：财务科；完成时限：2026年6月底前",
                            "文中（责任单位：财务科；完成时限：长期坚持）在括号里",
                            "整改措施：文字里写着标签",
                            "附件1",
                            "三、组织保障",
                            "第一行\n第二行\n（二）第三行像标题",
                            "括号不配对（“前面有、后面没有",
                            "生僻字𠮷𡈽𪚥与表情😀",
                            "尾随标点；；",
                            "问题一：像问题标签",
                            "2026年6月30日",
                            "抄送：各科室",
                            "目录",
                            "<w:p>&amp;\"'</w:p>",
                            "　　前有空格",
                            "中共云岭区委",
                            std::string("控制\x01字\x0b符\x7f在中间"),
                            std::string(60'000, 'x'),
                            "无\u200c宽字符",
                            "序号"};

TEST(PlanPaper, IsReadBackWhateverItsTextsHold) {
    for (const auto& text : hostile) {
        for (const std::string number : {"", "7."}) {
            auto one = problem(number, text, held_by("财务科"),
                               {measure(number.empty() ? "" : "①", text), measure("②", text)});
            one.manifestations = {{"一是", text}, {"二是", text}};
            one.measures[1].serves = {1};
            one.measures[0].serves = {0};
            PlanLedger ledger{{{"（一）", "关于作风建设方面的问题"},
                               {one, problem("8.", "只有一个问题的后一个", {}, {})}},
                              {{"（二）", text}, {problem("9.", "又一个问题", {}, {})}}};
            expect_read_back(ledger);
        }
    }
}

TEST(PlanPaper, IsReadBackAlsoWhereItLostItsStyles) {
    auto ledger = plain();
    ledger.push_back(
        {{"（二）", "关于资金监管方面的问题"},
         {problem("2.", "报销不严的问题", held_by("财务科", ledger::by(day("2026-06-30"))),
                  {measure("①", "清退超标费用。"), measure("②", "完善报销制度。")}),
          problem("3.", "公车管理不到位", held_by("办公室"),
                  {measure("", "清查公车使用情况。")})}});
    const auto read = testing::read_as_text(plan_paper(source_of(ledger), {}));
    EXPECT_EQ(told(read.areas), told(ledger));
    EXPECT_EQ(read.kind, "plan");
    EXPECT_EQ(read.declared_measures, 5);
}

TEST(PlanPaper, OfNothingSaysThatTheLedgerIsEmpty) {
    const auto paper = plan_paper(source_of({}), {});
    EXPECT_NE(text_of(paper).find("（台账中尚无问题和措施）"), std::string::npos);
    EXPECT_TRUE(read_again(paper).areas.empty());
}

TEST(PlanLedgers, NumberWhatHasNoNumberAndPutProblemsWithoutAnAreaFirst) {
    reports::SheetSource rows;
    const auto add_problem = [&](const char* area, std::int64_t number) {
        auto& row = rows.problems.emplace_back();
        row.problem.id = ledger::ProblemId{base::Uuid{}};
        row.area.heading = area;
        row.problem.number = number;
        row.problem.text = "问题";
    };
    add_problem("党的建设方面", 4);
    base::SeededRandom random(1);
    rows.problems[0].area.id = ledger::AreaId::make({1}, random);
    add_problem("", 5);
    for (int i = 0; i < 2; ++i) rows.measures.emplace_back().measure.text = "措施";
    rows.problems[1].problem.id = ledger::ProblemId::make({1}, random);
    rows.measures[0].measure.problem = rows.measures[1].measure.problem =
        rows.problems[1].problem.id;
    const auto ledger = plan_ledger(rows, {});
    ASSERT_EQ(ledger.size(), 2u);
    EXPECT_EQ(ledger[0].problems[0].line.number, "5.");
    EXPECT_EQ(ledger[0].problems[0].measures[1].line.number, "②");
    EXPECT_EQ(ledger[1].line.number, "（一）");
}

TEST(PlanLedgers, OfAFrozenVersionTellWhatItSaidThen) {
    auto now = plain();
    now[0].problems[0].id = "p";
    now[0].problems[0].measures[0].id = "m";
    drafting::DocumentSection frozen;
    frozen.blocks = {
        {drafting::BlockKind::area, "（一）关于党的建设方面的问题", "", {}},
        {drafting::BlockKind::problem, "1.学习不深入\n整改目标：制度健全", "p", {}},
        {drafting::BlockKind::measure,
         "①制定学习计划。\n责任单位：组织科；责任单位：宣传科；完成时限：2026年5月底前",
         "m",
         {}},
        {drafting::BlockKind::problem, "（2）又一个\n一是表现", "q", {}},
        {drafting::BlockKind::measure, "改。", "n", {}}};
    const auto then = plan_ledger(frozen, now);
    EXPECT_EQ(told(then), R"(# （一）|关于党的建设方面的问题
## 1.|学习不深入
* ①|制定学习计划。 responsible_unit=组织科 responsible_unit=宣传科 by date “2026年5月底前” 2026-05-31
## （2）|又一个
- 一是|表现
* |改。
)");
    EXPECT_EQ(then[0].problems[0].goal, "制度健全");
    EXPECT_EQ(statement_of(then[0].problems[0].terms, day("2026-03-10")),
              "（责任单位：组织科、宣传科；完成时限：2026年5月底前）");
}

TEST(PlanLedgers, OfAFrozenVersionNumberAsTheLedgerDoes) {
    auto now = plain();
    auto& one = now[0].problems[0];
    one.id = "p";
    one.manifestations = {{"一是", "没有计划"}, {"二是", "没有检查"}};  // numbered by the paper
    one.measures = {measure("", "补上计划", {}, {0}), measure("（7）", "补上检查", {}, {1})};
    one.measures[0].id = "m";
    one.measures[0].unnumbered = true;
    one.measures[1].id = "n";
    drafting::DocumentSection frozen;
    frozen.blocks = {{drafting::BlockKind::problem, "1.学习不深入\n没有计划\n没有检查", "p", {}},
                     {drafting::BlockKind::measure, "（1）补上计划", "m", {}},
                     {drafting::BlockKind::measure, "（7）补上检查", "n", {}}};
    EXPECT_EQ(told(plan_ledger(frozen, now)), R"(# |
## 1.|学习不深入
- 一是|没有计划
- 二是|没有检查
* 一是 |补上计划
* 二是 （7）|补上检查
)");
}

TEST(SubPlanPaper, TellsTheGoalsTheRowsOfTheUnitAndTheSteps) {
    SubPlanSource source;
    source.programme_title = "财政局巡察整改";
    source.plan.unit_name = "机关党委";
    source.plan.goals = "三个月内健全制度。";
    source.plan.text = "第一步，摸底。\n第二步，整改。";
    source.plan.submitted_at = base::Instant{1'773'100'000'000};
    source.ledger = plain();
    const auto text = text_of(sub_plan_paper(source));
    for (const auto* said :
         {"一、整改目标\n三个月内健全制度。", "（一）关于党的建设方面的问题\n1.学习不深入",
          "三、具体步骤和时间安排\n第一步，摸底。", "机关党委\n2026年3月10日"})
        EXPECT_NE(text.find(said), std::string::npos) << said << '\n' << text;
}

}  // namespace
}  // namespace documents
