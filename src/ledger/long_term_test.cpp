// What goes on for long: it comes due on its next review, waits for the unit, and moves on only
// when the office confirms what was shown.
#include <gtest/gtest.h>

#include "ledger/extension_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "ledger/waiting_actions.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

TEST(LongTerm, is_looked_at_again_so_many_months_after_it_was_due) {
    const auto next = [](int months, std::optional<base::Date> last, std::string_view today) {
        const auto found = following_review({"抽查", months, last}, day(today));
        return found ? base::to_text(*found) : "none";
    };
    EXPECT_EQ(next(6, day("2024-06-30"), "2024-06-28"), "2024-12-30");
    EXPECT_EQ(next(6, day("2024-06-30"), "2024-07-20"), "2024-12-30") << "late is no excuse";
    EXPECT_EQ(next(1, day("2024-06-30"), "2024-09-05"), "2024-10-05") << "never behind today";
    EXPECT_EQ(next(1, day("2024-01-31"), "2024-01-20"), "2024-02-29");
    EXPECT_EQ(next(3, std::nullopt, "2024-06-30"), "2024-09-30");
    EXPECT_EQ(next(0, day("2024-06-30"), "2024-06-28"), "none");
}

class LongTermMeasures : public testing::OneLedger {
  protected:
    LongTermMeasures() { ledger.claim(row.problem.id, ledger.li_qiang); }
    Measure now() { return ledger.measure(measure.measure.id); }
    std::int64_t waiting() {
        for (const auto& view : view_waiting(needs, ledger.li_qiang, Reach::unit))
            if (view.section.waiting == Waiting::proof) return view.total;
        return -1;
    }
    std::string accept(const LongTerm& goes_on) {
        return code_of(accept_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id),
                                      {MeasureStatus::long_term, goes_on}, "同意"));
    }

    ProblemRow row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    MeasureRow measure = ledger.add(row, "每半年抽查采购", {}, TestLedger::by("2024-06-30"));
};
ZHENGGAI_ON_BOTH_ENGINES(LongTermMeasures);

TEST_P(LongTermMeasures, are_accepted_with_a_target_and_a_day_to_look_again) {
    ledger.report(measure.measure.id, ledger.li_qiang, 100);
    ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(measure.measure.id)));
    EXPECT_EQ(accept({}), "stage_target_missing");
    EXPECT_EQ(accept({"无反弹", 6, day("2024-06-30")}), "next_review_missing") << "it is today";
    EXPECT_EQ(accept({"无反弹", 6, day("2024-12-30")}), "accepted");
    EXPECT_EQ(now().due_on, day("2024-12-30"));
    EXPECT_EQ(now().long_term.stage_target, "无反弹");
}

TEST_P(LongTermMeasures, wait_for_their_proof_until_the_office_confirms_it) {
    ledger.finish(measure.measure.id, ledger.li_qiang, MeasureStatus::long_term);
    EXPECT_EQ(waiting(), 0);
    ledger.here.clock.move_to(base::start_of(day("2024-12-23")));
    EXPECT_EQ(waiting(), 1) << "a week before";
    ledger.here.clock.move_to(base::start_of(day("2025-01-02")));
    EXPECT_EQ(waiting(), 1) << "and after";
    ledger.report(measure.measure.id, ledger.li_qiang, 100);
    EXPECT_EQ(now().due_on, day("2024-12-30")) << "what was reported is not confirmed yet";
    EXPECT_EQ(waiting(), 1);
    ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(measure.measure.id)));
    EXPECT_EQ(waiting(), 0);
    EXPECT_EQ(accept({"无反弹", 6, following_review(now().long_term, day("2025-01-02"))}),
              "accepted");
    EXPECT_EQ(now().due_on, day("2025-06-30"));
    EXPECT_EQ(now().status, MeasureStatus::long_term);
    EXPECT_EQ(waiting(), 0);
}

TEST_P(LongTermMeasures, have_their_review_changed_by_the_office_and_it_is_on_record) {
    ledger.finish(measure.measure.id, ledger.li_qiang, MeasureStatus::long_term);
    MeasureChange change;
    change.long_term = LongTerm{"每季度抽查一次，无反弹", 3, day("2024-09-30")};
    EXPECT_EQ(
        code_of(edit_measure(needs, ledger.li_qiang, ledger.seen(measure.measure.id), change)),
        "only_the_office_edits");
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    EXPECT_EQ(now().due_on, day("2024-09-30"));
    const auto history = history_of_measure(needs, ledger.zhang_min, measure.measure.id);
    ASSERT_TRUE(history);
    std::string changed;
    for (const auto& one : history->front().changes)
        changed += one.field + " " + one.old_value + " " + one.new_value + "; ";
    EXPECT_EQ(changed,
              "stage_target 每半年抽查一次，无反弹 每季度抽查一次，无反弹; review_months 6 3; "
              "next_review_on 2024-12-30 2024-09-30; ");
    change.long_term = LongTerm{};  // Its deadline counts again.
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    EXPECT_EQ(now().due_on, day("2024-06-30"));
}

TEST_P(LongTermMeasures, move_their_review_when_an_extension_is_granted) {
    ledger.finish(measure.measure.id, ledger.li_qiang, MeasureStatus::long_term);
    const auto asked = ask_for_extension(needs, ledger.li_qiang, {false, measure.measure.id.uuid},
                                         {ledger.here.make_id<ExtensionId>(),
                                          day("2025-01-31"),
                                          "年底集中支付，抽查推迟一个月",
                                          {"采购科周科长", day("2024-06-29")}});
    ASSERT_TRUE(asked) << asked.error().code;
    auto discipline = ledger.office("区纪委王芳");
    discipline.acts = accounts::acts_of(accounts::Role::discipline_office);
    const auto once =
        decide_extension(needs, ledger.zhang_min, {asked->id, asked->version}, true, "同意");
    ASSERT_TRUE(once);
    ASSERT_TRUE(decide_extension(needs, discipline, {once->id, once->version}, true, "同意"));
    EXPECT_EQ(now().due_on, day("2025-01-31"));
    EXPECT_EQ(now().long_term.next_review_on, day("2025-01-31"));
    EXPECT_EQ(now().deadline.text, "2024-06-30前");
}

}  // namespace
}  // namespace ledger
