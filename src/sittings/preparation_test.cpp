// What reports tell of the preparation: sentences over counts, gaps where there is nothing; and the
// counts from the modules that keep it, on both engines.
#include "sittings/preparation.hpp"

#include <gtest/gtest.h>

#include "life_meetings/test_life_meeting.hpp"
#include "sittings/follow_up_actions.hpp"
#include "sittings/preparation_actions.hpp"
#include "studies/study_actions.hpp"

namespace sittings {
namespace {

TEST(Preparations, are_told_in_figures) {
    Preparation made;
    made.study_sessions = 2;
    made.study_minutes = 390;
    made.studied_alone_minutes = 600;
    made.readings = {"《党章》", "《条例》"};
    made.channels = {"座谈会", "意见箱"};
    made.sheets = 12;
    made.team_opinions = 9;
    made.personal_opinions = 14;
    made.talks_held = 21;
    made.pairs_required = 25;
    made.pairs_done = 20;
    made.statements_all = 8;
    made.statements_approved = 7;
    EXPECT_EQ(study_in_words(made),
              "班子集中学习2次，共6.5学时；班子成员自学合计10学时，学习了《党章》、《条例》。");
    EXPECT_EQ(
        opinions_in_words(made),
        "通过座谈会、意见箱征求意见12份，梳理对班子的意见9条、对班子成员的意见14条，原汁原味向"
        "班子和本人作了反馈。");
    EXPECT_EQ(talks_in_words(made), "开展谈心谈话21次，应谈25对，已谈20对。");
    EXPECT_EQ(statements_in_words(made), "撰写班子对照检查材料和个人发言提纲8份，经审阅定稿7份。");
    made.consulted = {3, 2, 1, 0, 1};
    EXPECT_EQ(consultations_in_words(made),
              "与巡视巡察办沟通，请示3次、报告2次、接受指导1次，1件请示尚待答复。");
    made.readings = {"1", "2", "3", "4", "5", "6"};
    EXPECT_NE(study_in_words(made).find("4、5等。"), std::string::npos);
    made.team_opinions = made.personal_opinions = 0;
    EXPECT_EQ(opinions_in_words(made), "通过座谈会、意见箱征求意见12份，没有收到意见建议。");
}

TEST(Preparations, leave_a_gap_where_nothing_was_done) {
    const Preparation nothing;
    EXPECT_TRUE(consultations_in_words(nothing).starts_with("〔"));
    for (const auto& words : {study_in_words(nothing), opinions_in_words(nothing),
                              talks_in_words(nothing), statements_in_words(nothing)})
        EXPECT_TRUE(words.starts_with("〔")) << words;
}

class HeldPreparations : public life_meetings::testing::OneLifeMeeting {
  protected:
    Preparation load() {
        const auto meeting = one.view(one.keeper).meeting;
        return database().read(
            [&](db::Transaction& transaction) { return load_preparation(transaction, meeting); });
    }
};
ZHENGGAI_ON_BOTH_ENGINES(HeldPreparations);

TEST_P(HeldPreparations, are_counted_where_they_are_kept) {
    EXPECT_EQ(load().study_sessions, 0);
    studies::Session session;
    session.id = one.ledger.here.make_id<studies::SessionId>();
    session.meeting = one.meeting;
    session.held_on = ledger::testing::day("2024-06-28");
    session.minutes = 180;
    session.place = "三楼会议室";
    session.topic = "巡察工作条例";
    session.items = {studies::StudyItem::oath};
    session.attendance = {{one.part_of(one.zhou_yuan), true, ""}};
    ASSERT_EQ(
        ledger::testing::code_of(studies::hold_session(needs, one.keeper, one.meeting, session)),
        "accepted");
    const auto made = load();
    EXPECT_EQ(made.study_sessions, 1);
    EXPECT_EQ(made.study_minutes, 180);
    EXPECT_EQ(made.pairs_required, 0) << "nobody said yet who talks to whom";
    EXPECT_EQ(made.talks_held, 0);
}

}  // namespace
}  // namespace sittings
