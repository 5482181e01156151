// Who is told of statements: a message to each whom it concerns, and to nobody else.
#include "life_meetings/test_life_inbox.hpp"
#include "statements/test_statements.hpp"

namespace statements {
namespace {

class StatementNews : public testing::Statements {
  protected:
    life_meetings::testing::TestLifeInbox people{one};

    std::string heard(const base::Actor& who) { return people.heard(who); }
    void expect_nobody_else_heard() {
        for (const auto* who :
             {&one.he_xiulan, &one.recorder, &one.guide, &one.outsider, &people.uncleared})
            EXPECT_EQ(heard(*who), "") << who->name;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(StatementNews);

TEST_P(StatementNews, go_to_whose_turn_it_is_and_to_whoever_wrote_it) {
    const auto id = handed_in(one.zhou_yuan);
    EXPECT_EQ(heard(one.han_zheng), "statement_to_review");
    EXPECT_EQ(heard(one.zhou_yuan), "");
    EXPECT_EQ(heard(people.keeper), "");
    const auto remark = add_remark(needs, one.han_zheng, id,
                                   {one.ledger.here.make_id<RemarkId>(), 2, "", "请写具体"});
    EXPECT_EQ(testing::code_of(remark), "accepted");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::send_back), "accepted");
    EXPECT_EQ(heard(one.zhou_yuan), "statement_remarked, statement_returned");
    EXPECT_EQ(testing::code_of(answer_remark(needs, one.zhou_yuan, id,
                                             {remark->remarks.at(0).id, true, "已改"})),
              "accepted");
    EXPECT_EQ(step(id, one.zhou_yuan, StatementAct::hand_in), "accepted");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "accepted");
    EXPECT_EQ(heard(people.inspection), "");
    EXPECT_EQ(step(id, one.keeper, StatementAct::send_up), "accepted");
    for (const auto* who : {&people.inspection, &people.discipline, &one.contact})
        EXPECT_EQ(heard(*who), "statement_sent_up") << who->name;
    EXPECT_EQ(step(id, one.discipline, StatementAct::approve), "accepted");
    EXPECT_EQ(heard(people.inspection), "statement_sent_up") << "the contact leader is asked still";
    EXPECT_EQ(step(id, one.contact, StatementAct::approve), "accepted");
    EXPECT_EQ(heard(one.zhou_yuan), "statement_approved, statement_remarked, statement_returned");
    EXPECT_EQ(heard(people.inspection), "statement_filed, statement_sent_up");
    EXPECT_EQ(heard(people.discipline), "statement_sent_up");
    EXPECT_EQ(heard(one.lin_xiao), "");
    expect_nobody_else_heard();
}

TEST_P(StatementNews, of_the_team_go_to_its_members_who_are_asked) {
    const auto id = begin(one.keeper, StatementKind::team);
    fill(id, one.keeper);
    EXPECT_EQ(step(id, one.keeper, StatementAct::hand_in), "accepted");
    EXPECT_EQ(heard(one.han_zheng), "statement_to_review");
    EXPECT_EQ(heard(one.lin_xiao), "statement_to_review");
    EXPECT_EQ(heard(people.keeper), "");
    EXPECT_EQ(heard(one.recorder), "");
    EXPECT_EQ(step(id, one.han_zheng, StatementAct::send_back), "accepted");
    EXPECT_EQ(heard(people.keeper), "statement_returned");
    EXPECT_EQ(heard(one.lin_xiao), "statement_to_review");
}

TEST_P(StatementNews, say_whose_it_is_and_not_a_word_of_it) {
    handed_in(one.zhou_yuan);
    const auto event = people.inbox.events(one.han_zheng).at(0);
    EXPECT_EQ(event.subject_text, "周远个人发言提纲");
    EXPECT_EQ(event.note, "");
    EXPECT_EQ(event.subject_id, one.meeting.text());
    const auto id = begin(one.keeper, StatementKind::team);
    fill(id, one.keeper);
    EXPECT_EQ(step(id, one.keeper, StatementAct::hand_in), "accepted");
    EXPECT_EQ(people.inbox.events(one.lin_xiao).at(0).subject_text, "班子对照检查材料");
}

}  // namespace
}  // namespace statements
