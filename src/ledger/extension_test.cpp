// Asking for a later deadline: who may, who grants it, what becomes of the row, and what never
// moves without it.
#include <gtest/gtest.h>

#include "ledger/extension_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using accounts::Role;
using testing::code_of;
using testing::day;
using testing::TestLedger;

class Extensions : public testing::OneLedger {
  protected:
    Extensions() {
        ledger.claim(row.problem.id, ledger.li_qiang);
        wang.acts = accounts::acts_of(Role::discipline_office);
    }
    RowRef measure_row() const { return {false, measure.measure.id.uuid}; }
    RowRef problem_row() const { return {true, row.problem.id.uuid}; }
    NewExtension wanted(std::string_view day_wanted) {
        return {ledger.here.make_id<ExtensionId>(),
                day(day_wanted),
                "供应商履约延迟，需重新采购",
                {"采购科周科长", day("2024-06-29")}};
    }
    base::Result<Extension> ask(RowRef ref, std::string_view day_wanted) {
        return ask_for_extension(needs, ledger.li_qiang, ref, wanted(day_wanted));
    }
    base::Result<Extension> decide(const Extension& one, bool agreed, const base::Actor& who,
                                   const char* note = "情况属实，同意延期") {
        return decide_extension(needs, who, {one.id, one.version}, agreed, note);
    }
    MeasureRow shown() { return view_measure(needs, ledger.zhang_min, measure.measure.id)->row; }

    ProblemRow row = ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement),
                                TestLedger::by("2024-07-31"));
    MeasureRow measure = ledger.add(row, "修订采购制度", {}, TestLedger::by("2024-07-15"));
    base::Actor wang = ledger.office("区纪委王芳");
};
ZHENGGAI_ON_BOTH_ENGINES(Extensions);

TEST_P(Extensions, move_the_day_when_the_office_agrees_and_keep_the_old_one) {
    const auto asked = ask(measure_row(), "2024-08-31");
    ASSERT_TRUE(asked) << asked.error().code;
    EXPECT_EQ(asked->nth, 1);
    EXPECT_FALSE(asked->supervised);
    EXPECT_EQ(asked->row_text, "修订采购制度");
    EXPECT_EQ(shown().measure.due_on, day("2024-07-15"));
    const auto granted = decide(*asked, true, ledger.zhang_min);
    ASSERT_TRUE(granted) << granted.error().code;
    EXPECT_EQ(granted->state, ExtensionState::approved);
    EXPECT_EQ(granted->old_due_on, day("2024-07-15"));
    EXPECT_EQ(shown().measure.due_on, day("2024-08-31"));
    EXPECT_EQ(shown().deadline.text, "2024年8月31日前");
    EXPECT_EQ(shown().extensions, 1);
    EXPECT_EQ(history_of_measure(needs, ledger.zhang_min, measure.measure.id)->front().act,
              "extend_deadline");
    EXPECT_EQ(ledger.problem(row.problem.id).due_on, day("2024-07-31"));  // its problem's own
    ledger.expect_sound_journal();
}

TEST_P(Extensions, of_a_problem_take_the_measures_along_that_have_no_day_of_their_own) {
    const auto without = ledger.add(row, "公开采购结果");
    const auto asked = ask(problem_row(), "2024-09-30");
    ASSERT_TRUE(asked) << asked.error().code;
    ASSERT_TRUE(decide(*asked, true, ledger.zhang_min));
    EXPECT_EQ(ledger.problem(row.problem.id).due_on, day("2024-09-30"));
    EXPECT_EQ(ledger.measure(without.measure.id).due_on, day("2024-09-30"));
    EXPECT_EQ(ledger.measure(measure.measure.id).due_on, day("2024-07-15"));
    EXPECT_EQ(view_problem(needs, ledger.zhang_min, row.problem.id)->row.extensions, 1);
}

TEST_P(Extensions, beyond_the_period_or_for_the_second_time_need_the_supervising_side) {
    const auto beyond = *ask(measure_row(), "2024-12-31");  // The period ends in November.
    EXPECT_TRUE(beyond.supervised);
    EXPECT_EQ(code_of(decide(beyond, true, wang)), "the_office_decides_first");
    const auto half = *decide(beyond, true, ledger.zhang_min);
    EXPECT_EQ(half.state, ExtensionState::pending);
    EXPECT_EQ(shown().measure.due_on, day("2024-07-15"));
    EXPECT_EQ(code_of(decide(half, true, ledger.zhang_min)), "nobody_reviews_their_own");
    EXPECT_EQ(code_of(decide(half, true, ledger.wang_fang)), "the_supervising_side_decides");
    ASSERT_TRUE(decide(half, true, wang));
    EXPECT_EQ(shown().measure.due_on, day("2024-12-31"));
    const auto second = *ask(measure_row(), "2025-01-31");
    EXPECT_EQ(second.nth, 2);
    EXPECT_TRUE(second.supervised);
}

TEST_P(Extensions, are_refused_with_a_reason_and_may_be_asked_for_again) {
    const auto asked = *ask(measure_row(), "2024-08-31");
    EXPECT_EQ(code_of(ask(measure_row(), "2024-08-15")), "extension_is_pending");
    EXPECT_EQ(code_of(decide(asked, false, ledger.zhang_min, "不行")), "reason_too_short");
    const auto refused = *decide(asked, false, ledger.zhang_min, "理由不充分，请抓紧办理");
    EXPECT_EQ(refused.state, ExtensionState::refused);
    EXPECT_EQ(shown().measure.due_on, day("2024-07-15"));
    EXPECT_EQ(shown().extensions, 0);
    EXPECT_EQ(code_of(decide(refused, true, ledger.wang_fang)), "extension_is_decided");
    const auto again = *ask(measure_row(), "2024-08-15");
    EXPECT_EQ(again.nth, 1);  // counts what was granted
    EXPECT_EQ(code_of(withdraw_extension(needs, ledger.zhao_li, {again.id, 1})),
              "extension_unknown");  // not their row
    EXPECT_EQ(code_of(withdraw_extension(needs, ledger.zhang_min, {again.id, 1})),
              "only_who_asked_withdraws");
    EXPECT_EQ(withdraw_extension(needs, ledger.li_qiang, {again.id, 1})->state,
              ExtensionState::withdrawn);
}

TEST_P(Extensions, say_everything_that_is_wrong_with_a_request_at_once) {
    NewExtension bad{ledger.here.make_id<ExtensionId>(), day("2024-07-15"), "急", {"", {}}};
    const auto refused = ask_for_extension(needs, ledger.li_qiang, measure_row(), bad);
    ASSERT_EQ(code_of(refused), "extension_is_not_later");
    EXPECT_EQ(refused.error().args[1].second, "2024-07-16");
    ASSERT_EQ(refused.error().also.size(), 2u);
    EXPECT_EQ(refused.error().also[0].code, "reason_too_short");
    EXPECT_EQ(refused.error().also[1].code, "unit_leader_has_not_signed");
    const auto same = wanted("2024-08-31");
    ASSERT_TRUE(ask_for_extension(needs, ledger.li_qiang, measure_row(), same));
    EXPECT_EQ(code_of(ask_for_extension(needs, ledger.li_qiang, measure_row(), same)), "accepted");
    auto other = same;
    other.wanted_on = day("2024-09-01");
    EXPECT_EQ(code_of(ask_for_extension(needs, ledger.li_qiang, measure_row(), other)),
              "same_id_other_content");
}

TEST_P(Extensions, are_asked_for_by_those_who_work_on_the_row_while_it_is_worked_on) {
    auto observer = ledger.li_qiang;
    observer.acts = accounts::acts_of(Role::observer);
    EXPECT_EQ(code_of(ask_for_extension(needs, observer, measure_row(), wanted("2024-08-31"))),
              "only_responsible_units_report");
    EXPECT_EQ(
        code_of(ask_for_extension(needs, ledger.zhao_li, measure_row(), wanted("2024-08-31"))),
        "measure_not_found");
    const auto lasting = ledger.add(row, "长期坚持", {}, {DeadlineKind::long_term, "长期坚持", {}});
    EXPECT_EQ(code_of(ask({false, lasting.measure.id.uuid}, "2024-08-31")), "nothing_to_extend");
    const auto asked = *ask(measure_row(), "2024-08-31");
    ledger.report(measure.measure.id, ledger.li_qiang, 100);
    ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(measure.measure.id)));
    EXPECT_EQ(code_of(decide(asked, true, ledger.zhang_min)), "measure_is_awaiting_review");
}

TEST_P(Extensions, do_not_overrule_a_deadline_that_was_changed_meanwhile) {
    const auto asked = *ask(measure_row(), "2024-08-31");
    MeasureChange change;
    change.deadline = TestLedger::by("2024-07-20");
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure.measure.id), change));
    const auto late = decide(asked, true, ledger.zhang_min);
    ASSERT_EQ(code_of(late), "deadline_changed_meanwhile");
    EXPECT_EQ(late.error().args[0].second, "2024-07-20");
    EXPECT_EQ(shown().measure.due_on, day("2024-07-20"));
}

TEST_P(Extensions, wait_for_those_whose_opinion_comes_next) {
    const auto asked = *ask(measure_row(), "2024-12-31");
    const std::vector<base::Actor> all{ledger.zhang_min, ledger.wang_fang, wang, ledger.li_qiang,
                                       ledger.zhao_li};
    const auto waiting_for = [&](const Extension& one) {
        std::string names;
        for (const auto& who : all) {
            const auto page = list_extension_page(needs, who, {{}, true, {1, 50}});
            const bool sees = list_extension_page(needs, who, {{}, false, {1, 50}}).total == 1;
            // The database and the rule say the same.
            EXPECT_EQ(page.total == 1, sees && !why_not(ExtensionAct::agree, one, who)) << who.name;
            if (page.total == 1) names += who.name + " ";
        }
        return names;
    };
    EXPECT_EQ(waiting_for(asked), "整改办张敏 整改办王芳 ");
    const auto half = *decide(asked, true, ledger.zhang_min);
    EXPECT_EQ(waiting_for(half), "区纪委王芳 ");
    const auto done = *decide(half, true, wang);
    EXPECT_EQ(waiting_for(done), "");
    const auto of_row = list_row_extensions(needs, ledger.li_qiang, measure_row());
    ASSERT_EQ(of_row->rows.size(), 1u);
    EXPECT_EQ(of_row->rows[0].opinions.size(), 2u);
    EXPECT_TRUE(of_row->may_ask);
    EXPECT_FALSE(list_row_extensions(needs, ledger.zhang_min, measure_row())->rows.empty());
}

}  // namespace
}  // namespace ledger
