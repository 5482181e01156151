// Who is told of feedback and of clues, and nobody else.
#include "inspections/clue_actions.hpp"
#include "inspections/feedback_actions.hpp"
#include "ledger/test_inbox.hpp"

namespace inspections {
namespace {

using accounts::Role;
using ledger::testing::code_of;
using ledger::testing::day;

class InspectionNews : public ledger::testing::OneLedger {
  protected:
    FeedbackView registered() {
        Paper paper;
        paper.document = "青巡〔2024〕6号";
        paper.text = "1.采购管理不规范。";
        const auto made = register_feedback(
            needs, registrar, {ledger.here.make_id<FeedbackId>(), ledger.programme, paper});
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    static SeenFeedback seen(const FeedbackView& view) {
        return {view.feedback.id, view.feedback.version};
    }
    FeedbackView delivered() {
        const auto done =
            deliver_feedback(needs, registrar, seen(registered()), {day("2024-05-13"), {}, {}});
        EXPECT_EQ(code_of(done), "accepted");
        return *done;
    }
    void expect_silence(const std::vector<base::Actor>& others) {
        for (const auto& one : others) EXPECT_EQ(inbox.heard(one), "") << one.name;
    }

    ledger::testing::TestInbox inbox{ledger};
    base::Actor registrar = inbox.account("registrar", Role::rectification_office, ledger.district),
                second = inbox.account("second", Role::rectification_office, ledger.district),
                principal = inbox.account("principal", Role::principal, ledger.finance),
                elsewhere = inbox.account("elsewhere", Role::principal, ledger.audit),
                clerk = inbox.account("clerk", Role::responsible_unit, ledger.finance),
                supervisor = inbox.granted("supervisor", Role::discipline_office, ledger.audit),
                auditor = inbox.account("auditor", Role::responsible_unit, ledger.audit);
};
ZHENGGAI_ON_BOTH_ENGINES(InspectionNews);

TEST_P(InspectionNews, of_a_delivery_reaches_who_may_sign_and_of_the_receipt_who_registered) {
    const auto view = delivered();
    EXPECT_EQ(inbox.heard(principal), "feedback_delivered");
    EXPECT_EQ(inbox.events(principal).at(0).subject_id, view.feedback.id.text());
    expect_silence({registrar, second, elsewhere, clerk, supervisor, auditor});
    ASSERT_EQ(code_of(sign_for_feedback(needs, principal, seen(view))), "accepted");
    EXPECT_EQ(inbox.heard(registrar), "feedback_signed");
    EXPECT_EQ(inbox.heard(principal), "feedback_delivered");
    expect_silence({second, elsewhere, clerk, supervisor, auditor});
}

TEST_P(InspectionNews, of_a_receipt_on_paper_is_not_told_to_the_one_who_noted_it) {
    const auto view = delivered();
    ASSERT_EQ(code_of(note_feedback_receipt(needs, registrar, seen(view),
                                            {"周桂芳", day("2024-05-14"), false})),
              "accepted");
    expect_silence({registrar, second, clerk});
}

TEST_P(InspectionNews, of_a_copy_reaches_those_of_the_unit_who_see_the_feedback_once) {
    const auto view = delivered();
    Copy told{CopyRole::discipline, "随便写的名称", {}, "", {}, ledger.audit};
    const auto named = set_feedback_copies(needs, registrar, seen(view), {told});
    ASSERT_EQ(code_of(named), "accepted");
    EXPECT_EQ(named->feedback.copies[0].name, "审计局") << "as the unit is registered";
    expect_silence({supervisor, auditor, elsewhere});
    told.told_on = day("2024-05-14");
    const auto sent = set_feedback_copies(needs, registrar, seen(*named), {told});
    ASSERT_EQ(code_of(sent), "accepted");
    EXPECT_EQ(inbox.heard(supervisor), "feedback_copied");
    expect_silence({auditor, elsewhere, second, clerk});
    told.received_by = "孙丽";
    told.received_on = day("2024-05-15");
    const auto signs = set_feedback_copies(needs, registrar, seen(*sent), {told});
    ASSERT_EQ(code_of(signs), "accepted");
    EXPECT_EQ(inbox.heard(supervisor), "feedback_copied") << "not told twice";
    told.unit = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(set_feedback_copies(needs, registrar, seen(*signs), {told})), "unit_unknown");
}

TEST_P(InspectionNews, of_a_clue_reaches_the_cleared_alone_and_says_nothing_of_it) {
    const base::Guards clues{base::Guard::clues};
    const auto cleared =
                   inbox.granted("cleared", Role::rectification_office, ledger.district, clues),
               keeper = inbox.granted("keeper", Role::discipline_office, ledger.district, clues),
               leader = inbox.granted("leader", Role::principal, ledger.district, clues);
    Clue wanted;
    wanted.id = ledger.here.make_id<ClueId>();
    wanted.programme = ledger.programme;
    wanted.handing.unit = ledger.procurement;
    wanted.handing.matter = "反映采购中收受礼金的问题";
    wanted.handing.person = "钱某";
    wanted.handing.receiver_name = "区纪委监委";
    wanted.handing.handed_on = day("2024-06-01");
    ASSERT_EQ(code_of(record_clue(needs, cleared, wanted)), "accepted");
    EXPECT_EQ(inbox.heard(keeper), "clue_handed_over");
    const auto event = inbox.events(keeper).at(0);
    EXPECT_EQ(event.subject_id + event.subject_text + event.note, "");
    expect_silence({cleared, leader, registrar, second, principal, clerk, supervisor, auditor});
}

}  // namespace
}  // namespace inspections
