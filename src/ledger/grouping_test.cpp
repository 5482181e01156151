// Rows counted by what they have in common: the groups add up to the list, each cell is the list
// behind it, and what was reported is summed.
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::TestLedger;

class Groups : public testing::OneLedger {
  protected:
    Groups() {
        const auto led = [](const std::string& leader, Responsibility held) {
            held.push_back({HolderRole::lead_leader, leader, {}, {}});
            return held;
        };
        const auto purchases = ledger.add(
            "采购管理不规范", led("陈立新", TestLedger::held_by("采购科", ledger.procurement)),
            TestLedger::by("2024-06-15"));
        const auto budgets =
            ledger.add("预算编制粗放", led("周桂芳", TestLedger::held_by("预算科", ledger.budget)));
        first = ledger.add(purchases, "修订采购制度").measure.id;
        ledger.add(purchases, "清理超标采购", {}, TestLedger::by("2024-12-31"));
        ledger.add(budgets, "细化预算编制");
        ledger.claim(purchases.problem.id, ledger.li_qiang);
        auto entry = ledger.entry("已清退", 50);
        entry.results = {{ResultKind::recovered_yuan, 8'000}, {ResultKind::regulations, 1}};
        EXPECT_TRUE(report_progress(needs, ledger.li_qiang, first, entry));
        auto more = ledger.entry("又清退", 80);
        more.results = {{ResultKind::recovered_yuan, 4'500}};
        EXPECT_TRUE(report_progress(needs, ledger.li_qiang, first, more));
    }
    LedgerQuery all() {
        LedgerQuery query;
        query.filter.programme = ledger.programme;
        return query;
    }
    /// "采购科 2/1 under_way:1 not_started:1 recovered_yuan=12500; …": total, overdue, cells, sums.
    std::string groups(GroupBy by, const base::Actor& who, View view = View::measures) {
        const auto found = group_ledger(needs, who, view, by, all());
        if (!found) return found.error().code;
        std::string text;
        for (const auto& group : *found) {
            text += (text.empty() ? "" : "; ") + group.name + " " + std::to_string(group.total) +
                    "/" + std::to_string(group.overdue);
            for (const auto& cell : group.cells)
                text += " " + cell.status + ":" + std::to_string(cell.count);
            for (const auto& sum : group.results)
                text += " " + std::string(name_of(sum.kind)) + "=" + std::to_string(sum.quantity);
        }
        return text;
    }
    MeasureId first;
};
ZHENGGAI_ON_BOTH_ENGINES(Groups);

TEST_P(Groups, count_states_and_sum_what_was_reported) {
    EXPECT_EQ(groups(GroupBy::unit, ledger.zhang_min),
              "采购科 2/1 not_started:1 under_way:1 regulations=1 recovered_yuan=12500; "
              "预算科 1/0 not_started:1");
    EXPECT_EQ(groups(GroupBy::leader, ledger.zhang_min),
              "陈立新 2/1 not_started:1 under_way:1 regulations=1 recovered_yuan=12500; "
              "周桂芳 1/0 not_started:1");
    EXPECT_EQ(groups(GroupBy::month, ledger.zhang_min),
              "2024-06 1/1 under_way:1 regulations=1 recovered_yuan=12500; "
              "2024-12 1/0 not_started:1;  1/0 not_started:1");
    EXPECT_EQ(groups(GroupBy::status, ledger.zhang_min),
              "not_started 2/0 not_started:2; "
              "under_way 1/1 under_way:1 regulations=1 recovered_yuan=12500");
    EXPECT_EQ(groups(GroupBy::area, ledger.zhang_min),
              "党的建设方面 3/1 not_started:2 under_way:1 regulations=1 recovered_yuan=12500");
    EXPECT_EQ(groups(GroupBy::unit, ledger.zhang_min, View::problems),
              "采购科 1/1 under_way:1; 预算科 1/0 unclaimed:1");
}

TEST_P(Groups, follow_the_leader_when_a_problem_changes_hands) {
    const auto row = ledger.measures({}, ledger.zhang_min).rows.at(0);
    const Responsibility held{{HolderRole::lead_leader, "王建国", {}, {}}};
    ASSERT_TRUE(
        edit_problem(needs, ledger.zhang_min, ledger.seen(row.problem.id), {{}, {}, held, {}}));
    EXPECT_EQ(groups(GroupBy::leader, ledger.zhang_min).substr(0, 9), "王建国");
}

TEST_P(Groups, hold_only_what_is_in_sight) {
    EXPECT_EQ(groups(GroupBy::unit, ledger.zhao_li), "预算科 1/0 not_started:1");
    EXPECT_EQ(groups(GroupBy::unit, ledger.sun_li), "");
    LedgerQuery everywhere;
    EXPECT_EQ(testing::code_of(
                  group_ledger(needs, ledger.zhang_min, View::measures, GroupBy::area, everywhere)),
              "areas_are_of_one_programme");
}

TEST_P(Groups, add_up_to_the_list_and_each_cell_is_the_list_behind_it) {
    for (const auto view : {View::measures, View::problems}) {
        for (const auto by :
             {GroupBy::area, GroupBy::unit, GroupBy::leader, GroupBy::status, GroupBy::month}) {
            std::int64_t total = 0;
            const auto found = group_ledger(needs, ledger.zhang_min, view, by, all());
            ASSERT_TRUE(found);
            const auto count = [&](LedgerFilter filter) {
                return view == View::measures ? ledger.measures(filter, ledger.zhang_min).total
                                              : ledger.problems(filter, ledger.zhang_min).total;
            };
            for (const auto& group : *found) {
                auto filter = all().filter;
                filter.group = GroupKey{by, group.key};
                EXPECT_EQ(count(filter), group.total) << name_of(by) << group.key;
                filter.tier = Tier::overdue;
                EXPECT_EQ(count(filter), group.overdue) << name_of(by) << group.key;
                filter.tier.reset();
                for (const auto& cell : group.cells) {
                    filter.statuses = {cell.status};
                    EXPECT_EQ(count(filter), cell.count) << name_of(by) << group.key;
                }
                total += group.total;
            }
            EXPECT_EQ(count(all().filter), total);
        }
    }
}

TEST_P(Groups, cost_two_statements_and_one_for_the_names_of_areas) {
    const auto cost = [&](GroupBy by) {
        const auto before = database().statements_run();
        EXPECT_TRUE(group_ledger(needs, ledger.zhang_min, View::measures, by, all()));
        return database().statements_run() - before;
    };
    EXPECT_EQ(cost(GroupBy::unit), 2u);
    EXPECT_EQ(cost(GroupBy::area), 3u);
}

TEST(GroupKeys, are_read_from_the_address) {
    EXPECT_EQ(group_key_of("unit:财政局"), (GroupKey{GroupBy::unit, "财政局"}));
    EXPECT_EQ(group_key_of("month:"), (GroupKey{GroupBy::month, ""}));
    EXPECT_EQ(group_key_of("leader:甲:乙")->key, "甲:乙");
    for (const auto* wrong : {"", "unit", "colour:red"}) EXPECT_FALSE(group_key_of(wrong)) << wrong;
}

}  // namespace
}  // namespace ledger
