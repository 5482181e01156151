// Who talked with whom: states, sums, what nobody demands, and what a reader with own pairs sees.
#include "talks/test_talks.hpp"

namespace talks {
namespace {

using namespace testing;

const base::Date today = day("2024-06-30");

TalkMatrix matrix(const std::vector<Talk>& talks, const LifeMeeting& meeting = some_meeting(),
                  std::optional<std::vector<Other>> own = {}) {
    static const TalkPlan plan = some_plan();
    return matrix_of({meeting, plan, talks, std::move(own), today});
}

const MatrixPerson* person(const TalkMatrix& matrix, const Other& who) {
    for (const auto& one : matrix.people)
        if (one.who == who) return &one;
    return nullptr;
}

const MatrixCell* cell(const TalkMatrix& matrix, const Other& one, const Other& other) {
    for (const auto& each : matrix.cells) {
        const auto &a = matrix.people[each.member].who, &b = matrix.people[each.other].who;
        if ((a == one && b == other) || (a == other && b == one)) return &each;
    }
    return nullptr;
}

Talk talk_of(TalkState state, ParticipantId member, Other other, const std::string& id = "31") {
    auto talk = some_talk(state, member, other);
    talk.id = golden_id<TalkId>(id);
    return talk;
}

TEST(TalkMatrix, says_how_far_each_pair_is) {
    const auto found = matrix({talk_of(TalkState::done, principal, zhou, "31"),
                               talk_of(TalkState::recorded, principal, lin, "32"),
                               talk_of(TalkState::proposed, principal, he, "33"),
                               talk_of(TalkState::cancelled, zhou, head, "34")});
    EXPECT_EQ(cell(found, principal, zhou)->state, PairState::done);
    EXPECT_EQ(cell(found, lin, principal)->state, PairState::to_sign);
    EXPECT_EQ(cell(found, principal, he)->state, PairState::appointed);
    EXPECT_EQ(cell(found, zhou, head)->state, PairState::due) << "that one came to nothing";
    EXPECT_EQ(cell(found, zhou, lin)->state, PairState::missing) << "members had until 28 June";
    EXPECT_EQ(cell(found, he, head), nullptr) << "nobody demands it";
    EXPECT_EQ(found.tally.required(), 9);
    EXPECT_EQ(found.tally.count(PairState::done), 1);
    EXPECT_EQ(found.tally.count(PairState::missing), 3);
    EXPECT_EQ(found.tally.open(), 8);
    EXPECT_EQ(person(found, principal)->tally.required(), 4);
    EXPECT_EQ(person(found, head)->tally.required(), 1);
    ASSERT_EQ(found.kinds.size(), 4u);
    EXPECT_EQ(found.kinds[1].tally.count(PairState::missing), 3);
}

TEST(TalkMatrix, counts_a_talk_written_down_twice_once) {
    const auto found = matrix({talk_of(TalkState::recorded, principal, zhou, "31"),
                               talk_of(TalkState::done, zhou, principal, "32")});
    EXPECT_EQ(found.tally.required(), 9);
    EXPECT_EQ(found.tally.count(PairState::done), 1) << "the further one counts";
    EXPECT_EQ(found.tally.count(PairState::to_sign), 0);
}

TEST(TalkMatrix, keeps_talks_with_whoever_left_and_those_asked_for_beside_the_count) {
    auto meeting = some_meeting();
    meeting.participants[1].left_on = today;
    const auto found = matrix(
        {talk_of(TalkState::done, principal, zhou, "31"), talk_of(TalkState::done, he, head, "32")},
        meeting);
    const auto* kept = cell(found, principal, zhou);
    ASSERT_NE(kept, nullptr);
    EXPECT_FALSE(kept->required);
    EXPECT_TRUE(person(found, zhou)->has_left);
    EXPECT_FALSE(cell(found, he, head)->required);
    EXPECT_EQ(found.tally.count(PairState::done), 0);
    EXPECT_EQ(person(matrix({}, meeting), zhou), nullptr) << "left, and nothing to keep";
}

TEST(TalkMatrix, shows_the_others_nothing_but_their_own_pairs) {
    const auto found =
        matrix({talk_of(TalkState::done, principal, he)}, some_meeting(), {{Other(lin)}});
    EXPECT_EQ(found.cells.size(), 4u) << "the principal, two members, the delegate";
    for (const auto& one : found.cells)
        EXPECT_TRUE(found.people[one.member].who == Other(lin) ||
                    found.people[one.other].who == Other(lin));
    EXPECT_EQ(person(found, head), nullptr);
    EXPECT_EQ(found.tally.required(), 4);
    EXPECT_EQ(found.tally.count(PairState::done), 0);
    EXPECT_EQ(person(found, principal)->criticisms, CriticismTally{});
    EXPECT_TRUE(matrix({}, some_meeting(), std::vector<Other>{}).cells.empty());
}

TEST(TalkMatrix, counts_criticisms_against_the_demand) {
    auto both = talk_of(TalkState::done, principal, zhou);
    both.side(Side::member).criticisms = 2;
    both.side(Side::other).criticisms = 1;
    auto with_head = talk_of(TalkState::done, zhou, head, "32");
    with_head.side(Side::member).criticisms = 5;
    const auto found = matrix({both, with_head});
    EXPECT_EQ(person(found, principal)->criticisms, (CriticismTally{2, 1, 3}));
    EXPECT_EQ(person(found, zhou)->criticisms, (CriticismTally{1, 0, 3}))
        << "one of two, and the head is not of the team";
    EXPECT_EQ(person(found, lin)->criticisms, (CriticismTally{0, 0, 3}));
}

}  // namespace
}  // namespace talks
