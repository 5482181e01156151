// Life meetings on both engines: planned, seen by those who are something to them, changed.
#include <gtest/gtest.h>

#include "life_meetings/test_life_meeting.hpp"

namespace life_meetings {
namespace {

using testing::code_of;
using testing::day;

class LifeMeetings : public testing::OneLifeMeeting {};
ZHENGGAI_ON_BOTH_ENGINES(LifeMeetings);

TEST_P(LifeMeetings, are_planned_with_people_in_their_order_and_the_usual_steps) {
    const auto view = one.view(one.keeper);
    EXPECT_EQ(view.meeting.state, LifeState::planning);
    EXPECT_EQ(view.meeting.unit_name, "财政局");
    ASSERT_EQ(view.meeting.participants.size(), 11u);
    EXPECT_EQ(view.meeting.participants[0].name, "韩征");
    EXPECT_EQ(team_of(view.meeting).size(), 7u);
    EXPECT_EQ(principal_of(view.meeting)->name, "韩征");
    EXPECT_EQ(view.meeting.duties.size(), 2u);
    const auto* report = find_step(view.meeting, StepKind::report);
    ASSERT_NE(report, nullptr);
    EXPECT_EQ(report->due_on, day("2024-08-06"));
    EXPECT_EQ(find_step(view.meeting, StepKind::plan)->due_on, day("2024-07-07"));
    one.ledger.expect_sound_journal();
}

TEST_P(LifeMeetings, are_known_to_those_who_are_something_to_them) {
    for (const auto& [what, who] : one.everybody()) {
        const bool nothing = what == "其他人" || what == "整改办其他人";
        EXPECT_EQ(code_of(view_life_meeting(needs, *who, one.meeting)),
                  nothing ? "life_meeting_unknown" : "accepted")
            << what;
        LifeMeetingFilter filter;
        filter.programme = one.ledger.programme;
        EXPECT_EQ(list_life_meeting_page(needs, *who, filter)->total, nothing ? 0 : 1) << what;
    }
    EXPECT_TRUE(one.view(one.keeper).standing.keeper);
    EXPECT_TRUE(one.view(one.discipline).standing.superior);
    EXPECT_TRUE(one.view(one.han_zheng).standing.is_principal());
    EXPECT_TRUE(one.view(one.shen_mei).standing.in_team());
    EXPECT_TRUE(one.view(one.second_recorder).standing.is_recorder());
    EXPECT_FALSE(one.view(one.guide).standing.in_team());
}

TEST_P(LifeMeetings, are_changed_by_keepers_as_they_saw_them) {
    auto plan = plan_of(one.view(one.keeper).meeting);
    plan.terms.place = "局机关二楼会议室";
    const auto seen = one.seen();
    EXPECT_EQ(code_of(edit_life_meeting(needs, one.han_zheng, seen, plan)),
              "only_the_keeper_runs_life_meetings");
    const auto edited = edit_life_meeting(needs, one.keeper, seen, plan);
    ASSERT_EQ(code_of(edited), "accepted");
    EXPECT_EQ(edited->meeting.terms.place, "局机关二楼会议室");
    EXPECT_EQ(code_of(edit_life_meeting(needs, one.keeper, seen, plan)),
              "somebody_else_changed_it");
    EXPECT_EQ(edit_life_meeting(needs, one.keeper, one.seen(), plan)->meeting.version,
              edited->meeting.version)
        << "nothing changed";
    plan.participants.pop_back();
    EXPECT_EQ(code_of(edit_life_meeting(needs, one.keeper, one.seen(), plan)), "participants_stay");
    one.ledger.expect_sound_journal();
}

}  // namespace
}  // namespace life_meetings
