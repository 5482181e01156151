// Who is told of talks: the two, of what the other or the office did.
#include "life_meetings/test_life_inbox.hpp"
#include "talks/test_talking.hpp"

namespace talks {
namespace {

class TalkNews : public testing::OneTalking {
  protected:
    ledger::testing::TestInbox inbox{one.ledger};

    std::string heard(const base::Actor& who) { return life_meetings::testing::heard(inbox, who); }
    TalkId opened(const base::Actor& who, const NewTalk& talk) {
        const auto made = open(who, talk);
        EXPECT_EQ(testing::code_of(made), "accepted");
        return made->talk.id;
    }
    void expect_nobody_else_heard() {
        for (const auto* who :
             {&one.han_zheng, &one.he_xiulan, &one.recorder, &one.sitting_in, &one.outsider})
            EXPECT_EQ(heard(*who), "") << who->name;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(TalkNews);

TEST_P(TalkNews, go_to_the_other_when_one_arranges_moves_or_cancels) {
    const auto id = opened(one.zhou_yuan, arranged(one.zhou_yuan, id_of(one.lin_xiao).uuid));
    EXPECT_EQ(heard(one.lin_xiao), "talk_arranged 2024-07-03 15:00，局谈话室");
    EXPECT_EQ(heard(one.zhou_yuan), "");
    EXPECT_EQ(testing::code_of(propose_talk(needs, one.lin_xiao, seen(id), when("2024-07-05"))),
              "accepted");
    EXPECT_EQ(heard(one.zhou_yuan), "talk_moved 2024-07-05 15:00，局谈话室");
    EXPECT_EQ(testing::code_of(confirm_talk(needs, one.zhou_yuan, seen(id))), "accepted");
    EXPECT_EQ(testing::code_of(cancel_talk(needs, one.zhou_yuan, seen(id), "临时有防汛任务")),
              "accepted");
    EXPECT_EQ(
        heard(one.lin_xiao),
        "talk_arranged 2024-07-03 15:00，局谈话室, talk_cancelled 2024-07-05 15:00，局谈话室");
    expect_nobody_else_heard();
}

TEST_P(TalkNews, go_to_both_when_the_office_arranges) {
    opened(one.keeper, arranged(one.zhou_yuan, id_of(one.lin_xiao).uuid));
    EXPECT_EQ(heard(one.lin_xiao), "talk_arranged 2024-07-03 15:00，局谈话室");
    EXPECT_EQ(heard(one.zhou_yuan), heard(one.lin_xiao));
    expect_nobody_else_heard();
}

TEST_P(TalkNews, ask_the_other_for_a_signature_and_say_nothing_of_the_record) {
    opened(one.zhou_yuan, written(one.zhou_yuan, id_of(one.lin_xiao).uuid));
    const auto events = inbox.events(one.lin_xiao);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(notify::name_of(events[0].kind), "talk_to_sign");
    EXPECT_EQ(events[0].note, "");
    EXPECT_EQ(events[0].subject_text.find("不严"), std::string::npos);
    EXPECT_EQ(heard(one.zhou_yuan), "");
    expect_nobody_else_heard();
}

TEST_P(TalkNews, reach_whoever_talks_without_being_of_the_team) {
    opened(one.zhou_yuan, arranged(one.zhou_yuan, head.uuid));
    EXPECT_EQ(heard(one.sitting_in), "talk_arranged 2024-07-03 15:00，局谈话室");
    EXPECT_EQ(heard(one.lin_xiao), "");
}

}  // namespace
}  // namespace talks
