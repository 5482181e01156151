#include "plan/intake.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <string>

#include "plan/plan_json.hpp"

namespace plan {
namespace {

office::Document document_of(std::string_view text) {
    office::Document document;
    document.format = "docx";
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (end > at) {
            office::Block block;
            block.text = text.substr(at, end - at);
            block.number = document.blocks.size() + 1;
            document.blocks.push_back(std::move(block));
        }
        at = end + 1;
    }
    return document;
}

PlanDocument read(std::string_view text) {
    return read_plan(document_of(text));
}

std::size_t warned(const PlanDocument& document, std::string_view code) {
    return static_cast<std::size_t>(
        std::count_if(document.warnings.begin(), document.warnings.end(),
                      [&](const ReadWarning& warning) { return warning.code == code; }));
}

constexpr std::string_view small_plan =
    "示例局巡察整改方案\n一、总体要求\n认真整改。\n二、整改任务\n（一）党的建设方面\n1."
    "学习不深入。\n"
    "整改措施：①制定计划。②组织研讨。（责任单位：办公室；完成时限：2024年6月底前）\n三、组织保障\n"
    "（一）加强领导。\n";

TEST(Intake, ReadsNothingOutOfNothing) {
    for (const auto* text : {"", "\n", "，。；", "整改措施：", "（一）", "一、", "关于问题", "1.",
                             "责任单位：", "（责任单位：", "附件1"}) {
        const auto found = read(text);
        EXPECT_EQ(counts(found).measures, 0u) << text;
        EXPECT_FALSE(to_json(found).empty());
    }
    EXPECT_TRUE(read_plan({}).areas.empty());
}

TEST(Intake, TellsByWhenAPlanOfAMeetingBinds) {
    const auto found = read(
        "示例局巡察整改专题民主生活会实施方案\n"
        "2024年3月1日至4月20日，县委第一巡察组对我局进行了巡察。根据第7号通知，制定本方案。\n"
        "一、会议时间\n拟定于2024年6月28日（星期五）上午召开，会期1天。\n"
        "二、会前准备\n（一）开展学习研讨（6月3日-5日）。集中学习不少于2天。\n"
        "（二）广泛征求意见。提前5个工作日发出意见表，xx月上旬收齐。\n"
        "三、会后工作\n会后15日内报送情况报告；整改清单于召开后10天报组织部。\n");
    ASSERT_EQ(found.meeting_plans.size(), 1u);
    std::vector<std::pair<std::string, std::string>> said;
    for (const auto& one : found.meeting_plans[0].deadlines)
        said.emplace_back(one.what, one.due_text);
    const std::vector<std::pair<std::string, std::string>> wanted{
        {"会议时间", "2024年6月28日"},     {"开展学习研讨", "6月3日-5日"},
        {"广泛征求意见", "提前5个工作日"}, {"广泛征求意见", "xx月上旬"},
        {"会后工作", "会后15日内"},        {"会后工作", "召开后10天"}};
    EXPECT_EQ(said, wanted);
}

TEST(Intake, TellsWhereEachRowStands) {
    const auto found = read(small_plan);
    ASSERT_EQ(found.areas.size(), 1u);
    const auto& problem = found.areas[0].problems.at(0);
    EXPECT_EQ(found.areas[0].source.first, 5u);
    EXPECT_EQ(problem.source, (Source{6, 7}));
    EXPECT_EQ(problem.measures.at(1).source, (Source{7, 7}));
    EXPECT_EQ(problem.number, "1.");
    EXPECT_EQ(problem.measures[1].number, "②");
    EXPECT_EQ(counts(found), (Counts{1, 1, 0, 2}));
}

TEST(Intake, PrintsTheShapeOfTheContract) {
    const auto json = boost::json::parse(to_json(read(small_plan))).as_object();
    for (const auto* key : {"kind", "title", "declared", "areas", "phases", "mechanisms", "bodies",
                            "meeting_plans", "warnings"})
        EXPECT_TRUE(json.contains(key)) << key;
    const auto& problem =
        json.at("areas").as_array()[0].as_object().at("problems").as_array()[0].as_object();
    EXPECT_EQ(problem.at("deadline").as_object().at("date").as_string(), "2024-06-30");
    EXPECT_EQ(problem.at("responsibility").as_object().at("responsible_units").as_array().size(),
              1u);
    EXPECT_TRUE(json.at("declared").as_object().at("areas").is_null());
    const auto& measure = problem.at("measures").as_array()[0].as_object();
    EXPECT_FALSE(measure.contains("status"));  // only where the document states one
    EXPECT_TRUE(measure.contains("source"));
}

TEST(Warnings, NameGapsRepetitionsAndTotals) {
    const auto found = read(
        "示例局巡察整改方案\n根据反馈意见，梳理出2个方面9个问题，制定整改措施5条。\n二、整改任务\n"
        "（一）党的建设方面\n1.学习不深入。\n整改措施：加强学习。\n"
        "3.管理不严格。\n整改措施：加强管理。\n3.作风不扎实。\n整改措施：改进作风。\n");
    EXPECT_EQ(found.declared_areas, 2);
    EXPECT_EQ(found.declared_problems, 9);
    EXPECT_EQ(found.declared_measures, 5);
    EXPECT_EQ(warned(found, "number_missing"), 1u);
    EXPECT_EQ(warned(found, "number_repeated"), 1u);
    EXPECT_EQ(warned(found, "total_differs"), 3u);
    EXPECT_EQ(warned(found, "no_responsibility"), 3u);
    EXPECT_EQ(warned(found, "no_deadline"), 3u);
}

TEST(Warnings, NameWhatIsNotFilledInOrDoesNotClose) {
    const auto found = read(
        "仅供学习，禁止外传\n示例局巡察整改方案\n市委第二巡察组反馈意见已收悉，逐项明确责任领导和整"
        "改时限。\n抓好省委巡视组反馈意见整改。\n二、整改任务\n（一）党的建设方面\n"
        "1."
        "学习不深入。\n整改措施：落实“第一议题制度。（责任领导：张三丰；责任单位：办公室；完成时限"
        "：长期坚持）\n"
        "2.管理不严格。\n整改措施：加强管理。（责任领导：XX；责任单位：X；完成时限：X月X日前）\n3."
        "作风不扎实。\n整改措施：开展作风整顿，切实解决群众反映的\n");
    for (const auto* code :
         {"advertising", "placeholder", "unbalanced", "long_term_without_stage", "personal_name",
          "cut_off", "inspecting_body_differs", "claims_all_fixed"})
        EXPECT_GE(warned(found, code), 1u) << code;
    for (const auto& warning : found.warnings) EXPECT_FALSE(warning.message.empty());
    EXPECT_FALSE(found.areas.at(0).problems.at(1).deadline.date);
    EXPECT_EQ(found.areas[0].problems[1].deadline.kind, ledger::DeadlineKind::date);
}

TEST(Tables, SayInOneColumnWhoAnswersInWhichRole) {
    office::Document document;
    document.format = "docx";
    const auto add = [&](std::initializer_list<const char*> cells) {
        office::Block row;
        row.kind = office::Block::Kind::table_row;
        row.table = 0;
        row.number = document.blocks.size() + 1;
        for (const auto* text : cells)
            row.cells.push_back({text, static_cast<int>(row.cells.size())});
        document.blocks.push_back(std::move(row));
    };
    add({"序号", "工作任务", "整改措施", "时间节点", "工作进展", "相关责任"});
    add({"1", "学习不深入", "制定学习计划", "2024年6月底前", "",
         "牵头领导：周启明\n责任单位：办公室、人事科"});
    add({"2", "报销不严", "清退费用", "立行立改", "", "财务科"});
    const auto found = read_plan(document);
    ASSERT_EQ(found.areas.size(), 1u);
    const auto names = [&](std::size_t problem) {
        std::string all;
        for (const auto& one : found.areas[0].problems.at(problem).responsibility)
            all += std::string(ledger::name_of(one.role)) + "=" + one.name + " ";
        return all;
    };
    EXPECT_EQ(names(0), "lead_leader=周启明 responsible_unit=办公室 responsible_unit=人事科 ");
    EXPECT_EQ(names(1), "responsible_unit=财务科 ");
}

TEST(Warnings, NameAReportThatClaimsMoreThanItTells) {
    const auto found = read(
        "示例局巡察整改情况报告\n反馈问题已全部整改到位。\n二、反馈问题整改落实情况\n（一）党的建设"
        "方面\n1.学习不深入。\n整改情况：持续推进。开展学习5次。\n");
    EXPECT_EQ(warned(found, "claims_all_done"), 1u);
    EXPECT_EQ(warned(found, "no_deadline"), 0u);
}

TEST(Background, IsReadAsPhasesMechanismsAndBodies) {
    const auto found = read(
        "示例局巡察整改方案\n三、整改时间安排\n（一）动员部署阶段（5月9日—5月12日）。召开动员会；制"
        "定方案。\n（二）集中整改阶段（5月13日—7月31日）\n1.逐项整改。\n2.每周调度。\n"
        "四、组织保障\n（一）成立机构。成立由局长白某任组长，副局长黄某任副组长，各科室负责人为成员"
        "的巡察整改工作领导小组。\n（二）建立机制。一是碰头会制度。每周召开一次碰头会。二是联席会议"
        "制度。每月召开一次。\n"
        "附件1\n示例局整改督导组\n组  长：黄某\n成  员：甲某、乙某\n职  责：负责督导。\n");
    EXPECT_TRUE(found.areas.empty());
    ASSERT_EQ(found.phases.size(), 2u);
    EXPECT_EQ(found.phases[0].start_text, "5月9日");
    EXPECT_EQ(found.phases[0].tasks.size(), 2u);
    EXPECT_EQ(found.phases[1].tasks.at(1).number, "2.");
    ASSERT_EQ(found.mechanisms.size(), 2u);
    EXPECT_EQ(found.mechanisms[0].name, "碰头会");
    EXPECT_EQ(found.mechanisms[0].period, "weekly");
    ASSERT_EQ(found.bodies.size(), 2u);
    EXPECT_EQ(found.bodies[0].name, "巡察整改工作领导小组");
    EXPECT_EQ(found.bodies[1].members.at(1).names.size(), 2u);
    EXPECT_EQ(found.bodies[1].duties, "负责督导。");
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string out;
    out.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
}

#ifdef __OPTIMIZE__
constexpr std::size_t repeats = 150'000, rows = 100'000;
#else
constexpr std::size_t repeats = 15'000, rows = 10'000;  // the same scans, a tenth of the time
#endif

/// Ends, and in a time that a quadratic scan could not keep.
void ends_soon(const office::Document& document) {
    const auto start = std::chrono::steady_clock::now();
    const auto found = read_plan(document);
    EXPECT_FALSE(to_json(found).empty());
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(Robustness, AParagraphOfTenMegabytesIsReadInOneGo) {
    const std::string_view head = "示例局整改方案\n二、整改任务\n1.关于问题\n整改措施：";
    ends_soon(document_of(std::string(head) +
                          repeated("一是不到位；（责任单位：2024年6月“《整改措施：①", repeats)));
    for (const std::string_view part :
         {"一是不到位；二是", "（（（", "））", "①", "整改措施：", "（责任单位：", "2024年6月",
          "1.1.1", "“《〈", "关于问题，", "\t 责任人:", "X", "第一、", "。"})
        ends_soon(document_of(std::string(head) + repeated(part, repeats * 2 / part.size())));
}

TEST(Robustness, AHundredThousandRowsAreRead) {
    office::Document document = document_of("示例局整改台账");
    const auto row = [&](std::vector<std::string> cells) {
        office::Block block;
        block.kind = office::Block::Kind::table_row;
        block.table = 0;
        block.number = document.blocks.size() + 1;
        for (std::size_t i = 0; i < cells.size(); ++i)
            block.cells.push_back({cells[i], static_cast<int>(i), 1, false});
        document.blocks.push_back(std::move(block));
    };
    row({"序号", "反馈问题", "整改措施", "责任单位", "完成时限"});
    for (int i = 1; i <= static_cast<int>(rows); ++i)
        row({std::to_string(i), "问题不到位之" + std::to_string(i), "加强管理", "办公室",
             "2024年6月底前"});
    const auto start = std::chrono::steady_clock::now();
    const auto found = read_plan(document);
    EXPECT_EQ(counts(found).problems, rows);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(Robustness, DeepNumberingAndManyParagraphsEnd) {
    std::string deep = "示例局整改方案\n";
    for (int i = 0; i < 5'000; ++i)
        deep += "1" + repeated(".1", static_cast<std::size_t>(i % 5)) + " 关于问题" +
                std::to_string(i) + "\n";
    ends_soon(document_of(deep));
    std::string lines = "示例局整改方案\n二、整改任务\n";
    for (std::size_t i = 0; i < rows; ++i)
        lines += (i % 3 == 0   ? "1.学习不深入\n"
                  : i % 3 == 1 ? "整改措施：加强\n"
                               : "（一）关于问题\n");
    ends_soon(document_of(lines));
}

}  // namespace
}  // namespace plan
