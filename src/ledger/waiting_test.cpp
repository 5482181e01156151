// What waits for whom: each figure of the home page equals the list that its address opens, at any
// reach, for every person; and a page costs the same few statements whatever waits.
#include <boost/json.hpp>

#include "ledger/test_ledger.hpp"
#include "ledger/waiting_actions.hpp"

namespace ledger {
namespace {

using testing::TestLedger;

/// On 30 June 2024: every kind of waiting, at two units and in two programmes.
class WaitingRows : public testing::OneLedger {
  protected:
    Responsibility procurement = TestLedger::held_by("采购科", ledger.procurement);
    Responsibility budget = TestLedger::held_by("预算科", ledger.budget);
    ProblemRow unclaimed = ledger.add("预算编制粗放", budget);
    ProblemRow claimed = ledger.add("采购管理不规范", procurement);
    MeasureRow late = ledger.add(claimed, "修订采购制度", {}, TestLedger::by("2024-06-29"));
    MeasureRow near = ledger.add(claimed, "公开采购结果", {}, TestLedger::by("2024-07-07"));
    MeasureRow far = ledger.add(claimed, "培训采购人员", {}, TestLedger::by("2024-07-08"));
    MeasureRow not_yet = ledger.add(unclaimed, "细化预算编制");
    MeasureRow handed_in = ledger.add(claimed, "清理历史合同", {}, TestLedger::by("2024-06-01"));
    MeasureRow refused = ledger.add(claimed, "追回多付款项", {}, TestLedger::by("2024-06-30"));

    void SetUp() override {
        ledger.claim(claimed.problem.id, ledger.li_qiang);
        ledger.report(far.measure.id, ledger.li_qiang);
        hand_in(handed_in.measure.id, ledger.li_qiang);
        hand_in(refused.measure.id, ledger.li_qiang);
        EXPECT_TRUE(send_back_measure(needs, ledger.zhang_min, ledger.seen(refused.measure.id),
                                      {"没有凭证，看不出追回", ""}));
        const auto elsewhere = ledger.open("审计局整改");
        ledger.add("审计覆盖不够", TestLedger::held_by("审计局", ledger.audit), {}, elsewhere);
        const auto own = ledger.add(ledger.add("由整改办填报", procurement), "由整改办代填");
        ledger.claim(own.problem.id, ledger.zhang_min);
        hand_in(own.measure.id, ledger.zhang_min);
    }
    void hand_in(MeasureId id, const base::Actor& who) {
        ledger.report(id, who, 100);
        EXPECT_TRUE(submit_measure(needs, who, ledger.seen(id)));
    }
    /// "problems claim 1, measures report 2": sections with something in them.
    std::string said(const base::Actor& who, Reach reach) {
        std::string text;
        for (const auto& view : view_waiting(needs, who, reach)) {
            if (view.total == 0) continue;
            text += (text.empty() ? "" : ", ") + std::string(name_of(view.section.view)) + " " +
                    std::string(name_of(view.section.waiting)) + " " + std::to_string(view.total);
        }
        return text;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(WaitingRows);

TEST_P(WaitingRows, are_counted_for_those_who_can_do_something_about_them) {
    EXPECT_EQ(said(ledger.li_qiang, Reach::unit),
              "measures overdue 1, measures returned 1, measures due_soon 2, measures report 3");
    EXPECT_EQ(said(ledger.zhao_li, Reach::unit), "problems claim 1");
    EXPECT_EQ(said(ledger.sun_li, Reach::unit), "problems claim 1");
    EXPECT_EQ(said(ledger.zhang_min, Reach::unit), "measures review 1");  // Not her own.
    EXPECT_EQ(said(ledger.wang_fang, Reach::unit), "measures review 2");
    EXPECT_EQ(said(ledger.wang_fang, Reach::all),
              "measures review 2, measures overdue 1, measures returned 1, measures due_soon 2, "
              "problems claim 2, measures report 3");
    // The inspected unit answers for every row of its programme.
    EXPECT_EQ(said(ledger.zhou_guifang, Reach::unit),
              "measures overdue 1, measures returned 1, measures due_soon 2, problems claim 2, "
              "measures report 3");
}

TEST_P(WaitingRows, stand_still_when_nobody_reports_for_thirty_days) {
    const auto stalled = [&](const base::Actor& who) {
        for (const auto& view : view_waiting(needs, who, Reach::all))
            if (view.section.waiting == Waiting::stalled) return view.total;
        return std::int64_t{-1};
    };
    constexpr std::int64_t day_long = 24 * 3600 * 1000;
    ledger.here.pass(30 * day_long);
    EXPECT_EQ(stalled(ledger.li_qiang), 0) << "the thirtieth day is not over";
    ledger.here.pass(day_long);
    EXPECT_EQ(stalled(ledger.li_qiang), 2) << "under way and sent back; neither handed in nor new";
    EXPECT_EQ(stalled(ledger.wang_fang), 2);
    ledger.report(far.measure.id, ledger.li_qiang);
    EXPECT_EQ(stalled(ledger.li_qiang), 1);
}

TEST_P(WaitingRows, are_as_many_as_the_list_behind_the_figure) {
    std::int64_t checked = 0;
    for (const auto* who : {&ledger.zhang_min, &ledger.wang_fang, &ledger.zhou_guifang,
                            &ledger.li_qiang, &ledger.zhao_li, &ledger.sun_li}) {
        for (const auto reach : {Reach::unit, Reach::all}) {
            for (const auto& view : view_waiting(needs, *who, reach)) {
                auto filter = view.filter;
                filter.page = {1, 200};
                const auto shown = std::min(view.total, waiting_rows_shown);
                if (view.section.view == View::measures) {
                    const auto page = ledger.measures(filter, *who);
                    EXPECT_EQ(view.total, page.total);
                    ASSERT_EQ(static_cast<std::int64_t>(view.measures.size()), shown);
                    for (std::size_t i = 0; i < view.measures.size(); ++i)
                        EXPECT_EQ(view.measures[i].row.measure.due_on, page.rows[i].measure.due_on);
                } else {
                    const auto page = ledger.problems(filter, *who);
                    EXPECT_EQ(view.total, page.total);
                    EXPECT_EQ(static_cast<std::int64_t>(view.problems.size()), shown);
                }
                checked += view.total;
            }
        }
    }
    EXPECT_GT(checked, 30);
}

TEST_P(WaitingRows, let_their_act_be_done_where_they_are_opened) {
    const auto views = view_waiting(needs, ledger.li_qiang, Reach::unit);
    for (const auto& view : views)
        for (const auto& found : view.measures) {
            EXPECT_FALSE(why_not(MeasureAct::report, found.row.measure,
                                 gate_of(found.row.problem.status), ledger.li_qiang));
            EXPECT_EQ(found.programme, ledger.programme);
            EXPECT_EQ(found.programme_title, "青云区财政局巡察整改");
        }
}

TEST_P(WaitingRows, cost_three_statements_however_many_there_are) {
    for (int i = 0; i < 7; ++i)
        ledger.add(claimed, "补充措施" + std::to_string(i), {}, TestLedger::by("2024-06-20"));
    // A transaction of its own counts as whatever the engine needs to begin and end it.
    const auto cost = [&](auto act) {
        const auto before = database().statements_run();
        act();
        return database().statements_run() - before;
    };
    const auto empty = cost([&] { database().read([](db::Transaction&) {}); });
    const auto page =
        cost([&] { EXPECT_FALSE(view_waiting(needs, ledger.wang_fang, Reach::all).empty()); });
    EXPECT_EQ(page - empty, 3u);
}

TEST_P(WaitingRows, are_nothing_to_those_who_read_no_ledger) {
    auto administrator = ledger.office("管理员");
    administrator.acts = accounts::acts_of(accounts::Role::system_admin);
    EXPECT_TRUE(view_waiting(needs, administrator, Reach::all).empty());
    auto without_unit = ledger.li_qiang;
    without_unit.unit = {};
    EXPECT_TRUE(view_waiting(needs, without_unit, Reach::unit).empty());
}

}  // namespace
}  // namespace ledger
