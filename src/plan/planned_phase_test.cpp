// The phases of a document as the ledger keeps them, and an import that sets, changes and gives
// them back.
#include "plan/planned_phase.hpp"

#include <gtest/gtest.h>

namespace plan {
namespace {

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

TEST(PlannedPhases, have_days_of_the_year_and_milestones_from_their_dated_sentences) {
    const auto planned = planned_phases(
        {{"动员准备阶段", "5月9日", "5月12日", {{"", "召开反馈会议，听取反馈意见。"}}},
         {"集中治理整改阶段",
          "5月13日",
          "7月31日",
          {{"1.", "研究制定整改方案；建立专项档案"},
           {"2.",
            "6月底前，召开领导小组会议，听取汇报；7月20日前，各科室报送整改情况；适时召开专题会"}}},
         {"建章立制阶段", "5月13日", "年底", {}}},
        2020);
    ASSERT_EQ(planned.size(), 3u);
    EXPECT_EQ(planned[0].phase.from.date, day("2020-05-09"));
    EXPECT_EQ(planned[0].phase.until.date, day("2020-05-12"));
    EXPECT_EQ(planned[0].phase.description, "召开反馈会议，听取反馈意见");
    EXPECT_EQ(planned[1].phase.description, "研究制定整改方案；建立专项档案；适时召开专题会");
    ASSERT_EQ(planned[1].milestones.size(), 2u);
    EXPECT_EQ(planned[1].milestones[0].text, "召开领导小组会议，听取汇报");
    EXPECT_EQ(planned[1].milestones[0].deadline.date, day("2020-06-30"));
    EXPECT_EQ(planned[1].milestones[1].deadline.date, day("2020-07-20"));
    EXPECT_EQ(planned[2].phase.until.date, day("2020-12-31"));
}

TEST(PlannedPhases, are_none_where_a_day_is_left_open_and_end_after_they_begin) {
    EXPECT_TRUE(
        planned_phases({{"动员准备阶段", "X月X日", "X月X日", {{"", "召开会议"}}}}, 2020).empty());
    EXPECT_TRUE(planned_phases({{"动员准备阶段", "5月9日", "5月12日", {}}}, std::nullopt).empty())
        << "no year";
    const auto over_new_year = planned_phases({{"集中整改阶段", "11月1日", "2月1日", {}}}, 2020);
    ASSERT_EQ(over_new_year.size(), 1u);
    EXPECT_EQ(over_new_year[0].phase.until.date, day("2021-02-01"));
}

TEST(PlannedPhases, are_told_by_their_names) {
    EXPECT_EQ(usual_phase_named("（一）动员准备阶段"), 0);
    EXPECT_EQ(usual_phase_named("集中治理整改阶段"), 1);
    EXPECT_EQ(usual_phase_named("建章立制、巩固提升阶段"), 2);
    EXPECT_FALSE(usual_phase_named("第一阶段"));
}

}  // namespace
}  // namespace plan
