// Who is told when something is decided in a ledger: the units that hold the row and the one who
// handed it in, or those who review; never the one who did it, never who may not see it.
#include "ledger/news_actions.hpp"
#include "ledger/test_inbox.hpp"

namespace ledger {
namespace {

using accounts::Role;
using testing::TestLedger;

class News : public testing::OneLedger {
  protected:
    base::Actor account(const std::string& name, Role role, base::UnitId unit) {
        return inbox.account(name, role, unit);
    }
    testing::TestInbox inbox{ledger};
    base::Actor clerk = account("clerk", Role::responsible_unit, ledger.procurement),
                colleague = account("colleague", Role::responsible_unit, ledger.procurement),
                stranger = account("stranger", Role::responsible_unit, ledger.audit),
                bureau = account("bureau", Role::responsible_unit, ledger.finance),
                office = account("office", Role::rectification_office, ledger.district),
                second = account("second", Role::rectification_office, ledger.district),
                administrator = account("administrator", Role::system_admin, ledger.procurement);
    ProblemRow problem =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    MeasureRow measure = ledger.add(problem, "修订采购制度");

    std::string heard(const base::Actor& who) { return inbox.heard(who); }
    void hand_in() {
        ledger.here.pass(1'000);
        ledger.report(measure.measure.id, clerk, 100);
        EXPECT_TRUE(submit_measure(needs, clerk, ledger.seen(measure.measure.id)));
    }
};
ZHENGGAI_ON_BOTH_ENGINES(News);

TEST_P(News, of_a_review_reaches_the_units_that_hold_the_measure) {
    ledger.claim(problem.problem.id, clerk);
    hand_in();
    ASSERT_TRUE(send_back_measure(needs, office, ledger.seen(measure.measure.id),
                                  {"制度没有印发", "补印发件"}));
    hand_in();
    ASSERT_TRUE(accept_measure(needs, office, ledger.seen(measure.measure.id),
                               {MeasureStatus::done}, "同意"));
    const std::string both = "measure_accepted 1, measure_sent_back 1 制度没有印发";
    EXPECT_EQ(heard(clerk), both);
    EXPECT_EQ(heard(colleague), both);
    EXPECT_EQ(heard(bureau), both);  // The inspected unit answers for every row.
    for (const auto& other : {stranger, office, second, administrator})
        EXPECT_EQ(heard(other), "") << other.name;
}

TEST_P(News, of_an_application_reaches_all_reviewers_and_its_end_the_applicants) {
    ledger.claim(problem.problem.id, clerk);
    hand_in();
    ASSERT_TRUE(accept_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id),
                               {MeasureStatus::done}, "同意"));
    const auto id = problem.problem.id;
    ledger.here.pass(1'000);
    ASSERT_TRUE(apply_for_strike_off(needs, clerk, ledger.seen(id), TestLedger::complete()));
    EXPECT_EQ(heard(office), "strike_off_applied 1");
    EXPECT_EQ(heard(second), "strike_off_applied 1");
    EXPECT_EQ(heard(administrator), "");
    ledger.here.pass(1'000);
    ASSERT_TRUE(
        send_back_problem(needs, office, ledger.seen(id), {"总结没有数据", "补充统计数据", {}}));
    ledger.here.pass(1'000);
    ASSERT_TRUE(apply_for_strike_off(needs, bureau, ledger.seen(id), TestLedger::complete()));
    ledger.here.pass(1'000);
    ASSERT_TRUE(strike_off_problem(needs, second, ledger.seen(id), "同意销号"));
    EXPECT_EQ(heard(clerk),
              "problem_struck_off 1, problem_sent_back 1 总结没有数据, measure_accepted 1");
    EXPECT_EQ(heard(office), "strike_off_applied 1, strike_off_applied 1");
    EXPECT_EQ(heard(stranger), "");
}

TEST_P(News, is_not_told_when_the_act_was_refused) {
    ledger.claim(problem.problem.id, clerk);
    hand_in();
    EXPECT_FALSE(
        send_back_measure(needs, office, ledger.seen(measure.measure.id), {"不行", "", {}}));
    EXPECT_FALSE(accept_measure(needs, office, {measure.measure.id, 1}, {MeasureStatus::done}, ""));
    EXPECT_EQ(heard(clerk), "");
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM event"), 0);
}

}  // namespace
}  // namespace ledger
