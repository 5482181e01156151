// Reminding: each step once, to those whose it is, caught up after a standstill, and anew when the
// day moved.
#include <gtest/gtest.h>

#include "ledger/extension_actions.hpp"
#include "ledger/reminder_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using accounts::Role;
using testing::day;
using testing::TestLedger;

constexpr std::int64_t day_ms = 24 * 60 * 60'000;

TEST(ReminderLadders, are_written_as_days) {
    EXPECT_EQ(ladder_of("20, 10")->days, (std::vector{20, 10}));
    EXPECT_EQ(ladder_of("3,30 ,10")->days, (std::vector{30, 10, 3}));
    EXPECT_TRUE(ladder_of("")->days.empty());
    for (const auto* wrong : {"0", "366", "10,10", "ten", "10;5", "1,2,3,4,5,6", "-1"})
        EXPECT_FALSE(ladder_of(wrong)) << wrong;
}

TEST(ReminderLadders, put_a_row_on_the_closest_step) {
    const ReminderLadder ladder{{20, 10}};
    const auto today = day("2024-06-30");
    EXPECT_FALSE(step_of(day("2024-07-21"), today, ladder));
    EXPECT_EQ(step_of(day("2024-07-20"), today, ladder), 20);
    EXPECT_EQ(step_of(day("2024-07-11"), today, ladder), 20);
    EXPECT_EQ(step_of(day("2024-07-10"), today, ladder), 10);
    EXPECT_EQ(step_of(today, today, ladder), 10);
    EXPECT_EQ(step_of(day("2024-06-29"), today, ladder), overdue_step);
    EXPECT_FALSE(step_of(day("2024-06-29"), today, {}));
    EXPECT_TRUE(is_news(10, 20));
    EXPECT_FALSE(is_news(10, 10));
    EXPECT_FALSE(is_news(20, 10));
    EXPECT_TRUE(is_news(overdue_step, 10));
}

class Reminders : public testing::OneLedger {
  protected:
    Reminders() {
        ledger.claim(row.problem.id, ledger.li_qiang);
        ledger.here.clock.move_to({base::start_of(day("2024-06-30")).milliseconds + 9 * 3'600'000});
    }
    base::AccountId account(const std::string& name, Role role, base::UnitId unit) {
        return ledger.here.account(name, role, unit).account.id;
    }
    std::string messages_of(base::AccountId id) {
        std::string all;
        ledger.here.database.read([&](db::Transaction& transaction) {
            transaction.all(
                "SELECT e.kind, e.subject_number, e.note FROM message m JOIN event e ON e.id = "
                "m.event_id WHERE m.account_id = $1 ORDER BY e.at, e.id",
                {id}, [&](const db::Row& row) {
                    all += row.string(0) + " " + std::to_string(row.integer(1)) +
                           (row.string(2).empty() ? "" : " " + row.string(2)) + "; ";
                    return 0;
                });
        });
        return all;
    }
    std::int64_t round() { return remind(needs, ladder); }

    const ReminderLadder ladder{{20, 10}};
    ProblemRow row = ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement),
                                TestLedger::by("2024-12-31"));
    MeasureRow measure = ledger.add(row, "修订采购制度", {}, TestLedger::by("2024-07-15"));
    base::AccountId handler = account("handler", Role::handler, ledger.procurement),
                    leader = account("leader", Role::responsible_leader, ledger.procurement),
                    other = account("other", Role::handler, ledger.budget),
                    office = account("office", Role::rectification_office, ledger.district);
};
ZHENGGAI_ON_BOTH_ENGINES(Reminders);

TEST_P(Reminders, climb_the_ladder_and_tell_more_people_at_each_step) {
    ledger.add(row, "公开采购结果", {}, TestLedger::by("2024-07-12"));
    EXPECT_GT(round(), 0);
    EXPECT_EQ(messages_of(handler), "rows_due_soon 2 20; ");  // both rows in one message
    EXPECT_EQ(messages_of(leader), "");
    EXPECT_EQ(messages_of(other), "");
    EXPECT_EQ(round(), 0);         // once
    ledger.here.pass(5 * day_ms);  // 5 July
    round();
    EXPECT_EQ(messages_of(leader), "rows_due_soon 2 10; ");
    EXPECT_EQ(messages_of(office), "");
    ledger.here.pass(11 * day_ms);  // 16 July
    round();
    EXPECT_EQ(messages_of(handler), "rows_due_soon 2 20; rows_due_soon 2 10; rows_overdue 2; ");
    EXPECT_EQ(messages_of(office), "rows_overdue 2; ");
    EXPECT_EQ(round(), 0);
}

TEST_P(Reminders, are_caught_up_with_the_step_that_counts_now) {
    ledger.here.pass(10 * day_ms);  // 10 July: the first step passed while nothing ran.
    round();
    EXPECT_EQ(messages_of(handler), "rows_due_soon 1 10; ");
    EXPECT_EQ(round(), 0);
}

TEST_P(Reminders, begin_anew_when_the_day_moves_and_stop_when_the_work_is_handed_in) {
    ledger.here.pass(10 * day_ms);
    round();
    MeasureChange change;
    change.deadline = TestLedger::by("2024-07-25");
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    round();
    EXPECT_EQ(messages_of(handler), "rows_due_soon 1 10; rows_due_soon 1 20; ");
    ledger.report(measure.measure.id, ledger.li_qiang, 100);
    ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(measure.measure.id)));
    ledger.here.pass(30 * day_ms);
    EXPECT_EQ(round(), 0);
}

TEST_P(Reminders, wait_for_the_morning_and_for_a_ladder) {
    ledger.here.clock.move_to({base::start_of(day("2024-06-30")).milliseconds + 7 * 3'600'000});
    EXPECT_EQ(round(), 0);
    ledger.here.pass(2 * 3'600'000);
    EXPECT_EQ(remind(needs, {}), 0);
    EXPECT_GT(round(), 0);
}

TEST_P(Reminders, tell_nobody_of_rows_they_are_not_cleared_for) {
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    ASSERT_TRUE(guard_problem(needs, cleared, ledger.seen(row.problem.id), {base::Guard::clues}));
    EXPECT_EQ(round(), 0);
    EXPECT_EQ(messages_of(handler), "");
}

}  // namespace
}  // namespace ledger
