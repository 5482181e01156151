// Measures of the meeting before: found for the unit, shown to those who see lists; on both
// engines.
#include <gtest/gtest.h>

#include "life_meetings/planning_actions.hpp"
#include "life_meetings/test_visibility.hpp"
#include "sittings/earlier_actions.hpp"
#include "sittings/follow_up_actions.hpp"
#include "sittings/test_sitting.hpp"

namespace sittings {
namespace {

using testing::LifeState;

class EarlierMeetings : public testing::OneSitting {
  protected:
    /// Another meeting of the same unit, so many days after the first.
    LifeMeetingId another() {
        auto plan = life_meetings::plan_of(one.view(one.keeper).meeting);
        for (auto& who : plan.participants)
            who.id = one.ledger.here.make_id<life_meetings::ParticipantId>();
        plan.terms.title = "第二次专题民主生活会";
        plan.terms.held_on = base::add_days(plan.terms.held_on, 200);
        const life_meetings::NewLifeMeeting wanted{one.ledger.here.make_id<LifeMeetingId>(),
                                                   one.ledger.programme, plan};
        EXPECT_EQ(testing::code_of(life_meetings::begin_life_meeting(needs, one.keeper, wanted)),
                  "accepted");
        return wanted.id;
    }
    void add_item(const base::Actor* owner, const std::string& measure) {
        WantedItem wanted;
        wanted.id = one.ledger.here.make_id<ListItemId>();
        if (owner != nullptr) wanted.terms.owner = one.part_of(*owner);
        wanted.terms.problem = "督办不到现场";
        wanted.terms.measure = measure;
        EXPECT_EQ(testing::code_of(add_list_item(needs, one.keeper, id, wanted)), "accepted");
    }
};
ZHENGGAI_ON_BOTH_ENGINES(EarlierMeetings);

TEST_P(EarlierMeetings, leave_their_measures_to_the_next) {
    const auto next = another();
    EXPECT_FALSE(view_earlier(needs, one.keeper, next)->earlier.has_value()) << "still to be held";
    one.put_in_state(LifeState::closed);
    EXPECT_FALSE(view_earlier(needs, one.keeper, next)->earlier.has_value()) << "left no list";
    add_item(nullptr, "每半月调度一次");
    add_item(&one.lin_xiao, "每月到现场一次");
    const auto view = *view_earlier(needs, one.keeper, next);
    ASSERT_TRUE(view.earlier.has_value());
    EXPECT_EQ(view.earlier->id, id);
    ASSERT_EQ(view.rows.size(), 2u);
    EXPECT_EQ(view.rows[0].measure, "每半月调度一次");
    EXPECT_FALSE(view_earlier(needs, one.keeper, id)->earlier.has_value()) << "not its own";
    EXPECT_EQ(testing::code_of(view_earlier(needs, one.outsider, next)), "life_meeting_unknown");
}

TEST_P(EarlierMeetings, show_them_as_the_manual_says) {
    const auto next = another();
    one.put_in_state(LifeState::closed);
    add_item(nullptr, "每半月调度一次");
    add_item(&one.lin_xiao, "每月到现场一次");
    const auto sees = [&](const base::Actor& who, bool personal) {
        const auto view = view_earlier(needs, who, next);
        if (!view) return false;
        for (const auto& row : view->rows)
            if (row.owner.has_value() == personal) return true;
        return false;
    };
    const auto team = life_meetings::testing::seen_by("上次会议的整改措施：班子的"),
               personal = life_meetings::testing::seen_by("上次会议的整改措施：个人的");
    for (const auto& [column, who] : life_meetings::testing::columns_of(one)) {
        EXPECT_EQ(sees(*who, false), team.at(column)) << column;
        EXPECT_EQ(sees(*who, true), personal.at(column)) << column;
    }
    EXPECT_TRUE(sees(one.lin_xiao, true)) << "the own one";
    const auto running =
        one.ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            auto meeting = *life_meetings::find_life_meeting(transaction, next);
            meeting.state = LifeState::running;
            ++meeting.version;
            return life_meetings::save_life_meeting(transaction, meeting);
        });
    ASSERT_TRUE(running);
    EXPECT_TRUE(sees(one.recorder, true)) << "once each reports on them aloud";
    EXPECT_FALSE(sees(one.zhou_yuan, true));
}

}  // namespace
}  // namespace sittings
