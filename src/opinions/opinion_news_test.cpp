// Who is told of opinions: whoever they are given to, how many, and not a word of them.
#include "life_meetings/test_life_inbox.hpp"
#include "opinions/gathered_actions.hpp"
#include "opinions/test_collection.hpp"

namespace opinions {
namespace {

class OpinionNews : public testing::OneCollection {
  protected:
    life_meetings::testing::TestLifeInbox people{one};

    std::string heard(const base::Actor& who) { return people.heard(who); }
    void expect_nobody_else_heard() {
        for (const auto* who : {&one.recorder, &one.guide, &one.contact, &one.outsider,
                                &people.keeper, &people.inspection, &people.uncleared})
            EXPECT_EQ(heard(*who), "") << who->name;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(OpinionNews);

TEST_P(OpinionNews, go_to_those_to_whom_opinions_are_given_with_how_many) {
    chosen();
    entered({{std::nullopt, "班子学习走过场"}, {part_of(one.lin_xiao), "下基层少"}});
    EXPECT_EQ(heard(one.lin_xiao), "");
    EXPECT_EQ(testing::code_of(deliver_opinions(needs, one.keeper, id())), "accepted");
    EXPECT_EQ(heard(one.lin_xiao), "opinions_delivered 2");
    EXPECT_EQ(heard(one.zhou_yuan), "opinions_delivered 1");
    EXPECT_EQ(people.inbox.events(one.lin_xiao).at(0).subject_text, "巡察整改专题民主生活会");
    // What was given is not told again.
    entered({{part_of(one.zhou_yuan), "批阅文件慢"}});
    EXPECT_EQ(testing::code_of(deliver_opinions(needs, one.keeper, id())), "accepted");
    EXPECT_EQ(heard(one.lin_xiao), "opinions_delivered 2");
    EXPECT_EQ(heard(one.zhou_yuan), "opinions_delivered 1, opinions_delivered 1");
    expect_nobody_else_heard();
}

TEST_P(OpinionNews, go_to_those_to_whom_a_gathered_problem_is_new) {
    NewGathered wanted;
    wanted.id = one.ledger.here.make_id<GatheredId>();
    wanted.source = Source::audit;
    wanted.text = "三公经费超预算";
    wanted.given_to = {part_of(one.lin_xiao)};
    EXPECT_EQ(testing::code_of(gather_problem(needs, one.keeper, id(), wanted)), "accepted");
    EXPECT_EQ(heard(one.lin_xiao), "gathered_given 1");
    EXPECT_EQ(heard(one.zhou_yuan), "");
    EXPECT_EQ(testing::code_of(give_gathered(needs, one.keeper, wanted.id,
                                             {part_of(one.lin_xiao), part_of(one.zhou_yuan)})),
              "accepted");
    EXPECT_EQ(heard(one.lin_xiao), "gathered_given 1");
    EXPECT_EQ(heard(one.zhou_yuan), "gathered_given 1");
    EXPECT_EQ(heard(one.han_zheng), "");
    expect_nobody_else_heard();
}

}  // namespace
}  // namespace opinions
