// Checks from plan to conclusion on both engines: what is drawn, who sees it when, what a finding
// leads to in the ledger, and that nothing is concluded before everything is answered.
#include "ledger/bin_actions.hpp"
#include "ledger/notice_actions.hpp"
#include "ledger/task_store.hpp"
#include "supervision/accountability_actions.hpp"
#include "supervision/test_checks.hpp"

namespace supervision {
namespace {

using testing::code_of;
using testing::day;
using testing::TestChecks;
using testing::TestLedger;

class Checking : public ledger::testing::OneLedger {
  protected:
    void SetUp() override { at.work(); }
    std::int64_t noted(const std::string& act) {
        return ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = '" + act + "'");
    }
    CheckPage list(const base::Actor& who) {
        return *list_check_page(needs, who, {ledger.programme, {}, {}});
    }

    TestChecks at{ledger};
    const std::string struck_off = at.spending.problem.id.text(),
                      awaiting = at.handed_in.measure.id.text(),
                      done = at.accepted.measure.id.text();
};
ZHENGGAI_ON_BOTH_ENGINES(Checking);

TEST_P(Checking, is_planned_with_names_as_registered_and_the_usual_items) {
    const auto wanted = at.wanted();
    const auto check = plan_check(needs, at.leader, wanted);
    ASSERT_EQ(code_of(check), "accepted");
    const auto stored = at.view(wanted.id).check;
    EXPECT_EQ(stored, *check);
    EXPECT_EQ(stored.terms.team[0].name, at.leader.name);
    EXPECT_EQ(stored.terms.units[0].name, "采购科");
    EXPECT_EQ(stored.terms.items, usual_items(CheckKind::reverse_check));
    EXPECT_EQ(code_of(plan_check(needs, at.leader, wanted)), "accepted") << "sent twice";
    EXPECT_EQ(list(at.leader).total, 1);
    auto other = wanted;
    other.terms.subject = "另一次督查";
    EXPECT_EQ(code_of(plan_check(needs, at.leader, other)), "same_id_other_content");
    other = at.wanted();
    other.terms.team[0].person = ledger.here.make_id<base::PersonId>();
    EXPECT_EQ(code_of(plan_check(needs, at.leader, other)), "person_unknown");
    other = at.wanted();
    other.terms.units[0].unit = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(plan_check(needs, at.leader, other)), "unit_unknown");
    EXPECT_EQ(code_of(plan_check(needs, ledger.li_qiang, at.wanted())), "only_reviewers_check");
}

TEST_P(Checking, stays_unknown_to_its_units_until_announced_or_concluded) {
    const auto check = at.planned();
    const auto& unit = ledger.li_qiang;
    EXPECT_EQ(code_of(view_check(needs, unit, check.id)), "check_unknown");
    EXPECT_EQ(list(unit).total, 0);
    EXPECT_TRUE(list_checks_of(needs, unit).empty());
    ASSERT_EQ(code_of(draw_sample(needs, at.leader, at.seen(check.id), at.lots(3))), "accepted");
    ASSERT_EQ(code_of(announce_check(needs, at.leader, at.seen(check.id))), "accepted");
    const auto told = view_check(needs, unit, check.id);
    ASSERT_EQ(code_of(told), "accepted");
    EXPECT_TRUE(told->rows.empty()) << "that they come, not what they look at";
    EXPECT_TRUE(told->draws.empty());
    EXPECT_EQ(told->figures, CheckFigures{});
    EXPECT_EQ(list_checks_of(needs, unit).size(), 1u);
    EXPECT_EQ(code_of(view_check(needs, ledger.zhao_li, check.id)), "check_unknown")
        << "another section";
    EXPECT_EQ(code_of(view_check(needs, ledger.zhou_guifang, check.id)), "accepted")
        << "who stands over the unit";
}

TEST_P(Checking, lets_a_section_know_of_a_check_of_the_unit_above_it) {
    auto wanted = at.wanted(true);
    wanted.terms.units = {{ledger.finance, ""}};
    ASSERT_EQ(code_of(plan_check(needs, at.leader, wanted)), "accepted");
    EXPECT_EQ(code_of(view_check(needs, ledger.li_qiang, wanted.id)), "accepted");
    EXPECT_EQ(code_of(view_check(needs, ledger.sun_li, wanted.id)), "check_unknown");
}

TEST_P(Checking, draws_from_what_is_reported_or_struck_off_and_can_be_drawn_again) {
    const auto check = at.planned();
    const auto pool = view_pool(needs, at.leader, check.id, {});
    ASSERT_EQ(code_of(pool), "accepted");
    EXPECT_EQ(pool->size, 3) << "not what is only under way";
    EXPECT_EQ(pool->weighted[0], std::pair(Weight::overdue, std::int64_t{2}))
        << "both measures were handed in after the 20th";
    EXPECT_EQ(view_pool(needs, at.leader, check.id, {Pool::struck_off, {}, {}})->size, 1);
    EXPECT_EQ(view_pool(needs, at.leader, check.id, {Pool::both, ledger.budget, {}})->size, 0);
    const auto refused = draw_sample(needs, at.leader, at.seen(check.id), at.lots(4));
    EXPECT_EQ(code_of(refused), "sample_larger_than_pool");
    EXPECT_TRUE(at.view(check.id).draws.empty());

    const auto lots = at.lots(2);
    const auto seen = at.seen(check.id);
    const auto drawn = draw_sample(needs, at.leader, seen, lots);
    ASSERT_EQ(code_of(drawn), "accepted");
    EXPECT_EQ(drawn->rows.size(), 2u);
    EXPECT_EQ(drawn->rows[0].draw, 1);
    EXPECT_EQ(drawn->rows[0].unit_name, "采购科");
    EXPECT_EQ(draw_sample(needs, at.leader, seen, lots)->rows.size(), 2u) << "sent twice";
    const auto again = draw_again(needs, at.leader, lots.id);
    ASSERT_EQ(code_of(again), "accepted");
    EXPECT_TRUE(again->sound);
    EXPECT_EQ(again->lines.size(), 3u);
    EXPECT_EQ(again->draw.seed.size(), 64u);
    EXPECT_EQ(code_of(draw_again(needs, ledger.li_qiang, lots.id)), "draw_unknown");
    // What is in the sample is not drawn twice.
    const auto rest = draw_sample(needs, at.leader, at.seen(check.id), at.lots(1));
    ASSERT_EQ(code_of(rest), "accepted");
    EXPECT_EQ(rest->rows.size(), 3u);
    EXPECT_TRUE(draw_again(needs, at.leader, lots.id)->sound);
    EXPECT_EQ(code_of(draw_sample(needs, at.leader, at.seen(check.id), at.lots(1))),
              "pool_is_empty");
    EXPECT_EQ(noted("draw_sample"), 2);
}

TEST_P(Checking, marks_what_is_added_by_hand) {
    const auto check = at.planned();
    RowByHand row{ledger.here.make_id<CheckRowId>(), RowKind::measure, at.handed_in.measure.number,
                  "群众来信反映没有培训"};
    auto short_one = row;
    short_one.why = "信访";
    EXPECT_EQ(code_of(add_row_by_hand(needs, at.leader, at.seen(check.id), short_one)),
              "reason_too_short");
    auto not_there = row;
    not_there.number = at.rules.measure.number;
    EXPECT_EQ(code_of(add_row_by_hand(needs, at.leader, at.seen(check.id), not_there)),
              "row_is_not_in_the_pool");
    const auto added = add_row_by_hand(needs, at.leader, at.seen(check.id), row);
    ASSERT_EQ(code_of(added), "accepted");
    EXPECT_EQ(added->rows[0].draw, 0);
    EXPECT_EQ(added->rows[0].why, "群众来信反映没有培训");
    EXPECT_EQ(view_pool(needs, at.leader, check.id, {})->size, 2);
    EXPECT_EQ(code_of(add_row_by_hand(needs, at.leader, {check.id, 1}, row)), "accepted")
        << "sent twice";
    const auto removed = ledger::remove_measure(
        needs, ledger.zhang_min, ledger.seen(at.handed_in.measure.id), "重复录入的措施");
    EXPECT_NE(code_of(removed), "accepted") << "what was checked stays";
}

TEST_P(Checking, keeps_guarded_rows_and_lists_that_name_them_from_the_uncleared) {
    auto chief = ledger.zhang_min;
    chief.scope.cleared = base::every_guard;
    ASSERT_EQ(code_of(guard_problem(needs, chief, ledger.seen(at.budget.problem.id),
                                    {base::Guard::clues})),
              "accepted");
    auto cleared = at.leader;
    cleared.scope.cleared = base::every_guard;
    const auto check = at.planned();
    EXPECT_EQ(view_pool(needs, at.leader, check.id, {})->size, 1);
    const auto lots = at.lots(3);
    const auto drawn = draw_sample(needs, cleared, at.seen(check.id), lots);
    ASSERT_EQ(code_of(drawn), "accepted");
    EXPECT_EQ(drawn->rows.size(), 3u);
    const auto seen = at.view(check.id);
    EXPECT_EQ(seen.rows.size(), 1u);
    EXPECT_TRUE(seen.draws[0].list_withheld);
    EXPECT_TRUE(seen.draws[0].draw.pool_list.empty());
    EXPECT_EQ(code_of(draw_again(needs, at.leader, lots.id)), "draw_is_restricted");
    EXPECT_EQ(code_of(draw_again(needs, cleared, lots.id)), "accepted");
    EXPECT_EQ(noted("read_restricted"), 0);
    ASSERT_EQ(code_of(view_check(needs, cleared, check.id)), "accepted");
    EXPECT_EQ(noted("read_restricted"), 2) << "who looked at guarded rows leaves a trace";
}

TEST_P(Checking, is_filled_in_by_its_team_item_by_item) {
    const auto check = at.sampled();
    const auto row = at.row_of(check.id, awaiting);
    const auto fill = [&](const base::Actor& who, auto change) {
        auto form = TestChecks::form(check, CheckResult::partly);
        change(form);
        return code_of(fill_in_row(needs, who, {row.id, row.version}, form));
    };
    const auto as_it_is = [](auto&) {};
    EXPECT_EQ(fill(ledger.zhang_min, as_it_is), "only_the_team_fills_in");
    EXPECT_EQ(fill(ledger.li_qiang, as_it_is), "check_row_unknown");
    EXPECT_EQ(fill(at.leader, [](auto& form) { form.answers.pop_back(); }), "items_unanswered");
    EXPECT_EQ(fill(at.leader, [](auto& form) { form.answers[0].remark.clear(); }),
              "no_needs_a_remark");
    EXPECT_EQ(fill(at.leader, [](auto& form) { form.result = CheckResult::genuine; }),
              "genuine_contradicts_an_answer");
    EXPECT_EQ(fill(at.leader, [](auto& form) { form.finding = "假"; }), "finding_too_short");
    EXPECT_EQ(fill(at.leader, as_it_is), "accepted");
    const auto filled = at.row_of(check.id, awaiting);
    EXPECT_EQ(filled.form, TestChecks::form(check, CheckResult::partly));
    EXPECT_EQ(filled.filled_by, at.leader.name);
    EXPECT_EQ(fill(at.leader, as_it_is), "somebody_else_changed_it");
    EXPECT_EQ(code_of(at.fill(check, awaiting, CheckResult::genuine)), "accepted")
        << "before it led to anything it can be corrected";
    EXPECT_TRUE(at.row_of(check.id, awaiting).form->finding.empty());
}

TEST_P(Checking, sends_a_measure_back_with_what_must_be_supplied) {
    const auto check = at.sampled();
    const auto decision = at.decision(ConsequenceKind::sent_back);
    EXPECT_EQ(code_of(at.decide(check, awaiting, decision, at.leader)), "row_has_no_finding");
    ASSERT_EQ(code_of(at.fill(check, awaiting, CheckResult::paper)), "accepted");
    ASSERT_EQ(code_of(at.decide(check, awaiting, decision, at.leader)), "accepted");
    EXPECT_EQ(ledger.measure(at.handed_in.measure.id).status, ledger::MeasureStatus::sent_back);
    const auto refusals = view_measure(needs, ledger.li_qiang, at.handed_in.measure.id)->refusals;
    ASSERT_EQ(refusals.size(), 1u);
    EXPECT_EQ(refusals[0].reason, decision.reason);
    EXPECT_EQ(refusals[0].requirement, decision.requirement);
    EXPECT_EQ(code_of(at.decide(check, awaiting, decision, at.leader)), "accepted") << "sent twice";
    EXPECT_EQ(at.row_of(check.id, awaiting).consequences.size(), 1u);
    EXPECT_EQ(
        code_of(at.decide(check, awaiting, at.decision(ConsequenceKind::sent_back), at.leader)),
        "consequence_is_there");
    EXPECT_EQ(code_of(at.fill(check, awaiting, CheckResult::genuine)), "finding_has_consequences");
    EXPECT_EQ(noted("send_back_measure"), 1);
    ledger.expect_sound_journal();
}

TEST_P(Checking, opens_a_successor_of_a_struck_off_problem) {
    const auto check = at.sampled();
    ASSERT_EQ(code_of(at.fill(check, struck_off, CheckResult::paper)), "accepted");
    const auto decision = at.decision(ConsequenceKind::successor);
    EXPECT_EQ(code_of(at.decide(check, struck_off, decision, at.leader)), "only_the_office_edits");
    EXPECT_EQ(code_of(at.decide(check, struck_off, at.decision(ConsequenceKind::sent_back),
                                ledger.zhang_min)),
              "consequence_does_not_fit");
    ASSERT_EQ(code_of(at.decide(check, struck_off, decision, ledger.zhang_min)), "accepted");
    const auto view = view_problem(needs, ledger.zhang_min, at.spending.problem.id);
    ASSERT_TRUE(view->successor);
    EXPECT_EQ(view->successor->status, ledger::ProblemStatus::unclaimed);
    EXPECT_EQ(view->row.problem.status, ledger::ProblemStatus::struck_off);
    const auto led_to = at.row_of(check.id, struck_off).consequences.at(0);
    EXPECT_EQ(led_to.led_to, view->successor->id.text());
    EXPECT_EQ(led_to.number, view->successor->number);
}

TEST_P(Checking, follows_an_accepted_measure_with_another_one) {
    const auto check = at.sampled();
    ASSERT_EQ(code_of(at.fill(check, done, CheckResult::unrectified)), "accepted");
    EXPECT_EQ(
        code_of(at.decide(check, done, at.decision(ConsequenceKind::sent_back), ledger.zhang_min)),
        "measure_is_not_awaiting_review");
    auto nothing = at.decision(ConsequenceKind::supplement);
    nothing.requirement.clear();
    EXPECT_EQ(code_of(at.decide(check, done, nothing, ledger.zhang_min)), "text_empty");
    ASSERT_EQ(
        code_of(at.decide(check, done, at.decision(ConsequenceKind::supplement), ledger.zhang_min)),
        "accepted");
    const auto measures = view_problem(needs, ledger.zhang_min, at.budget.problem.id)->measures;
    ASSERT_EQ(measures.size(), 3u);
    EXPECT_EQ(measures[2].measure.text, "逐笔核对退款并附银行回单");
    EXPECT_EQ(measures[2].measure.due_on, day("2024-07-31"));
    EXPECT_EQ(ledger.measure(at.accepted.measure.id).status, ledger::MeasureStatus::done);
}

TEST_P(Checking, gives_a_finding_a_task_and_a_notice_that_quotes_it) {
    const auto check = at.sampled();
    ASSERT_EQ(code_of(at.fill(check, struck_off, CheckResult::partly)), "accepted");
    const auto task = at.decision(ConsequenceKind::task);
    ASSERT_EQ(code_of(at.decide(check, struck_off, task, ledger.zhang_min)), "accepted");
    const auto row = at.row_of(check.id, struck_off);
    const auto tasks = database().read([&](db::Transaction& transaction) {
        return ledger::list_tasks_of(transaction, {ledger::OriginKind::finding, row.id.text()},
                                     ledger.zhang_min.scope);
    });
    ASSERT_EQ(tasks.size(), 1u);
    EXPECT_EQ(tasks[0].unit_name, "采购科") << "who answers for the row";
    EXPECT_EQ(tasks[0].due_on, day("2024-07-31"));
    auto notice = at.decision(ConsequenceKind::notice);
    notice.notice_kind = "通知书";
    EXPECT_EQ(code_of(at.decide(check, struck_off, notice, ledger.zhang_min)),
              "notice_kind_unknown");
    EXPECT_EQ(at.row_of(check.id, struck_off).consequences.size(), 1u) << "all or nothing";
    notice.notice_kind = "督办通知单";
    ASSERT_EQ(code_of(at.decide(check, struck_off, notice, ledger.zhang_min)), "accepted");
    const auto proposed =
        view_notice(needs, ledger.zhang_min, *ledger::NoticeId::parse(notice.id.text()));
    ASSERT_EQ(code_of(proposed), "accepted");
    EXPECT_NE(proposed->texts.basis.find("二季度销号反向核查"), std::string::npos);
    EXPECT_NE(proposed->texts.basis.find(notice.reason), std::string::npos);
}

TEST_P(Checking, tells_of_calling_to_account_those_who_are_cleared_only) {
    auto office = ledger.zhang_min;
    office.scope.cleared = base::Guards{base::Guard::accountability};
    Accountability record;
    record.id = ledger.here.make_id<AccountabilityId>();
    record.programme = ledger.programme;
    record.unit = ledger.procurement;
    record.person = "钱立";
    record.triggers = {Trigger::false_evidence};
    record.facts = "虚报退款，佐证材料不实。";
    record.decided_by = "区财政局党组";
    record.decided_on = day("2024-06-28");
    ASSERT_EQ(code_of(record_accountability(needs, office, record)), "accepted");
    const auto check = at.sampled();
    ASSERT_EQ(code_of(at.fill(check, awaiting, CheckResult::paper)), "accepted");
    auto one = at.decision(ConsequenceKind::accountability);
    one.accountability_number = 1;
    EXPECT_EQ(code_of(at.decide(check, awaiting, one, at.leader)), "accountability_is_restricted");
    one.accountability_number = 7;
    EXPECT_EQ(code_of(at.decide(check, awaiting, one, office)), "accountability_unknown");
    one.accountability_number = 1;
    ASSERT_EQ(code_of(at.decide(check, awaiting, one, office)), "accepted");
    EXPECT_EQ(at.view(check.id).figures.undecided, 1) << "it comes beside something else";
}

TEST_P(Checking, is_concluded_once_every_row_has_a_result_and_every_finding_led_to_something) {
    const auto check = at.sampled();
    const auto conclude_it = [&] {
        return conclude_check(needs, at.leader, at.seen(check.id), "三条中一条属实。");
    };
    EXPECT_EQ(code_of(conclude_it()), "rows_without_result");
    ASSERT_EQ(code_of(at.fill(check, done, CheckResult::genuine)), "accepted");
    ASSERT_EQ(code_of(at.fill(check, awaiting, CheckResult::partly)), "accepted");
    ASSERT_EQ(code_of(at.fill(check, struck_off, CheckResult::paper)), "accepted");
    EXPECT_EQ(code_of(cancel_check(needs, at.leader, at.seen(check.id), "不再需要督查了")),
              "check_has_results");
    ASSERT_EQ(
        code_of(at.decide(check, awaiting, at.decision(ConsequenceKind::sent_back), at.leader)),
        "accepted");
    const auto undecided = conclude_it();
    EXPECT_EQ(code_of(undecided), "findings_without_consequence");
    EXPECT_EQ(undecided.error().args[0].second, "1");
    EXPECT_EQ(list_checks_of(needs, ledger.zhang_min).size(), 1u) << "the office is to decide";
    ASSERT_EQ(code_of(at.decide(check, struck_off, at.decision(ConsequenceKind::successor),
                                ledger.zhang_min)),
              "accepted");
    ASSERT_EQ(code_of(conclude_it()), "accepted");
    EXPECT_EQ(code_of(at.fill(check, done, CheckResult::partly)), "check_is_concluded");
    const auto told = view_check(needs, ledger.li_qiang, check.id);
    ASSERT_EQ(code_of(told), "accepted") << "now the unit learns of it";
    EXPECT_EQ(told->rows.size(), 3u);
    EXPECT_EQ(told->figures, (CheckFigures{3, 3, 2, 0}));
    ledger.expect_sound_journal();
}

TEST_P(Checking, is_counted_by_unit_with_its_notices) {
    const auto check = at.sampled();
    ASSERT_EQ(code_of(at.fill(check, done, CheckResult::genuine)), "accepted");
    ASSERT_EQ(code_of(at.fill(check, awaiting, CheckResult::genuine)), "accepted");
    ASSERT_EQ(code_of(at.fill(check, struck_off, CheckResult::paper)), "accepted");
    ASSERT_EQ(code_of(at.decide(check, struck_off, at.decision(ConsequenceKind::successor),
                                ledger.zhang_min)),
              "accepted");
    EXPECT_TRUE(count_by_unit(needs, at.leader, ledger.programme)->empty()) << "not concluded";
    ASSERT_EQ(code_of(conclude_check(needs, at.leader, at.seen(check.id), "一条虚假整改。")),
              "accepted");
    const auto counts = count_by_unit(needs, at.leader, ledger.programme);
    ASSERT_EQ(code_of(counts), "accepted");
    ASSERT_EQ(counts->size(), 1u);
    EXPECT_EQ(counts->at(0).checks, (UnitCounts{ledger.procurement, "采购科", 1, 3, 1, 1}));
    EXPECT_EQ(count_by_unit(needs, ledger.li_qiang, ledger.programme)->size(), 1u);
    ledger.add("预算科的问题", TestLedger::held_by("预算科", ledger.budget));
    const auto beside = count_by_unit(needs, ledger.zhao_li, ledger.programme);
    ASSERT_EQ(code_of(beside), "accepted");
    EXPECT_TRUE(beside->empty()) << "another section's";
}

TEST_P(Checking, is_changed_by_one_at_a_time) {
    const auto check = at.planned();
    auto terms = check.terms;
    terms.ends_on = day("2024-07-08");
    ASSERT_EQ(code_of(edit_check(needs, at.other, {check.id, 1}, terms)), "accepted");
    EXPECT_EQ(code_of(edit_check(needs, at.leader, {check.id, 1}, terms)),
              "somebody_else_changed_it");
    EXPECT_EQ(at.view(check.id).check.terms, terms);
    EXPECT_EQ(code_of(cancel_check(needs, at.leader, at.seen(check.id), "与审计进点冲突")),
              "accepted");
    EXPECT_EQ(at.view(check.id).check.reason, "与审计进点冲突");
    EXPECT_EQ(code_of(view_check(needs, ledger.li_qiang, check.id)), "check_unknown")
        << "of what was cancelled nobody is told";
}

}  // namespace
}  // namespace supervision
