// Which pairs must talk, and what a plan of talks must hold together.
#include "talks/test_talks.hpp"

namespace talks {
namespace {

using namespace testing;

std::size_t count(const std::vector<Pair>& pairs, TalkKind kind) {
    return static_cast<std::size_t>(std::count_if(
        pairs.begin(), pairs.end(), [&](const Pair& one) { return one.kind == kind; }));
}

std::string refused(const TalkPlan& plan) {
    const auto result = check(plan, some_meeting());
    return result ? "accepted" : result.error().code + " " + result.error().field;
}

TEST(Pairs, follow_from_the_kinds_that_a_meeting_asks_for) {
    const auto pairs = required_pairs(some_meeting(), some_plan());
    EXPECT_EQ(count(pairs, TalkKind::principal_member), 3u);
    EXPECT_EQ(count(pairs, TalkKind::member_member), 3u);
    EXPECT_EQ(count(pairs, TalkKind::section_head), 1u);
    EXPECT_EQ(count(pairs, TalkKind::branch_delegate), 2u);
    EXPECT_EQ(pairs.size(), 9u) << "recorders do not talk";
    for (const auto& one : pairs)
        EXPECT_EQ(one.due_on,
                  day(one.kind == TalkKind::member_member ? "2024-06-28" : "2024-07-19"));
}

TEST(Pairs, are_none_of_a_kind_that_is_not_asked_for) {
    auto plan = some_plan();
    plan.rules = {{TalkKind::principal_member, day("2024-07-19")}};
    EXPECT_EQ(required_pairs(some_meeting(), plan).size(), 3u);
    plan.rules.clear();
    EXPECT_TRUE(required_pairs(some_meeting(), plan).empty());
}

TEST(Pairs, come_with_a_newcomer_and_go_with_whoever_leaves) {
    auto meeting = some_meeting();
    meeting.participants.push_back(
        participant(golden_id<ParticipantId>("15"), Part::member, "沈梅"));
    EXPECT_EQ(required_pairs(meeting, some_plan()).size(), 13u);
    meeting = some_meeting();
    meeting.participants[1].left_on = day("2024-07-01");
    const auto pairs = required_pairs(meeting, some_plan());
    EXPECT_EQ(pairs.size(), 5u);
    EXPECT_EQ(count(pairs, TalkKind::section_head), 0u) << "nobody is in charge of the head now";
    auto plan = some_plan();
    plan.partners[1].left_on = day("2024-07-01");
    EXPECT_EQ(required_pairs(some_meeting(), plan).size(), 7u);
}

TEST(Pairs, are_found_whoever_is_named_first) {
    const auto meeting = some_meeting();
    const auto found = find_required(meeting, some_plan(), zhou, principal);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->member, principal);
    EXPECT_EQ(found->other, Other(zhou));
    EXPECT_TRUE(find_required(meeting, some_plan(), lin, delegate));
    EXPECT_FALSE(find_required(meeting, some_plan(), lin, head));
}

TEST(TalkPlans, say_what_is_wrong_with_them_by_field) {
    EXPECT_EQ(refused(some_plan()), "accepted");
    auto plan = some_plan();
    plan.rules.clear();
    EXPECT_EQ(refused(plan), "talk_plan_has_no_kind rules");
    plan = some_plan();
    plan.rules[1].due_on = day("2024-07-23");
    EXPECT_EQ(refused(plan), "talks_end_before_the_meeting rules[1].due_on");
    plan = some_plan();
    plan.rules[3].kind = TalkKind::section_head;
    EXPECT_EQ(refused(plan), "talk_kind_twice rules[3].kind");
    plan = some_plan();
    plan.partners[0].kind = TalkKind::member_member;
    EXPECT_EQ(refused(plan), "talk_partner_is_of_the_team partners[0].kind");
    plan = some_plan();
    plan.partners[1].members.clear();
    EXPECT_EQ(refused(plan), "talk_partner_needs_a_member partners[1].member_ids");
    plan.partners[1].members = {recorder};
    EXPECT_EQ(refused(plan), "talk_member_is_not_of_the_team partners[1].member_ids");
    plan = some_plan();
    plan.partners[1].id = head;
    EXPECT_EQ(refused(plan), "talk_partner_stands_twice partners[1].id");
    plan = some_plan();
    plan.partners[0].left_on = day("2024-07-01");
    EXPECT_EQ(refused(plan), "reason_too_short partners[0].left_reason");
}

TEST(TalkPlans, are_the_keepers_and_over_with_the_meeting) {
    auto meeting = some_meeting();
    life_meetings::Standing standing;
    const auto code = [&] {
        const auto no = why_not_plan(meeting, standing);
        return no ? no->code : "accepted";
    };
    EXPECT_EQ(code(), "only_the_keeper_plans_talks");
    standing.keeper = true;
    EXPECT_EQ(code(), "accepted");
    meeting.state = life_meetings::LifeState::closed;
    EXPECT_EQ(code(), "life_meeting_is_closed");
    meeting.state = life_meetings::LifeState::cancelled;
    EXPECT_EQ(code(), "life_meeting_is_cancelled");
}

TEST(TalkVariants, ask_for_nothing_twice) {
    for (const auto& one : variants()) {
        std::set<TalkKind> kinds(one.kinds.begin(), one.kinds.end());
        EXPECT_EQ(kinds.size(), one.kinds.size()) << one.name;
    }
    EXPECT_EQ(variants().front().kinds.size(), 4u) << "四必谈";
}

}  // namespace
}  // namespace talks
