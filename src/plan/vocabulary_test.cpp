#include "plan/vocabulary.hpp"

#include <gtest/gtest.h>

#include <tuple>
#include <vector>

namespace plan {
namespace {

using ledger::HolderRole;

TEST(Labels, AreReadWhateverModifierStandsBefore) {
    const std::vector<std::pair<std::string_view, LabelKind>> cases{
        {"整改措施", LabelKind::measure},
        {"具体整改措施", LabelKind::measure},
        {"主要措施", LabelKind::measure},
        {"整 改 措 施", LabelKind::measure},
        {"措施2", LabelKind::measure},
        {"采取的整改措施", LabelKind::measure},
        {"整改情况", LabelKind::progress},
        {"整改落实情况", LabelKind::progress},
        {"目前进展", LabelKind::progress},
        {"整改进展情况", LabelKind::progress},
        {"整改落实情况如下", LabelKind::progress},
        {"整改成效", LabelKind::result},
        {"存在问题", LabelKind::problem},
        {"巡察反馈问题", LabelKind::problem},
        {"问题一", LabelKind::problem},
        {"具体表现", LabelKind::manifestation},
        {"整改目标", LabelKind::goal},
        {"完成时限", LabelKind::deadline},
        {"整改时限", LabelKind::deadline},
        {"计划完成时间", LabelKind::deadline},
        {"预计完成时间", LabelKind::deadline},
        {"整改期限", LabelKind::deadline},
        {"时限", LabelKind::deadline},
        {"整改状态", LabelKind::status},
        {"是否销号", LabelKind::status},
        {"序号", LabelKind::number},
        {"对应问题序号", LabelKind::reference},
        {"备注", LabelKind::ignored},
        {"下一步打算", LabelKind::next_step},
        {"所属方面", LabelKind::area},
        {"整改任务", LabelKind::task},
        {"反馈意见", LabelKind::problem}};
    for (const auto& [words, kind] : cases) EXPECT_EQ(label_of(words).kind, kind) << words;
    EXPECT_EQ(label_of("问题二").ordinal, 2);
    EXPECT_TRUE(label_of("具体问题").detail);
}

TEST(Labels, OfResponsibilityAreComposed) {
    const std::vector<std::pair<std::string_view, std::vector<HolderRole>>> cases{
        {"牵头领导", {HolderRole::lead_leader}},
        {"牵头县领导", {HolderRole::lead_leader}},
        {"责任领导", {HolderRole::responsible_leader}},
        {"分管领导", {HolderRole::responsible_leader}},
        {"牵头单位", {HolderRole::lead_unit}},
        {"牵头部门", {HolderRole::lead_unit}},
        {"责任单位", {HolderRole::responsible_unit}},
        {"责任科室", {HolderRole::responsible_unit}},
        {"责任股室", {HolderRole::responsible_unit}},
        {"整改责任部门", {HolderRole::responsible_unit}},
        {"整改责任单位", {HolderRole::responsible_unit}},
        {"承办处室", {HolderRole::responsible_unit}},
        {"配合单位", {HolderRole::cooperating_unit}},
        {"协办部门", {HolderRole::cooperating_unit}},
        {"责任人", {HolderRole::handler}},
        {"具体责任人", {HolderRole::handler}},
        {"整改责任人", {HolderRole::handler}},
        {"经办人", {HolderRole::handler}},
        {"责任单位及责任人", {HolderRole::responsible_unit, HolderRole::handler}},
        {"责任领导/责任科室", {HolderRole::responsible_leader, HolderRole::responsible_unit}},
        {"责任科室（人）", {HolderRole::responsible_unit, HolderRole::handler}},
        {"责任领导、部门", {HolderRole::responsible_leader, HolderRole::responsible_unit}},
        {"牵头责任单位", {HolderRole::lead_unit}}};
    for (const auto& [words, roles] : cases) {
        const auto label = label_of(words);
        EXPECT_EQ(label.kind, LabelKind::holder) << words;
        std::uint8_t bits = 0;
        for (const auto role : roles)
            bits = static_cast<std::uint8_t>(bits | 1u << static_cast<unsigned>(role));
        EXPECT_EQ(label.roles, bits) << words;
    }
    EXPECT_TRUE(label_of("责任单位及完成时限").with_deadline);
    EXPECT_TRUE(label_of("整改措施及完成时限").with_deadline);
}

TEST(Labels, AreNotSeenInOtherWords) {
    for (const auto* none : {"会议时间",
                             "时间",
                             "地点",
                             "情况",
                             "基本情况",
                             "意见",
                             "制定整改措施",
                             "组长",
                             "成员",
                             "职责",
                             "主任",
                             "参会人员",
                             "现将有关情况报告",
                             "具体时间安排是",
                             "实际完成时间要求的人",
                             "",
                             "内容",
                             "办公室",
                             "重点建立五项推进制度",
                             "要求",
                             "根据",
                             "填报单位"})
        EXPECT_FALSE(label_of(none) && label_of(none).kind != LabelKind::ignored) << none;
}

TEST(Headings, OfBackgroundAndLedgerAreTold) {
    for (const auto* heading : {"总体要求", "主要原则", "整改时间安排", "组织保障", "附件1",
                                "下一步工作打算", "意见建议", "强化责任落实"})
        EXPECT_TRUE(is_background_heading(heading)) << heading;
    for (const auto* heading :
         {"整改任务和措施", "巡察反馈问题整改落实情况", "问题清单", "存在的主要问题"})
        EXPECT_TRUE(is_ledger_heading(heading) && !is_background_heading(heading)) << heading;
    for (const auto* heading : {"关于党的领导方面的问题", "聚焦基层党组织软弱涣散、组织力欠缺方面",
                                "政治建设方面整改情况"})
        EXPECT_TRUE(is_area_heading(heading)) << heading;
    EXPECT_FALSE(is_area_heading("关于滥发津补贴突出问题的整改"));
}

TEST(Wording, TellsProblemsFromActions) {
    for (const auto* problem :
         {"关于滥发津补贴突出问题的整改", "政治意识不够强。", "落实上级有关决策部署有差距。",
          "支部换届不规范。第一支部采取等额选举。", "违规发放津补贴。",
          "党委组织功能弱化，存在代替现象。", "学习停留在一般性安排上，且形式单一",
          "执行党的组织生活制度不严格。", "未按期换届"})
        EXPECT_TRUE(states_problem(problem)) << problem;
    for (const auto* action :
         {"制定学习计划，每月开展一次专题学习。", "修订财务管理制度，严禁超标准报销行为。",
          "已完成3名干部轮岗。", "加强对违规报销问题的监督检查。",
          "对检查出的违规违纪人员，按照相关规定严肃处理。"}) {
        EXPECT_FALSE(states_problem(action)) << action;
        EXPECT_TRUE(states_action(action)) << action;
    }
}

TEST(States, AreReadWithWhatBelongsToThem) {
    EXPECT_EQ(status_bytes("已完成。修订制度"), std::string_view("已完成").size());
    EXPECT_EQ(status_bytes("已完成整改，并长期坚持。一是"),
              std::string_view("已完成整改，并长期坚持").size());
    EXPECT_EQ(status_bytes("已完成制度修订。"), 0u);
    EXPECT_EQ(status_bytes("已完成，局党组召开会议。"), std::string_view("已完成").size());
    for (const auto* state :
         {"已完成", "持续推进。", "整改中", "正在整改", "基本完成", "长期坚持", "未完成；"})
        EXPECT_TRUE(is_status(state)) << state;
    for (const auto* none : {"", "完成了三项", "已修订制度"}) EXPECT_FALSE(is_status(none)) << none;
}

}  // namespace
}  // namespace plan
