// What changed in a ledger between two days: cells then and now, rows that are new, and nothing of
// what somebody may not see.
#include <gtest/gtest.h>

#include <map>

#include "ledger/comparison_json.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

constexpr std::int64_t day_ms = 24 * 60 * 60'000;

class Comparisons : public testing::OneLedger {
  protected:
    ComparisonPage compare(View view, std::string_view from, std::string_view to,
                           const base::Actor& who) {
        const auto page =
            compare_ledger(needs, who, ledger.programme, view, {day(from), day(to)}, {1, 100});
        EXPECT_TRUE(page) << page.error().code;
        return *page;
    }
    static std::map<std::string, std::string> cells(const RowComparison& row) {
        std::map<std::string, std::string> cells;
        for (const auto& change : row.changes)
            cells[change.field] = change.old_value + " → " + change.new_value;
        return cells;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Comparisons);

TEST_P(Comparisons, put_the_end_of_one_day_beside_the_end_of_another) {
    const auto row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));  // 30 June
    const auto measure = ledger.add(row, "修订采购制度", {}, TestLedger::by("2024-07-15"));
    ledger.here.pass(day_ms);  // 1 July
    ledger.claim(row.problem.id, ledger.li_qiang);
    ledger.report(measure.measure.id, ledger.li_qiang, 20);
    ledger.here.pass(day_ms);  // 2 July
    ledger.report(measure.measure.id, ledger.li_qiang, 50);
    MeasureChange change;
    change.text = "修订并印发采购制度";
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    const auto late = ledger.add(row, "公开采购结果");

    const auto both = compare(View::measures, "2024-06-30", "2024-07-02", ledger.zhang_min);
    ASSERT_EQ(both.rows.size(), 2u);
    EXPECT_EQ(both.total, 2);
    EXPECT_EQ(both.reports, 2);
    EXPECT_FALSE(both.rows[0].is_new);
    EXPECT_EQ(cells(both.rows[0])["text"], "修订采购制度 → 修订并印发采购制度");
    EXPECT_EQ(cells(both.rows[0])["status"], "not_started → under_way");
    EXPECT_EQ(both.rows[0].text, "修订并印发采购制度");
    EXPECT_TRUE(both.rows[1].is_new);
    EXPECT_EQ(both.rows[1].number, late.measure.number);

    const auto first = compare(View::measures, "2024-06-30", "2024-07-01", ledger.zhang_min);
    ASSERT_EQ(first.rows.size(), 1u);  // What came on 2 July is not told of.
    EXPECT_FALSE(cells(first.rows[0]).contains("text"));
    EXPECT_EQ(first.reports, 1);
    const auto problems = compare(View::problems, "2024-06-30", "2024-07-02", ledger.zhang_min);
    ASSERT_EQ(problems.rows.size(), 1u);
    EXPECT_EQ(cells(problems.rows[0])["status"], "unclaimed → under_way");
    EXPECT_EQ(compare(View::problems, "2024-07-01", "2024-07-02", ledger.zhang_min).total, 0);
    EXPECT_TRUE(
        compare(View::problems, "2024-06-29", "2024-06-30", ledger.zhang_min).rows[0].is_new);
}

TEST_P(Comparisons, say_when_a_row_is_again_as_it_was) {
    const auto row = ledger.add("采购管理不规范");
    ledger.here.pass(day_ms);
    for (const auto* text : {"采购管理很不规范", "采购管理不规范"}) {
        ProblemChange change;
        change.text = text;
        ASSERT_TRUE(edit_problem(needs, ledger.zhang_min, ledger.seen(row.problem.id), change));
    }
    const auto page = compare(View::problems, "2024-06-30", "2024-07-01", ledger.zhang_min);
    ASSERT_EQ(page.rows.size(), 1u);
    EXPECT_TRUE(page.rows[0].changes.empty());
}

TEST_P(Comparisons, show_nobody_a_row_they_may_not_see) {
    const auto seen = ledger.add("采购问题", TestLedger::held_by("采购科", ledger.procurement));
    const auto other = ledger.add("预算问题", TestLedger::held_by("预算科", ledger.budget));
    EXPECT_EQ(compare(View::problems, "2024-06-29", "2024-06-30", ledger.li_qiang).total, 1);
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    ASSERT_TRUE(guard_problem(needs, cleared, ledger.seen(other.problem.id), {base::Guard::clues}));
    const auto page = compare(View::problems, "2024-06-29", "2024-06-30", ledger.zhang_min);
    ASSERT_EQ(page.rows.size(), 1u);
    EXPECT_EQ(page.rows[0].id, seen.problem.id.text());
    EXPECT_EQ(compare(View::problems, "2024-06-29", "2024-06-30", cleared).total, 2);
    EXPECT_EQ(code_of(compare_ledger(needs, ledger.sun_li, ledger.programme, View::problems,
                                     {day("2024-06-29"), day("2024-06-30")}, {1, 100})),
              "programme_not_found");
}

TEST_P(Comparisons, refuse_a_time_that_cannot_be) {
    const auto compare_in = [&](std::string_view from, std::string_view to) {
        return code_of(compare_ledger(needs, ledger.zhang_min, ledger.programme, View::measures,
                                      {day(from), day(to)}, {1, 100}));
    };
    EXPECT_EQ(compare_in("2024-06-30", "2024-06-29"), "from_is_after_to");
    EXPECT_EQ(compare_in("2024-07-01", "2024-07-02"), "period_lies_in_the_future");
    EXPECT_EQ(compare_in("2024-06-30", "2024-12-31"), "accepted");
}

TEST(ComparisonAddresses, ask_for_the_last_week_unless_told_otherwise) {
    http::Request request;
    const auto asked = read_comparison_address(request, day("2024-06-30"));
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->period.from, day("2024-06-23"));
    EXPECT_EQ(asked->period.to, day("2024-06-30"));
    request.query = {{"from", "2024-13-01"}};
    EXPECT_EQ(read_comparison_address(request, day("2024-06-30")).error().code, "expected_date");
    request.query = {{"view", "areas"}};
    EXPECT_EQ(read_comparison_address(request, day("2024-06-30")).error().code, "unknown_name");
}

}  // namespace
}  // namespace ledger
