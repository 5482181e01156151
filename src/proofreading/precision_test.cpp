// How precise the rules are: small invented texts, each with what a careful reader would mark in
// it. Half of them are sound, and nothing may be found there. Where the corpus of real plans lies
// beside the checkout, its certain findings are counted as well.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "proofreading/proofread.hpp"

namespace proofreading {
namespace {

struct Sample {
    std::string_view text;
    std::vector<std::string_view> expected;  // "kind:words", in order; none: sound
};

Facts facts() {
    Facts facts;
    facts.programme = "青云区财政局党组巡察整改";
    facts.inspecting_body = "青云区委第二巡察组";
    facts.inspected_unit = "青云区财政局";
    facts.own_units = {"青云区财政局", "采购管理科", "预算管理科", "青云区"};
    facts.other_units = {"青云区审计局", "白石镇人民政府"};
    facts.other_inspected = {"青云区水务局"};
    facts.feedback_on = *base::parse_date("2024-05-13");
    facts.counts = Counts{25, 10, 80, 60};
    return facts;
}

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all{
        // placeholders
        {"经××局党组研究决定。", {"placeholder:××"}},
        {"整改期限为20XX年6月底前。", {"placeholder:XX"}},
        {"第X次会议听取了汇报。", {"placeholder:X"}},
        {"责任单位：____________", {"placeholder:____________"}},
        {"被巡察单位：【单位名称】", {"placeholder:【单位名称】"}},
        {"{{被巡察单位}}召开动员会。", {"placeholder:{{被巡察单位}}"}},
        {"完成情况待补充。", {"placeholder:待补充"}},
        {"某局主要负责人参加了会议。", {"placeholder:某局"}},
        {"年  月  日", {"placeholder:年  月  日"}},
        {"有些措施还比较笼统，某些环节衔接不畅，制度有待补充完善。", {}},
        {"联系电话已作隐去处理：尾号****。", {}},
        {"二○二四年以来，修订制度三项。", {}},
        {"版心为156×225毫米，职工年度体检加拍X光片。", {}},
        {"【反馈问题】采购管理不够规范。", {}},
        // figures
        {"反馈问题25个，已完成整改19个，完成率76%。", {}},
        {"反馈问题25个，已完成整改19个，完成率78%。", {"figure:78%"}},
        {"反馈问题25个，已完成整改26个。", {"figure:26个"}},
        {"反馈问题24个，均已认领。", {"figure:24个"}},
        {"制定整改措施82条，逐条明确责任。", {"figure:82条"}},
        {"制定整改措施80条，已完成60条，完成率75%；其余措施正在推进。", {}},
        {"整改任务共12项，其中已完成8项，正在推进3项。", {"figure:12项"}},
        {"整改任务共12项，其中已完成8项，正在推进4项。", {}},
        {"整改任务共12项，其中重点任务5项，已完成8项。", {}},
        {"围绕党的领导方面开展专题学习3次，参加60人次。", {}},
        {"全年组织培训12次，培训人员480人次，满意率98.5%。", {}},
        {"重点抓好以下三个方面：\n1.加强学习。\n2.健全制度。\n3.强化监督。\n4.严格问责。",
         {"figure:三个"}},
        {"重点抓好以下三个方面：\n1.加强学习。\n2.健全制度。\n3.强化监督。", {}},
        {"请于5个工作日内报送以下材料：\n1.整改报告。\n2.佐证材料。", {}},
        // numbering
        {"一、总体要求\n二、整改任务\n四、组织保障", {"numbering:四、"}},
        {"一、总体要求\n二、整改任务\n二、组织保障", {"numbering:二、"}},
        {"一、总体要求\n（一）指导思想\n（二）工作原则\n二、整改任务\n（一）党的建设\n（三）作风建"
         "设",
         {"numbering:（三）"}},
        {"（一）党的建设\n1.加强学习。\n2.健全制度。\n（二）作风建设\n3.改进调研。\n5.精简会议。",
         {"numbering:5."}},
        {"（一）党的建设\n1.加强学习。\n2.健全制度。\n（二）作风建设\n3.改进调研。\n4.精简会议。",
         {}},
        {"一、总体要求\n（一）指导思想\n（二）工作原则\n二、整改任务\n（一）党的建设\n1.学习\n2."
         "调研\n（"
         "二）作风建设\n1.会风\n2.文风",
         {}},
        {"一是加强学习；二是健全制度；四是强化监督。", {"numbering:四是"}},
        {"一是加强学习；二是健全制度；三是强化监督。", {}},
        {"一要提高认识，二要压实责任，三要严格督查。", {}},
        {"1、加强学习。\n2、健全制度。", {"numbering:、", "numbering:、"}},
        {"（一）、指导思想", {"numbering:、"}},
        {"第一、提高认识。", {"numbering:、"}},
        {"第一，提高认识。第二，压实责任。", {}},
        {"附件1\n一、填报说明\n二、填报要求\n附件2\n一、责任清单\n二、任务清单", {}},
        // dates
        {"会议定于2024年2月30日召开。", {"date:2024年2月30日"}},
        {"会议定于2024年2月29日召开。", {}},
        {"6月31日前报送。", {"date:6月31日"}},
        {"集中整改从2024年5月13日至2024年4月13日。", {"date:2024年4月13日"}},
        {"集中整改从2024年5月13日至11月13日。", {}},
        {"截至2024年7月31日，已全部完成。\n青云区财政局\n2024年6月30日", {"date:2024年7月31日"}},
        {"请于2024年7月31日前完成。\n青云区财政局\n2024年6月30日", {}},
        {"2023年10月31日前完成整改。", {"date:2023年10月31日"}},
        {"请于2024年06月05日报送。", {"layout:2024年06月05日"}},
        // names
        {"区委第三巡察组反馈了意见。", {"name:区委第三巡察组"}},
        {"区委第二巡察组反馈了意见。", {}},
        {"市委巡视办作了部署。", {"name:巡视"}},
        {"省委巡视组和区委第二巡察组先后反馈。", {}},
        {"青雲区财政局召开会议。", {"name:青雲区财政局"}},
        {"青云区财政局召开会议，区财政局各科室参加。", {"name:区财政局"}},
        {"青云区财政局（以下简称“区财政局”）召开会议，区财政局各科室参加。", {}},
        {"市财政局派员指导，青云区财政局各科室参加。", {}},
        {"青云区财政局党组2021年巡察整改方案", {"leftover:2021年"}},
        {"青云区财政局党组2024年巡察整改方案", {}},
        {"青云区水务局党组逐条研究。", {"leftover:青云区水务局"}},
        {"采购管理科牵头，预算管理科配合。", {}},
        // wording
        {"大部份措施已经落实。", {"wording:部份"}},
        {"建立对帐销号台帐。", {"wording:对帐", "wording:台帐"}},
        {"增强大局意识，把整改做为政治任务。", {"wording:做为"}},
        {"坚决四个自信。", {"wording:坚决四个自信"}},
        {"维护党中央权威和集中领导。", {"wording:党中央权威和集中领导"}},
        {"维护党中央权威和集中统一领导，坚定道路自信、理论自信、制度自信、文化自信。", {}},
        {"增强“四个意识”、坚定“四个自信”、做到“两个维护”。", {}},
        {"深刻领悟“两个确立”的决定性意义，敢做为、善作为。", {}},
        // punctuation
        {"建立“凡提必核制度。", {"punctuation:“"}},
        {"《关于加强采购管理的通知》》印发。", {"punctuation:》"}},
        {"会议强调,要压实责任。", {"punctuation:,"}},
        {"会议强调，要压实责任。。", {"punctuation:。。"}},
        {"严格执行制度(试行)。", {"punctuation:(", "punctuation:)"}},
        {"落实\"三重一大\"制度。", {"punctuation:\"", "punctuation:\""}},
        {"落实“三重一大”制度（试行），实行A/B角制；使用Excel 2016(x64)填报。", {}},
        {"比例为1:2，时间为9:00，地址为http://10.0.0.1:8080。", {}},
        {"1）加强学习；2）健全制度。", {}},
        {"会议指出：“要坚持问题导向，做到‘四个对照’。”", {}},
        // personal
        {"身份证号11010519491231002X。", {"personal:11010519491231002X"}},
        {"身份证号110105194912310021。", {}},
        {"联系人手机13812345678。", {"personal:13812345678"}},
        {"卡号6222 0212 3456 7890 128。", {"personal:6222 0212 3456 7890 128"}},
        {"预算金额13812345678.50元。", {}},
        {"邮箱zhanghua@example.gov.cn。", {"personal:zhanghua@example.gov.cn"}},
        {"家庭住址：青云区和平路12号3栋501室。", {"personal:家庭住址：青云区和平路12号3栋501室"}},
        // form
        {"青财发[2024]03号", {"layout:[2024]03号"}},
        {"青财发〔2024〕3号", {}},
        {"附件：1.整改台账。", {"layout:。"}},
        {"附件：1.整改台账\n2.责任清单", {}},
        {"二〇二四年六月三十日", {"layout:二〇二四年六月三十日"}},
        {"", {}},
        {"会议听取了整改办的汇报，研究审议了《整改方案（送审稿）》，决定于7月上旬印发实施。", {}},
        {"各责任单位要对照台账逐项核查，账目清楚、手续完备的方可销号。", {}},
        {"该局2023年度预算执行率为92.4%，较上年提高3.1个百分点。", {}},
        {"对3名责任人进行诫勉谈话，对5名同志批评教育，追缴资金12.6万元。", {}},
        {"要坚持举一反三，即知即改、立行立改，做到件件有着落、事事有回音。", {}},
        {"以习近平同志为核心的党中央高度重视巡视工作。", {}},
        {"《中国共产党巡视工作条例》《中国共产党纪律处分条例》规定了整改责任。", {}},
        {"（一）总体要求。坚持问题导向。\n（二）基本原则。统筹兼顾。\n（三）工作目标。全面完成。",
         {}},
        {"1.修订采购管理办法，6月底前完成。责任单位：采购管理科。\n2.开展自查，7月底前完成。", {}},
        {"①加强学习；②健全制度；③强化监督。", {}},
        {"问：“整改是否到位？”答：“已经到位！”", {}},
        {"截至6月30日，25个反馈问题已完成整改19个，其余6个正在推进。\n2024年6月30日", {}},
        {"反馈问题25个，其中党的领导方面8个、党的建设方面9个、从严治党方面8个。", {}},
        {"经核，合同编号为HT-2024-0613，付款凭证号为20240613001。", {}},
        {"经区委同意，现将有关事项通知如下。", {}},
        {"坚持以上率下，主要负责人认真履行第一责任人职责，班子成员履行“一岗双责”。", {}},
    };
    return all;
}

TEST(Precision, of_the_rules_on_small_texts) {
    const auto known = facts();
    std::size_t right = 0, extra = 0, missed = 0, sound = 0;
    for (const auto& sample : samples()) {
        const auto passages = passages_of(sample.text);
        std::vector<std::string> marks;
        for (const auto& one : proofread(passages, {standard_dictionary(), &known}))
            marks.push_back(std::string(name_of(one.kind)) + ":" +
                            std::string(marked(passages, one)));
        sound += sample.expected.empty() ? 1 : 0;
        EXPECT_EQ(marks, std::vector<std::string>(sample.expected.begin(), sample.expected.end()))
            << sample.text;
        for (const auto& mark : marks) {
            const bool wanted = std::find(sample.expected.begin(), sample.expected.end(), mark) !=
                                sample.expected.end();
            (wanted ? right : extra) += 1;
        }
        for (const auto& wanted : sample.expected)
            missed += std::find(marks.begin(), marks.end(), wanted) == marks.end() ? 1 : 0;
    }
    RecordProperty("texts", static_cast<int>(samples().size()));
    RecordProperty("sound_texts", static_cast<int>(sound));
    RecordProperty("right", static_cast<int>(right));
    RecordProperty("extra", static_cast<int>(extra));
    RecordProperty("missed", static_cast<int>(missed));
    EXPECT_GE(samples().size(), 60u);
    EXPECT_GE(sound * 2, samples().size());
}

// What must be changed in real plans, counted after each was looked at: placeholders of templates,
// item 5 that is missing, brackets without a partner, a regulation's name that is wrong.
TEST(Precision, of_the_rules_on_real_plans) {
    const std::filesystem::path folder = std::string(SHARED_DIR) + "/corpus";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no corpus beside the checkout";
    using Counts = std::map<std::string, int>;
    const std::map<std::string, Counts> expected{
        {"county-plan.txt", {{"placeholder", 43}, {"numbering", 1}, {"punctuation", 5}}},
        {"district-plan.txt", {{"placeholder", 26}}},
        {"life-meeting-plans.txt", {{"placeholder", 432}, {"wording", 1}}},
        {"principal-report.txt", {{"wording", 1}}},
        {"school-plan.txt", {{"placeholder", 64}}},
    };
    for (const auto& [name, counts] : expected) {
        const auto document = office::read_document(folder / name);
        ASSERT_TRUE(document) << name;
        Counts found;
        for (const auto& one : proofread(passages_of(*document), {standard_dictionary()}))
            if (one.severity == Severity::must) ++found[std::string(name_of(one.kind))];
        EXPECT_EQ(found, counts) << name;
    }
}

}  // namespace
}  // namespace proofreading
