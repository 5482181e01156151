// One work cycle from the opened programme to the struck-off problem, as invented people do it, and
// what must hold on the way: nothing twice, nobody reviews their own, nothing forgotten.
#include <atomic>
#include <thread>

#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

class WorkCycle : public testing::OneLedger {
  protected:
    struct Recorded {
        std::string act, subject_kind;
        bool operator==(const Recorded&) const = default;
    };
    /// The programme's chain, oldest first.
    std::vector<Recorded> journal_of(ProgrammeId programme) {
        return database().read([&](db::Transaction& transaction) {
            return transaction.all(
                "SELECT act, subject_kind FROM journal_entry WHERE chain = $1 ORDER BY sequence",
                {programme.text()}, [](const db::Row& row) {
                    return Recorded{row.string(0), row.string(1)};
                });
        });
    }
    std::vector<std::string> acts_on(ProblemId id) {
        std::vector<std::string> acts;
        for (const auto& change : *history_of_problem(needs, ledger.zhang_min, id))
            acts.push_back(change.act);
        return acts;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(WorkCycle);

TEST_P(WorkCycle, goes_from_the_plan_to_the_slip) {
    const auto problem =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement),
                   TestLedger::by("2024-07-31"));
    const auto id = problem.problem.id;
    EXPECT_EQ(problem.problem.status, ProblemStatus::unclaimed);
    EXPECT_EQ(problem.problem.due_on, day("2024-07-31"));
    const auto measure = ledger.add(problem, "修订采购制度").measure.id;
    EXPECT_EQ(ledger.measure(measure).due_on, day("2024-07-31"));

    const auto early = report_progress(needs, ledger.li_qiang, measure, ledger.entry("早", 1));
    EXPECT_EQ(code_of(early), "claim_the_problem_first");
    ledger.claim(id, ledger.li_qiang);
    ledger.report(measure, ledger.li_qiang, 50);
    EXPECT_EQ(ledger.measure(measure).percent, 50);
    ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(measure)));
    const Return why{"佐证材料不全", "补充会议纪要"};
    ASSERT_TRUE(send_back_measure(needs, ledger.zhang_min, ledger.seen(measure), why));
    EXPECT_EQ(code_of(submit_measure(needs, ledger.li_qiang, ledger.seen(measure))),
              "report_what_was_supplemented_first");
    ledger.report(measure, ledger.li_qiang, 80);
    ASSERT_TRUE(submit_measure(needs, ledger.li_qiang, ledger.seen(measure)));
    const auto unfinished =
        apply_for_strike_off(needs, ledger.li_qiang, ledger.seen(id), TestLedger::complete());
    EXPECT_EQ(code_of(unfinished), "measures_are_not_finished");
    ASSERT_TRUE(accept_measure(needs, ledger.zhang_min, ledger.seen(measure), {MeasureStatus::done},
                               "落实到位"));

    ASSERT_TRUE(
        apply_for_strike_off(needs, ledger.li_qiang, ledger.seen(id), TestLedger::complete()));
    ASSERT_TRUE(send_back_problem(needs, ledger.zhang_min, ledger.seen(id), why));
    EXPECT_EQ(ledger.problem(id).status, ProblemStatus::sent_back);
    ASSERT_TRUE(
        apply_for_strike_off(needs, ledger.li_qiang, ledger.seen(id), TestLedger::complete()));
    ASSERT_TRUE(strike_off_problem(needs, ledger.wang_fang, ledger.seen(id), "同意销号"));

    const auto view = view_problem(needs, ledger.li_qiang, id);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->row.problem.status, ProblemStatus::struck_off);
    EXPECT_EQ(view->strike_off->slip_number, 1);
    EXPECT_EQ(view->strike_off->by, "整改办王芳");
    EXPECT_EQ(view->strike_off->applied_by, "采购科李强");
    EXPECT_EQ(view->application->stated, TestLedger::complete());
    EXPECT_EQ(view->refusals.size(), 1u);
    std::vector<std::string> steps;
    for (const auto& step : view->steps) steps.push_back(step.status + " " + step.by);
    EXPECT_EQ(steps,
              (std::vector<std::string>{"unclaimed 整改办张敏", "under_way 采购科李强",
                                        "awaiting_review 采购科李强", "sent_back 整改办张敏",
                                        "awaiting_review 采购科李强", "struck_off 整改办王芳"}));
    EXPECT_EQ(acts_on(id), (std::vector<std::string>{"strike_off_problem", "apply_for_strike_off",
                                                     "send_back_problem", "apply_for_strike_off",
                                                     "claim_problem", "add_problem"}));
    EXPECT_EQ(ledger.problem(id).version, 6);
    ledger.expect_sound_journal();
}

TEST_P(WorkCycle, waits_for_the_results_a_measure_demands_summed_over_its_reports) {
    const auto problem = ledger.add("采购管理不规范");
    const auto measure = ledger.add(problem, "修订采购制度，清退多付款项").measure.id;
    const MeasureChange demanding{
        .demands = ResultKinds{ResultKind::recovered_yuan, ResultKind::regulations}};
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(measure), demanding));
    ledger.claim(problem.problem.id, ledger.zhou_guifang);
    const auto report = [&](ResultKind kind, std::int64_t quantity) {
        ledger.here.pass(60);
        auto entry = ledger.entry("已办", 50);
        entry.results = {{kind, quantity}};
        ASSERT_TRUE(report_progress(needs, ledger.zhou_guifang, measure, entry));
    };
    report(ResultKind::recovered_yuan, 12'000);
    const auto early = submit_measure(needs, ledger.zhou_guifang, ledger.seen(measure));
    ASSERT_EQ(code_of(early), "demanded_result_missing");
    EXPECT_EQ(early.error().args[0].second, "建立或修订制度");
    report(ResultKind::regulations, 1);
    report(ResultKind::recovered_yuan, 500);
    const auto counted = database().read(
        [&](db::Transaction& transaction) { return list_counted(transaction, measure); });
    EXPECT_EQ(counted, (std::vector<CountedResult>{{ResultKind::recovered_yuan, 12'500},
                                                   {ResultKind::regulations, 1}}));
    EXPECT_TRUE(submit_measure(needs, ledger.zhou_guifang, ledger.seen(measure)));
    EXPECT_EQ(ledger.measure(measure).demands,
              (ResultKinds{ResultKind::regulations, ResultKind::recovered_yuan}));
    ledger.expect_sound_journal();
}

TEST_P(WorkCycle, leaves_one_journal_entry_for_each_change) {
    const auto problem = ledger.add("采购管理不规范");
    const auto measure = ledger.add(problem, "修订采购制度").measure.id;
    ledger.claim(problem.problem.id, ledger.zhou_guifang);
    ledger.finish(measure, ledger.zhou_guifang);
    ledger.strike_off(problem.problem.id, ledger.zhou_guifang);
    EXPECT_EQ(journal_of(ledger.programme),
              (std::vector<Recorded>{{"open_programme", "programme"},
                                     {"add_area", "area"},
                                     {"add_problem", "problem"},
                                     {"add_measure", "measure"},
                                     {"claim_problem", "problem"},
                                     {"report_progress", "measure"},
                                     {"submit_measure", "measure"},
                                     {"accept_measure", "measure"},
                                     {"state_opinion", "measure"},
                                     {"apply_for_strike_off", "problem"},
                                     {"strike_off_problem", "problem"},
                                     {"issue_slip", "problem"}}));
    ledger.expect_sound_journal();
}

TEST_P(WorkCycle, keeps_nothing_of_what_was_refused) {
    const auto problem = ledger.add("采购管理不规范");
    const auto measure = ledger.add(problem, "修订采购制度").measure.id;
    const auto before = journal_of(ledger.programme).size();
    const auto history = ledger.number_in("SELECT count(*) FROM ledger_history");
    EXPECT_FALSE(claim_problem(needs, ledger.zhou_guifang, {problem.problem.id, 9}));
    EXPECT_FALSE(report_progress(needs, ledger.zhou_guifang, measure, ledger.entry("早", 1)));
    EXPECT_FALSE(strike_off_problem(needs, ledger.zhang_min, {problem.problem.id, 1}, ""));
    EXPECT_FALSE(edit_problem(needs, ledger.zhang_min, {problem.problem.id, 1}, {.text = ""}));
    EXPECT_EQ(journal_of(ledger.programme).size(), before);
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM ledger_history"), history);
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM progress_entry"), 0);
    EXPECT_EQ(ledger.problem(problem.problem.id), problem.problem);
}

TEST_P(WorkCycle, writes_nothing_when_nothing_changed) {
    const auto problem = ledger.add("采购管理不规范");
    const auto id = problem.problem.id;
    const auto before = journal_of(ledger.programme).size();
    ASSERT_TRUE(edit_problem(needs, ledger.zhang_min, {id, 1}, {.text = "采购管理不规范"}));
    ASSERT_TRUE(change_programme(needs, ledger.zhang_min, ledger.programme, 1,
                                 {.feedback_on = day("2024-05-13")}));
    EXPECT_EQ(ledger.problem(id).version, 1);
    EXPECT_EQ(view_programme(needs, ledger.zhang_min, ledger.programme)->programme.version, 1);
    EXPECT_EQ(journal_of(ledger.programme).size(), before);
}

TEST_P(WorkCycle, lets_nobody_review_their_own) {
    const auto problem = ledger.add("采购管理不规范");
    const auto id = problem.problem.id;
    const auto measure = ledger.add(problem, "修订采购制度").measure.id;
    ledger.claim(id, ledger.zhang_min);
    ledger.report(measure, ledger.zhang_min);
    ASSERT_TRUE(submit_measure(needs, ledger.zhang_min, ledger.seen(measure)));
    const auto own =
        accept_measure(needs, ledger.zhang_min, ledger.seen(measure), {MeasureStatus::done}, "");
    EXPECT_EQ(code_of(own), "nobody_reviews_their_own");
    ASSERT_TRUE(
        accept_measure(needs, ledger.wang_fang, ledger.seen(measure), {MeasureStatus::done}, ""));
    ASSERT_TRUE(
        apply_for_strike_off(needs, ledger.zhang_min, ledger.seen(id), TestLedger::complete()));
    EXPECT_EQ(code_of(strike_off_problem(needs, ledger.zhang_min, ledger.seen(id), "")),
              "nobody_reviews_their_own");
    EXPECT_TRUE(strike_off_problem(needs, ledger.wang_fang, ledger.seen(id), ""));
}

TEST_P(WorkCycle, lets_the_one_who_handed_in_take_it_back) {
    const auto problem = ledger.add("采购管理不规范");
    const auto id = problem.problem.id;
    const auto measure = ledger.add(problem, "修订采购制度").measure.id;
    ledger.claim(id, ledger.zhou_guifang);
    ledger.report(measure, ledger.zhou_guifang);
    ASSERT_TRUE(submit_measure(needs, ledger.zhou_guifang, ledger.seen(measure)));
    EXPECT_EQ(code_of(withdraw_measure(needs, ledger.zhang_min, ledger.seen(measure))),
              "only_the_submitter_withdraws");
    ASSERT_TRUE(withdraw_measure(needs, ledger.zhou_guifang, ledger.seen(measure)));
    EXPECT_EQ(ledger.measure(measure).status, MeasureStatus::under_way);
    ledger.finish(measure, ledger.zhou_guifang);
    ASSERT_TRUE(
        apply_for_strike_off(needs, ledger.zhou_guifang, ledger.seen(id), TestLedger::complete()));
    ASSERT_TRUE(withdraw_application(needs, ledger.zhou_guifang, ledger.seen(id)));
    EXPECT_EQ(ledger.problem(id).status, ProblemStatus::under_way);
    EXPECT_FALSE(ledger.problem(id).applied_by);
}

TEST_P(WorkCycle, takes_a_report_once_however_often_it_is_sent) {
    const auto problem = ledger.add("采购管理不规范");
    const auto first = ledger.add(problem, "修订采购制度").measure.id;
    const auto other = ledger.add(problem, "开展培训").measure.id;
    ledger.claim(problem.problem.id, ledger.zhou_guifang);
    auto entry = ledger.entry("制度初稿已完成", 50);
    entry.evidence_note = "见档案";
    entry.results = {{ResultKind::recovered_yuan, 35'000}, {ResultKind::regulations, 1}};
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(report_progress(needs, ledger.zhou_guifang, first, entry));
    const auto view = view_measure(needs, ledger.zhou_guifang, first);
    ASSERT_EQ(view->entries.size(), 1u);
    EXPECT_EQ(view->row.measure.version, 2);
    EXPECT_EQ(view->entries[0].by, "财政局周桂芳");
    EXPECT_EQ(view->entries[0].evidence_note, "见档案");
    EXPECT_EQ(view->entries[0].results, entry.results);

    const auto changed = [&](auto change) {
        auto sent = entry;
        change(sent);
        return code_of(report_progress(needs, ledger.zhou_guifang, first, sent));
    };
    EXPECT_EQ(changed([](auto& sent) { sent.text = "制度已印发"; }), "same_id_other_content");
    EXPECT_EQ(changed([](auto& sent) { sent.percent = 80; }), "same_id_other_content");
    EXPECT_EQ(changed([](auto& sent) { sent.evidence_note = ""; }), "same_id_other_content");
    EXPECT_EQ(changed([](auto& sent) { sent.results.pop_back(); }), "same_id_other_content");
    EXPECT_EQ(code_of(report_progress(needs, ledger.zhou_guifang, other, entry)),
              "same_id_other_content");
    EXPECT_EQ(ledger.measure(other).status, MeasureStatus::not_started);
    ledger.here.pass(1'000);
    ledger.report(first, ledger.zhou_guifang, 80);
    EXPECT_EQ(view_measure(needs, ledger.zhou_guifang, first)->entries[0].percent, 80);
}

TEST_P(WorkCycle, keeps_every_reason_for_sending_back) {
    const auto problem = ledger.add("采购管理不规范");
    const auto measure = ledger.add(problem, "修订采购制度").measure.id;
    ledger.claim(problem.problem.id, ledger.zhou_guifang);
    for (const auto* reason : {"第一次：佐证不全", "第二次：仍缺纪要"}) {
        ledger.here.pass(60'000);
        ledger.report(measure, ledger.zhou_guifang);
        ASSERT_TRUE(submit_measure(needs, ledger.zhou_guifang, ledger.seen(measure)));
        ASSERT_TRUE(
            send_back_measure(needs, ledger.zhang_min, ledger.seen(measure), {reason, "请补充"}));
    }
    const auto view = view_measure(needs, ledger.zhou_guifang, measure);
    ASSERT_EQ(view->refusals.size(), 2u);
    EXPECT_EQ(view->refusals[0].reason, "第二次：仍缺纪要");
    EXPECT_EQ(view->refusals[1].reason, "第一次：佐证不全");
    EXPECT_EQ(view->refusals[1].requirement, "请补充");
    EXPECT_EQ(view->refusals[1].by, "整改办张敏");
}

TEST_P(WorkCycle, gives_every_new_row_once) {
    auto wanted = ledger.wanted_programme("审计局巡察整改");
    ASSERT_TRUE(open_programme(needs, ledger.zhang_min, wanted));
    EXPECT_TRUE(open_programme(needs, ledger.zhang_min, wanted));
    wanted.title = "另一个";
    EXPECT_EQ(code_of(open_programme(needs, ledger.zhang_min, wanted)), "same_id_other_content");
    EXPECT_EQ(code_of(open_programme(needs, ledger.li_qiang, wanted)),
              "only_the_office_opens_programmes");
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM programme"), 2);
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM inspection"), 1);

    NewProblem problem{
        ledger.here.make_id<ProblemId>(), std::nullopt, "党的建设方面", "问题", "", {}, {}};
    ASSERT_TRUE(add_problem(needs, ledger.zhang_min, ledger.programme, problem));
    EXPECT_EQ(add_problem(needs, ledger.zhang_min, ledger.programme, problem)->problem.number, 1);
    EXPECT_EQ(code_of(add_problem(needs, ledger.zhang_min, wanted.id, problem)),
              "same_id_other_content");
    problem.text = "另一个";
    EXPECT_EQ(code_of(add_problem(needs, ledger.zhang_min, ledger.programme, problem)),
              "same_id_other_content");

    NewMeasure measure{ledger.here.make_id<MeasureId>(), "措施", {}, {}, {}};
    ASSERT_TRUE(add_measure(needs, ledger.zhang_min, problem.id, measure));
    EXPECT_EQ(add_measure(needs, ledger.zhang_min, problem.id, measure)->measure.number, 1);
    measure.text = "另一个";
    EXPECT_EQ(code_of(add_measure(needs, ledger.zhang_min, problem.id, measure)),
              "same_id_other_content");
}

TEST_P(WorkCycle, refuses_what_refers_to_nothing) {
    const auto problem = ledger.add("采购管理不规范");
    const auto nowhere = ledger.here.make_id<base::UnitId>();
    const auto unknown = TestLedger::held_by("某单位", nowhere);
    auto programme = ledger.wanted_programme("某单位");
    programme.inspected_unit = nowhere;
    EXPECT_EQ(code_of(open_programme(needs, ledger.zhang_min, programme)), "unit_unknown");
    const auto add = [&](std::optional<AreaId> area, const Responsibility& held) {
        return code_of(
            add_problem(needs, ledger.zhang_min, ledger.programme,
                        {ledger.here.make_id<ProblemId>(), area, "", "问题", "", held, {}}));
    };
    EXPECT_EQ(add(ledger.here.make_id<AreaId>(), {}), "area_not_found");
    EXPECT_EQ(add(std::nullopt, unknown), "unit_unknown");
    EXPECT_EQ(code_of(add_measure(needs, ledger.zhang_min, problem.problem.id,
                                  {ledger.here.make_id<MeasureId>(), "措施", unknown, {}, {}})),
              "unit_unknown");
    EXPECT_EQ(code_of(edit_problem(needs, ledger.zhang_min, {problem.problem.id, 1},
                                   {.responsibility = unknown})),
              "unit_unknown");
    const auto measure = ledger.add(problem, "措施").measure.id;
    EXPECT_EQ(
        code_of(edit_measure(needs, ledger.zhang_min, {measure, 1}, {.responsibility = unknown})),
        "unit_unknown");
    EXPECT_EQ(code_of(add_measure(needs, ledger.zhang_min, ledger.here.make_id<ProblemId>(), {})),
              "problem_not_found");
    EXPECT_EQ(
        code_of(submit_measure(needs, ledger.zhang_min, {ledger.here.make_id<MeasureId>(), 1})),
        "measure_not_found");
    EXPECT_EQ(code_of(view_programme(needs, ledger.zhang_min, ledger.here.make_id<ProgrammeId>())),
              "programme_not_found");
}

TEST_P(WorkCycle, never_gives_a_number_twice) {
    const auto first = ledger.add("问题一"), second = ledger.add("问题二");
    EXPECT_EQ(first.problem.number, 1);
    EXPECT_EQ(second.problem.number, 2);
    EXPECT_EQ(first.area.number, 1);
    EXPECT_EQ(second.area.id, first.area.id);
    for (const auto& problem : {first, second}) {
        const auto measure = ledger.add(problem, "措施").measure.id;
        ledger.claim(problem.problem.id, ledger.zhou_guifang);
        ledger.finish(measure, ledger.zhou_guifang);
        ledger.strike_off(problem.problem.id, ledger.zhou_guifang);
    }
    const auto slip = [&](const ProblemRow& row) {
        return view_problem(needs, ledger.zhang_min, row.problem.id)->strike_off->slip_number;
    };
    EXPECT_EQ(slip(first), 1);
    EXPECT_EQ(slip(second), 2);
    // A number goes on from the counter, whatever became of the row that had the last one.
    test_database().run_raw("UPDATE programme SET last_problem = 40, last_measure = 50");
    const auto third = ledger.add("问题三");
    EXPECT_EQ(third.problem.number, 41);
    EXPECT_EQ(ledger.add(third, "措施").measure.number, 51);
    const auto elsewhere = ledger.open("审计局巡察整改");
    EXPECT_EQ(ledger.add("问题", {}, {}, elsewhere).problem.number, 1);
}

TEST_P(WorkCycle, never_reopens_but_goes_on_in_a_successor) {
    const auto problem =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto id = problem.problem.id;
    const auto measure = ledger.add(problem, "修订采购制度").measure.id;
    ledger.claim(id, ledger.li_qiang);
    ledger.finish(measure, ledger.li_qiang);
    ledger.strike_off(id, ledger.li_qiang);
    const auto before = ledger.problem(id);
    EXPECT_EQ(code_of(edit_problem(needs, ledger.zhang_min, ledger.seen(id), {.text = "改"})),
              "struck_off_problems_never_change");
    EXPECT_EQ(code_of(add_measure(needs, ledger.zhang_min, id,
                                  {ledger.here.make_id<MeasureId>(), "再加一条", {}, {}, {}})),
              "problem_is_closed_to_changes");
    EXPECT_EQ(code_of(edit_measure(needs, ledger.zhang_min, ledger.seen(measure), {.text = "改"})),
              "problem_is_closed_to_changes");

    const auto next = ledger.here.make_id<ProblemId>();
    const auto open = [&](std::string_view text, const base::Actor& who) {
        return open_successor_problem(needs, who, id, next, text, "回头看发现反弹");
    };
    EXPECT_EQ(code_of(open("采购又不规范", ledger.li_qiang)), "only_the_office_edits");
    const auto successor = open("采购又不规范", ledger.zhang_min);
    ASSERT_TRUE(successor);
    EXPECT_EQ(successor->problem.number, 2);
    EXPECT_EQ(successor->problem.status, ProblemStatus::unclaimed);
    EXPECT_EQ(successor->problem.responsibility, before.responsibility);
    EXPECT_TRUE(open("采购又不规范", ledger.zhang_min));  // Sent again.
    EXPECT_EQ(code_of(open("别的", ledger.zhang_min)), "same_id_other_content");
    EXPECT_EQ(ledger.problem(id), before);
    EXPECT_EQ(view_problem(needs, ledger.li_qiang, id)->successor->id, next);
    EXPECT_EQ(view_problem(needs, ledger.li_qiang, next)->predecessor->id, id);
}

TEST_P(WorkCycle, keeps_every_version_old_beside_new) {
    const auto problem = ledger.add("采购管理不规范");
    const auto id = problem.problem.id;
    ledger.here.pass(1'000);
    ASSERT_TRUE(edit_problem(needs, ledger.wang_fang, {id, 1},
                             {.goal = "三个月内规范", .deadline = TestLedger::by("2024-08-31")}));
    const auto history = history_of_problem(needs, ledger.zhang_min, id);
    ASSERT_TRUE(history);
    ASSERT_EQ(history->size(), 2u);
    const auto& change = history->front();
    EXPECT_EQ(change.version, 2);
    EXPECT_EQ(change.by, "整改办王芳");
    EXPECT_EQ(change.act, "edit_problem");
    EXPECT_EQ(change.at, ledger.here.clock.now());
    EXPECT_EQ(change.changes,
              (std::vector<journal::FieldChange>{{"goal", "", "三个月内规范"},
                                                 {"deadline_kind", "unspecified", "date"},
                                                 {"deadline_text", "", "2024-08-31前"},
                                                 {"deadline_date", "", "2024-08-31"}}));
}

TEST_P(WorkCycle, tells_the_second_of_two_writers_which_version_there_is) {
    const auto problem = ledger.add("采购管理不规范");
    const auto measure = ledger.add(problem, "修订采购制度").measure.id;
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, {measure, 1}, {.text = "第一个人"}));
    const auto second = edit_measure(needs, ledger.wang_fang, {measure, 1}, {.text = "第二个人"});
    ASSERT_EQ(code_of(second), "somebody_else_changed_it");
    EXPECT_EQ(second.error().kind, base::ErrorKind::conflict);
    EXPECT_EQ(second.error().args.at(0), (std::pair<std::string, std::string>{"version", "2"}));
    EXPECT_EQ(ledger.measure(measure).text, "第一个人");
    EXPECT_EQ(code_of(edit_problem(needs, ledger.zhang_min, {problem.problem.id, 7}, {})),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(change_programme(needs, ledger.zhang_min, ledger.programme, 2, {})),
              "somebody_else_changed_it");
}

TEST_P(WorkCycle, lets_writers_at_once_change_a_row_only_one_after_the_other) {
    const auto problem = ledger.add("采购管理不规范");
    const auto measure = ledger.add(problem, "修订采购制度").measure.id;
    std::atomic<int> accepted = 0, refused = 0;
    std::vector<std::thread> writers;
    for (int i = 0; i < 4; ++i)
        writers.emplace_back([&, i] {
            const auto done = edit_measure(needs, ledger.zhang_min, {measure, 1},
                                           {.text = "第" + std::to_string(i) + "个人"});
            ++(done ? accepted : refused);
        });
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(accepted, 1);
    EXPECT_EQ(refused, 3);
    EXPECT_EQ(ledger.measure(measure).version, 2);
    ledger.expect_sound_journal();
}

TEST_P(WorkCycle, numbers_rows_that_are_added_at_once_one_by_one) {
    std::vector<std::thread> writers;
    std::vector<ProblemId> ids;
    for (int i = 0; i < 8; ++i) ids.push_back(ledger.here.make_id<ProblemId>());
    for (const auto& id : ids)
        writers.emplace_back([&] {
            EXPECT_TRUE(add_problem(needs, ledger.zhang_min, ledger.programme,
                                    {id, std::nullopt, "党的建设方面", "问题", "", {}, {}}));
        });
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(ledger.number_in("SELECT count(DISTINCT number) FROM problem"), 8);
    EXPECT_EQ(ledger.number_in("SELECT max(number) FROM problem"), 8);
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM area"), 1);
    ledger.expect_sound_journal();
}

}  // namespace
}  // namespace ledger
