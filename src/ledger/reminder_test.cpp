// Rounds of the ladder: each rung once for a row and its day, to those whose it is, caught up after
// a standstill, anew when the day moved; never for what lay behind when the ladder was changed; and
// notices one after the other, the next only when the former did not help.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "accounts/account_actions.hpp"
#include "accounts/grant_actions.hpp"
#include "accounts/post_store.hpp"
#include "ledger/extension_actions.hpp"
#include "ledger/ladder_actions.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/notice_actions.hpp"
#include "ledger/reminder_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using accounts::Role;
using testing::code_of;
using testing::day;
using testing::TestLedger;

constexpr std::int64_t day_ms = 24 * 60 * 60'000;

class Rounds : public testing::OneLedger {
  protected:
    Rounds() {
        ledger.claim(row.problem.id, ledger.li_qiang);
        ledger.here.clock.move_to({base::start_of(day("2024-06-30")).milliseconds + 9 * 3'600'000});
    }
    accounts::Account opened(const std::string& name, Role role, base::UnitId unit) {
        return ledger.here.account(name, role, unit).account;
    }
    /// "kind rows note; …" in the order they came.
    std::string messages_of(const accounts::Account& account) {
        std::string all;
        ledger.here.database.read([&](db::Transaction& transaction) {
            transaction.all(
                "SELECT e.kind, e.subject_number, e.note FROM message m JOIN event e "
                "ON e.id = m.event_id WHERE m.account_id = $1 ORDER BY e.at, e.id",
                {account.id}, [&](const db::Row& found) {
                    all += found.string(0) + " " + std::to_string(found.integer(1)) +
                           (found.string(2).empty() ? "" : " " + found.string(2)) + "; ";
                    return 0;
                });
        });
        return all;
    }
    std::int64_t round() { return climb_ladders(needs); }
    void pass_days(int days) { ledger.here.pass(days * day_ms); }
    void set_rungs(std::vector<Rung> rungs) {
        auto ladder = *view_ladder(needs, ledger.zhang_min, ledger.programme);
        ladder.rungs = std::move(rungs);
        ASSERT_EQ(code_of(set_ladder(needs, ledger.zhang_min, ledger.programme, ladder)),
                  "accepted");
    }
    static Rung rung(Cause cause, int amount, std::string notice = "") {
        return {cause, amount, DayCount::calendar, {Recipient::reporters}, std::move(notice), {}};
    }
    /// "提醒函 2 proposed; …", what was stepped on first comes first.
    std::string notices() {
        std::string all;
        const auto page = list_notice_page(needs, ledger.zhang_min, {});
        for (auto one = page.rows.rbegin(); one != page.rows.rend(); ++one)
            all += one->notice.kind + " " + std::to_string(one->rows) + " " +
                   std::string(name_of(one->notice.state)) + "; ";
        return all;
    }
    std::multiset<std::int64_t> rows_of_notices() {
        std::multiset<std::int64_t> rows;
        const auto page = list_notice_page(needs, ledger.zhang_min, {});
        for (const auto& one : page.rows) rows.insert(one.rows);
        return rows;
    }
    /// The notice that changed last.
    Notice last() {
        const auto page = list_notice_page(needs, ledger.zhang_min, {});
        return *view_notice(needs, ledger.zhang_min, page.rows.front().notice.id);
    }
    Notice issued() {
        const auto before = last();
        std::vector<MeasureId> measures;
        for (const auto& item : before.items) measures.push_back(item.measure);
        const auto done = issue_notice(needs, ledger.zhang_min, {before.id, before.version},
                                       {before.texts, measures});
        EXPECT_EQ(code_of(done), "accepted");
        ledger.here.pass(1);  // so that what comes after is later
        return *done;
    }

    ProblemRow row = ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement),
                                TestLedger::by("2024-12-31"));
    MeasureRow measure = ledger.add(row, "修订采购制度", {}, TestLedger::by("2024-07-15"));
    accounts::Account handler = opened("handler", Role::handler, ledger.procurement),
                      leader = opened("leader", Role::responsible_leader, ledger.procurement),
                      other = opened("other", Role::handler, ledger.budget),
                      office = opened("office", Role::rectification_office, ledger.district);
};
ZHENGGAI_ON_BOTH_ENGINES(Rounds);

TEST_P(Rounds, climb_the_ladder_and_tell_more_people_at_each_rung) {
    ledger.add(row, "公开采购结果", {}, TestLedger::by("2024-07-12"));
    EXPECT_GT(round(), 0);
    EXPECT_EQ(messages_of(handler), "rows_due_soon 2 到期前 20 天; ");
    EXPECT_EQ(messages_of(leader), "");
    EXPECT_EQ(messages_of(other), "");
    EXPECT_EQ(round(), 0);  // once
    pass_days(5);           // 5 July
    round();
    EXPECT_EQ(messages_of(leader), "rows_due_soon 2 到期前 10 天; ");
    EXPECT_EQ(messages_of(office), "");
    pass_days(11);  // 16 July: one is four days over, the other one
    round();
    EXPECT_EQ(messages_of(handler),
              "rows_due_soon 2 到期前 20 天; rows_due_soon 2 到期前 10 天; rows_overdue 2 超期 1 "
              "天; ");
    EXPECT_EQ(messages_of(office), "rows_overdue 2 超期 1 天; notices_proposed 1; ");
    EXPECT_EQ(round(), 0);
}

TEST_P(Rounds, reach_the_leaders_a_row_names_and_the_supervising_side) {
    const auto named = opened("named", Role::lead_leader, ledger.finance);
    const auto discipline = opened("discipline", Role::discipline_office, ledger.audit);
    MeasureChange change;
    change.responsibility =
        Responsibility{{HolderRole::lead_leader, "领导", std::nullopt, named.person},
                       {HolderRole::responsible_unit, "采购科", ledger.procurement, std::nullopt}};
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    set_rungs({{Cause::before_due,
                30,
                DayCount::calendar,
                {Recipient::row_leaders, Recipient::supervision},
                "",
                {}}});
    pass_days(1);
    EXPECT_EQ(round(), 0) << "the rung was put in when the row stood on it already";
    change.responsibility.reset();
    change.deadline = TestLedger::by("2024-07-31");
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(messages_of(named), "rows_due_soon 1 到期前 30 天; ");
    EXPECT_EQ(messages_of(handler) + messages_of(discipline), "")
        << "who sees nothing hears of nothing";
}

TEST_P(Rounds, are_caught_up_with_the_rung_that_counts_now_and_never_doubled) {
    pass_days(10);  // 10 July: the first rung passed while nothing ran.
    round();
    EXPECT_EQ(messages_of(handler), "rows_due_soon 1 到期前 10 天; ");
    EXPECT_EQ(round(), 0);
    pass_days(-9);  // The clock is set back: the first rung was passed over with the other.
    EXPECT_EQ(round(), 0);
    pass_days(9);
    EXPECT_EQ(round(), 0);
}

TEST_P(Rounds, begin_anew_when_the_day_moves_and_stop_when_the_work_is_handed_in) {
    pass_days(10);
    round();
    MeasureChange change;
    change.deadline = TestLedger::by("2024-07-25");
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    round();
    EXPECT_EQ(messages_of(handler), "rows_due_soon 1 到期前 10 天; rows_due_soon 1 到期前 20 天; ");
    ledger.report(measure.measure.id, ledger.li_qiang, 100);
    ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(measure.measure.id)));
    const auto told = messages_of(handler);
    pass_days(60);
    EXPECT_EQ(round(), 1) << "of the review that lies";
    EXPECT_EQ(messages_of(handler), told);
    EXPECT_EQ(notices(), "");
}

TEST_P(Rounds, leave_the_past_alone_when_the_ladder_changes) {
    pass_days(40);  // Nothing ran; the row is 25 days over.
    set_rungs(
        {rung(Cause::before_due, 15), rung(Cause::overdue, 5, "告诫书"), rung(Cause::overdue, 30)});
    EXPECT_EQ(round(), 0);
    EXPECT_EQ(notices(), "");
    pass_days(5);
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(messages_of(handler), "rows_overdue 1 超期 30 天; ");
}

TEST_P(Rounds, wait_for_the_morning) {
    ledger.here.clock.move_to({base::start_of(day("2024-06-30")).milliseconds + 7 * 3'600'000});
    EXPECT_EQ(round(), 0);
    ledger.here.pass(2 * 3'600'000);
    EXPECT_GT(round(), 0);
}

TEST_P(Rounds, tell_nobody_of_rows_they_are_not_cleared_for) {
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    ASSERT_TRUE(guard_problem(needs, cleared, ledger.seen(row.problem.id), {base::Guard::clues}));
    EXPECT_EQ(round(), 0);
    pass_days(20);
    round();
    EXPECT_EQ(messages_of(handler), "");
    EXPECT_EQ(notices(), "") << "nor does the office see a notice of them";
    EXPECT_EQ(list_notice_page(needs, cleared, {}).total, 1);
}

TEST_P(Rounds, count_how_often_a_measure_came_back_and_how_long_it_stands_still) {
    set_rungs({rung(Cause::sent_back, 2), rung(Cause::stalled, 10)});
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(round(), 0);
        ledger.report(measure.measure.id, ledger.li_qiang, 100);
        ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(measure.measure.id)));
        ASSERT_TRUE(send_back_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id),
                                      {"没有凭证，看不出整改", ""}));
        ledger.here.pass(1);
    }
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(round(), 0);
    pass_days(10);
    EXPECT_EQ(round(), 0) << "the tenth day is not over";
    pass_days(1);
    EXPECT_EQ(round(), 1);
    ledger.report(measure.measure.id, ledger.li_qiang, 100);
    pass_days(11);
    EXPECT_EQ(round(), 1) << "a new standstill";
    EXPECT_TRUE(messages_of(handler).ends_with(
        "rows_sent_back 1 第 2 次退回; rows_stalled 1 连续 10 天没有新进展; rows_stalled 1 连续 10 "
        "天没有新进展; "))
        << messages_of(handler);
}

TEST_P(Rounds, follow_what_goes_on_for_long_to_its_next_review) {
    ledger.finish(measure.measure.id, ledger.li_qiang, MeasureStatus::long_term);
    round();
    const auto before = messages_of(handler);
    ledger.here.clock.move_to({base::start_of(day("2024-12-20")).milliseconds + 9 * 3'600'000});
    round();
    EXPECT_EQ(messages_of(handler), before + "rows_due_soon 1 到期前 10 天; ");
    pass_days(12);  // 1 January: the review of 30 December is over.
    round();
    EXPECT_EQ(notices(), "提醒函 1 proposed; ");
}

TEST_P(Rounds, propose_one_notice_for_a_unit_and_put_later_rows_into_it) {
    ledger.add(row, "公开采购结果", {}, TestLedger::by("2024-07-14"));
    ledger.add(row, "细化预算", TestLedger::held_by("预算科", ledger.budget),
               TestLedger::by("2024-07-14"));
    pass_days(15);
    round();
    EXPECT_EQ(rows_of_notices(), (std::multiset<std::int64_t>{1, 1}));
    pass_days(1);
    round();
    EXPECT_EQ(rows_of_notices(), (std::multiset<std::int64_t>{1, 2}));
    EXPECT_EQ(round(), 0);
    ledger.expect_sound_journal();
}

TEST_P(Rounds, put_no_more_rows_into_a_notice_than_one_can_read) {
    for (std::size_t i = 0; i < notice_rows_max + 4; ++i)
        ledger.add(row, "清理第" + std::to_string(i) + "份合同", {}, TestLedger::by("2024-07-10"));
    pass_days(12);  // 12 July
    round();
    EXPECT_EQ(rows_of_notices(), (std::multiset<std::int64_t>{4, 50}));
    pass_days(4);  // The fifty-fifth comes in where there is room.
    round();
    EXPECT_EQ(rows_of_notices(), (std::multiset<std::int64_t>{5, 50}));
}

TEST_P(Rounds, propose_the_next_kind_only_when_the_former_did_not_help) {
    pass_days(16);  // 16 July
    round();
    const auto first = issued();
    EXPECT_EQ(first.mark, "巡整提〔2024〕1号");
    EXPECT_EQ(first.texts.reply_by, day("2024-07-23"));
    pass_days(7);  // 23 July: it may still be answered.
    round();
    EXPECT_EQ(notices(), "提醒函 1 issued; ");
    pass_days(3);  // 26 July: eleven days over, no answer.
    round();
    EXPECT_EQ(notices(), "提醒函 1 issued; 督办通知单 1 proposed; ");
    const auto second = issued();
    ASSERT_TRUE(close_notice(needs, ledger.zhang_min, {second.id, second.version}, true,
                             "已当面研究，明确了完成日期"));
    pass_days(20);
    round();
    EXPECT_EQ(notices(), "提醒函 1 issued; 督办通知单 1 closed; ") << "it helped";
}

TEST_P(Rounds, go_on_after_a_notice_that_was_closed_without_effect_or_let_be) {
    pass_days(18);  // 18 July
    round();
    const auto first = last();
    ASSERT_TRUE(
        dismiss_notice(needs, ledger.zhang_min, {first.id, first.version}, "已电话提醒，先不发函"));
    round();
    EXPECT_EQ(notices(), "提醒函 1 dismissed; ");
    pass_days(8);  // 26 July: the next rung is reached.
    round();
    EXPECT_EQ(notices(), "提醒函 1 dismissed; 督办通知单 1 proposed; ");
    const auto second = issued();
    ASSERT_TRUE(close_notice(needs, ledger.zhang_min, {second.id, second.version}, false,
                             "没有回复，也没有进展"));
    pass_days(15);
    round();
    EXPECT_EQ(notices(), "提醒函 1 dismissed; 督办通知单 1 closed; 告诫书 1 proposed; ");
}

TEST_P(Rounds, catch_up_with_one_notice_after_the_other) {
    pass_days(60);  // Nothing ran; every rung is passed.
    round();
    round();
    EXPECT_EQ(notices(), "提醒函 1 proposed; ");
    const auto first = last();
    ASSERT_TRUE(dismiss_notice(needs, ledger.zhang_min, {first.id, first.version},
                               "系统刚启用，逐项核对后再发"));
    round();
    EXPECT_EQ(notices(), "提醒函 1 dismissed; ") << "that was decided for all that is passed";
}

// ---- Reviews that lie

class Lying : public Rounds {
  protected:
    /// The Friday before the holidays of October 2024, as the calendar has them.
    Lying() { at("2024-09-27"); }
    void at(std::string_view date) {
        ledger.here.clock.move_to({base::start_of(day(date)).milliseconds + 9 * 3'600'000});
    }
    void hand_in() {
        ledger.report(measure.measure.id, ledger.li_qiang, 100);
        ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(measure.measure.id)));
    }
    /// What came since it was asked last.
    std::string news(const accounts::Account& account) {
        const auto all = messages_of(account);
        auto& seen = seen_[account.id];
        const auto fresh = all.substr(seen);
        seen = all.size();
        return fresh;
    }
    void set_chain(const ReviewChain& chain) {
        const auto version =
            view_programme(needs, ledger.zhang_min, ledger.programme)->programme.version;
        ASSERT_TRUE(change_programme(needs, ledger.zhang_min, ledger.programme, version,
                                     {.review_chain = chain}));
    }
    static base::Actor signing(const accounts::Account& account) {
        return TestLedger::seated(signer_of(account), Role::inspection_office);
    }

    /// Who sees nothing by the role alone, given everything to see.
    accounts::Account granted(const std::string& name, Role role) {
        auto& here = ledger.here;
        const auto before = opened(name, role, ledger.district);
        const accounts::WantedChange wanted{here.make_id<accounts::PermissionChangeId>(),
                                            before.id,
                                            before.version,
                                            {role, {accounts::GrantedPart{}}, {}, {}},
                                            "查看全部"};
        EXPECT_TRUE(ask_for_change(here.needs, wanted, accounts::operator_actor()));
        return *accounts::load_account_named(here.needs, name);
    }

    accounts::Account inspection = granted("inspection", Role::inspection_office),
                      principal = opened("principal", Role::principal, ledger.finance);

  private:
    std::map<base::AccountId, std::size_t> seen_;
};
ZHENGGAI_ON_BOTH_ENGINES(Lying);

TEST_P(Lying, are_told_of_by_working_days_first_to_the_reviewers_then_to_the_next_tier) {
    hand_in();
    at("2024-10-08");
    EXPECT_EQ(round(), 0) << "29 and 30 September and this one: not over yet";
    at("2024-10-09");
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(news(office), "reviews_lying 1 审核超过 3 个工作日; ");
    EXPECT_EQ(news(handler) + news(leader) + news(other) + news(principal), "");
    EXPECT_EQ(round(), 0) << "once";
    at("2024-10-11");
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(news(office), "reviews_lying 1 审核超过 5 个工作日; ");
    news(inspection);
    at("2024-10-16");
    EXPECT_EQ(round(), 0);
    at("2024-10-17");
    EXPECT_EQ(round(), 1) << "12 October was worked";
    EXPECT_EQ(news(office), "reviews_lying 1 审核超过 10 个工作日; ");
    EXPECT_EQ(news(inspection), "reviews_lying 1 审核超过 10 个工作日; ");
    EXPECT_EQ(news(principal), "reviews_lying 1 审核超过 10 个工作日; ");
    ledger.expect_sound_journal();
}

TEST_P(Lying, are_caught_up_after_a_standstill_by_the_furthest_rung_alone) {
    hand_in();
    at("2024-11-20");
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(news(office), "reviews_lying 1 审核超过 10 个工作日; ");
    EXPECT_EQ(round(), 0);
    ASSERT_TRUE(send_back_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id),
                                  {"没有凭证，看不出整改", ""}));
    hand_in();
    at("2024-11-25");
    EXPECT_EQ(round(), 0);
    at("2024-11-26");
    EXPECT_EQ(round(), 1) << "handed in anew, it begins anew";
    EXPECT_EQ(news(office), "reviews_lying 1 审核超过 3 个工作日; ");
}

TEST_P(Lying, are_told_to_the_signers_of_the_stage_and_begin_anew_with_the_next) {
    set_chain({{"巡察办审核", {base::Seat::inspection_office}, Quorum::all},
               {"整改办审核", {base::Seat::rectification_office}, Quorum::all}});
    ledger.finish(measure.measure.id, ledger.li_qiang);
    ASSERT_TRUE(apply_for_strike_off(needs, ledger.li_qiang, ledger.seen(row.problem.id),
                                     TestLedger::complete()));
    news(inspection);
    news(office);
    at("2024-10-09");
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(news(inspection), "reviews_lying 1 审核超过 3 个工作日; ");
    EXPECT_EQ(news(office), "") << "it is not with them";
    ASSERT_TRUE(strike_off_problem(needs, signing(inspection), ledger.seen(row.problem.id), ""));
    news(office);
    at("2024-10-12");
    EXPECT_EQ(round(), 0) << "10, 11 and this one: not over yet";
    at("2024-10-13");
    EXPECT_EQ(round(), 1);
    EXPECT_EQ(news(office), "reviews_lying 1 审核超过 3 个工作日; ");
    EXPECT_EQ(news(inspection), "");
}

TEST_P(Lying, are_not_told_of_to_those_who_may_not_know_the_row) {
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    hand_in();
    ASSERT_TRUE(guard_problem(needs, cleared, ledger.seen(row.problem.id), {base::Guard::clues}));
    at("2024-11-20");
    EXPECT_EQ(round(), 0);
    EXPECT_EQ(news(office), "");
}

}  // namespace
}  // namespace ledger
