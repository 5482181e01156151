// Measures of the meeting before go to whoever their owner is now.
#include "sittings/earlier.hpp"

#include "sittings/test_meeting.hpp"

namespace sittings {
namespace {

class Earlier : public ::testing::Test, protected testing::TestMeeting {};

TEST_F(Earlier, gives_measures_to_whoever_their_owner_is_now) {
    LifeMeeting now = meeting;
    now.participants[1].id = base::testing::golden_id<ParticipantId>("12");  // 周远
    now.participants[2].name = "别人";                                       // not 林晓
    ListItem team, of_zhou, of_lin;
    team.terms.measure = "每半月调度";
    of_zhou.terms.owner = zhou;
    of_zhou.terms.measure = "每月到现场";
    of_zhou.status = "under_way";
    of_lin.terms.owner = lin;
    const auto all = earlier_of(meeting, {team, of_zhou, of_lin}, now);
    ASSERT_EQ(all.size(), 2u) << "who is not of the team any more is left out";
    EXPECT_FALSE(all[0].owner.has_value());
    EXPECT_EQ(all[1].owner, now.participants[1].id);
    EXPECT_EQ(all[1].status, "under_way");
    const auto person = base::testing::golden_id<base::PersonId>("91");
    meeting.participants[1].person = person;
    now.participants[1].person = base::testing::golden_id<base::PersonId>("92");
    EXPECT_EQ(earlier_of(meeting, {of_zhou}, now).size(), 0u) << "a namesake";
    now.participants[1].person = person;
    now.participants[1].name = "周遠";
    EXPECT_EQ(earlier_of(meeting, {of_zhou}, now).size(), 1u);
}

}  // namespace
}  // namespace sittings
