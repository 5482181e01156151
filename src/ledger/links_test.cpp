// What hangs together: measures that serve several problems, what they inherit from their problem,
// and days that hang on the programme's dates.
#include "calendar/calendar_store.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

class Links : public testing::OneLedger {
  protected:
    ProblemRow one = ledger.add("问题一"), two = ledger.add("问题二"), three = ledger.add("问题三");
    MeasureRow shared = ledger.add(one, "共同措施");

    ManifestationId manifestation_of(const ProblemRow& problem, std::int64_t position) {
        const auto id = ledger.here.make_id<ManifestationId>();
        EXPECT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
            insert_manifestation(
                transaction, {id, ledger.programme, problem.problem.id, position, "一是", "表现"},
                {});
            return {};
        }));
        return id;
    }
    base::Result<MeasureRow> link(const Services& services) {
        return link_measure(needs, ledger.zhang_min, ledger.seen(shared.measure.id), services);
    }
    MeasureTally tally(const ProblemRow& problem) {
        return view_problem(needs, ledger.zhang_min, problem.problem.id)->row.tally;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Links);

TEST_P(Links, count_a_shared_measure_once_for_every_problem_it_serves) {
    ledger.add(two, "自己的措施");
    const auto a = manifestation_of(two, 1), b = manifestation_of(two, 2);
    ASSERT_TRUE(link({{two.problem.id, two.problem.id, one.problem.id}, {a, b}}));
    EXPECT_EQ(tally(one), (MeasureTally{1, 0, 0}));
    EXPECT_EQ(tally(two), (MeasureTally{2, 0, 0}));
    EXPECT_EQ(tally(three), (MeasureTally{0, 0, 0}));
    const auto page = ledger.problems({}, ledger.zhang_min);
    EXPECT_EQ(page.rows[1].tally, (MeasureTally{2, 0, 0}));
    EXPECT_EQ(ledger.counts(ledger.zhang_min).measures, 2);
    const auto view = view_problem(needs, ledger.zhang_min, two.problem.id);
    ASSERT_EQ(view->measures.size(), 2u);
    EXPECT_EQ(view->measures[0].measure.id, shared.measure.id);
    EXPECT_EQ(view->services.size(), 2u);
}

TEST_P(Links, hold_up_every_problem_until_the_measure_is_done) {
    ASSERT_TRUE(link({{two.problem.id}, {}}));
    ledger.claim(one.problem.id, ledger.zhou_guifang);
    ledger.claim(two.problem.id, ledger.zhou_guifang);
    const auto apply = [&](const ProblemRow& problem) {
        return code_of(apply_for_strike_off(
            needs, ledger.zhou_guifang, ledger.seen(problem.problem.id), TestLedger::complete()));
    };
    EXPECT_EQ(apply(two), "measures_are_not_finished");
    ledger.finish(shared.measure.id, ledger.zhou_guifang, MeasureStatus::long_term);
    EXPECT_EQ(apply(two), "long_term_measures_go_on");
    ledger.finish(shared.measure.id, ledger.zhou_guifang);
    EXPECT_EQ(apply(two), "accepted");
    EXPECT_EQ(apply(one), "accepted");
    EXPECT_EQ(tally(two), (MeasureTally{1, 1, 0}));
}

TEST_P(Links, are_replaced_as_a_whole_and_remembered) {
    const auto own = manifestation_of(one, 1), others = manifestation_of(two, 1);
    ASSERT_TRUE(link({{three.problem.id, two.problem.id}, {others, own}}));
    const auto view = view_measure(needs, ledger.zhang_min, shared.measure.id);
    const auto id = shared.measure.id;
    EXPECT_EQ(view->services, (std::vector<Service>{{id, one.problem.id, own, 1},
                                                    {id, two.problem.id, others, 2},
                                                    {id, three.problem.id, std::nullopt, 3}}));
    EXPECT_EQ(view->row.measure.version, 2);
    EXPECT_EQ(history_of_measure(needs, ledger.zhang_min, id)->front().act, "link_measure");
    ASSERT_TRUE(link({{two.problem.id, three.problem.id}, {own, others}}));  // The same again.
    EXPECT_EQ(ledger.measure(id).version, 2);
    ASSERT_TRUE(link({}));
    EXPECT_TRUE(view_measure(needs, ledger.zhang_min, id)->services.empty());
    EXPECT_EQ(ledger.measure(id).version, 3);
    const auto payload = database().read([&](db::Transaction& transaction) {
        return *journal::list_records(transaction, "measure", id.text()).back().payload;
    });
    EXPECT_EQ(payload, R"({"changes":[{"field":"serves","old":"1/)" + own.text() + ", 2/" +
                           others.text() + R"(, 3","new":""}]})");
    ledger.expect_sound_journal();
}

TEST_P(Links, lead_only_to_what_is_there_and_open) {
    const auto elsewhere = ledger.add("别的整改的问题", {}, {}, ledger.open("另一整改"));
    EXPECT_EQ(code_of(link({{elsewhere.problem.id}, {}})), "problem_not_found");
    EXPECT_EQ(code_of(link({{ledger.here.make_id<ProblemId>()}, {}})), "problem_not_found");
    EXPECT_EQ(code_of(link({{}, {manifestation_of(two, 1)}})), "manifestation_not_found");
    EXPECT_EQ(code_of(link_measure(needs, ledger.zhou_guifang, {shared.measure.id, 1}, {})),
              "only_the_office_edits");
    EXPECT_EQ(code_of(link_measure(needs, ledger.zhang_min, {shared.measure.id, 9}, {})),
              "somebody_else_changed_it");
    const auto own = ledger.add(two, "自己的措施").measure.id;
    ledger.claim(two.problem.id, ledger.zhou_guifang);
    ledger.finish(own, ledger.zhou_guifang);
    ledger.strike_off(two.problem.id, ledger.zhou_guifang);
    EXPECT_EQ(code_of(link({{two.problem.id}, {}})), "problem_is_closed_to_changes");
    EXPECT_EQ(ledger.measure(shared.measure.id).version, 1);
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM measure_service"), 0);
}

TEST_P(Links, to_a_closed_problem_stay) {
    ASSERT_TRUE(link({{two.problem.id}, {}}));
    // As an import of a half-worked ledger leaves it: struck off over an unfinished measure.
    test_database().run_raw("UPDATE problem SET status = 'struck_off' WHERE number = 2");
    EXPECT_EQ(code_of(link({})), "problem_is_closed_to_changes");
    EXPECT_EQ(tally(two), (MeasureTally{1, 0, 0}));
}

TEST_P(Links, of_a_new_measure_are_to_manifestations_of_its_problem) {
    const auto own = manifestation_of(one, 1), others = manifestation_of(two, 1);
    const auto add = [&](ManifestationId id) {
        return add_measure(needs, ledger.zhang_min, one.problem.id,
                           {ledger.here.make_id<MeasureId>(), "措施", {}, {}, {id}});
    };
    EXPECT_EQ(code_of(add(others)), "manifestation_not_found");
    const auto added = add(own);
    ASSERT_TRUE(added);
    const auto services = view_measure(needs, ledger.zhang_min, added->measure.id)->services;
    ASSERT_EQ(services.size(), 1u);
    EXPECT_EQ(services[0].manifestation, own);
}

// ---- What a measure takes from its problem

class Inheritance : public testing::OneLedger {};
ZHENGGAI_ON_BOTH_ENGINES(Inheritance);

TEST_P(Inheritance, follows_the_problem_where_the_measure_says_nothing_itself) {
    const auto problem = ledger.add("问题", TestLedger::held_by("采购科", ledger.procurement),
                                    TestLedger::by("2024-07-31"));
    const auto silent = ledger.add(problem, "没有自己的时限").measure.id;
    const auto own = ledger
                         .add(problem, "有自己的", TestLedger::held_by("审计局", ledger.audit),
                              TestLedger::by("2024-09-30"))
                         .measure.id;
    ASSERT_TRUE(edit_problem(needs, ledger.zhang_min, {problem.problem.id, 1},
                             {.responsibility = TestLedger::held_by("预算科", ledger.budget),
                              .deadline = Deadline{DeadlineKind::long_term, "长期坚持", {}}}));
    EXPECT_EQ(ledger.measure(silent).due_on, std::nullopt);
    EXPECT_EQ(ledger.measure(own).due_on, day("2024-09-30"));
    EXPECT_EQ(ledger.measure(silent).version, 1);  // A copy moved; nobody changed the row.
    LedgerFilter by_kind;
    by_kind.kinds = {DeadlineKind::long_term};
    const auto page = ledger.measures(by_kind, ledger.zhang_min);
    ASSERT_EQ(page.total, 1);
    EXPECT_EQ(page.rows[0].measure.id, silent);
    EXPECT_EQ(page.rows[0].deadline.text, "长期坚持");
    EXPECT_EQ(page.rows[0].responsibility[0].name, "预算科");
    LedgerFilter by_unit;
    by_unit.sort = SortKey::unit;
    EXPECT_EQ(ledger.measures(by_unit, ledger.zhang_min).total, 2);
    EXPECT_EQ(list_measure_page(needs, ledger.zhang_min, {{}, ledger.budget})->total, 1);
    EXPECT_EQ(list_measure_page(needs, ledger.zhang_min, {{}, ledger.procurement})->total, 0);
}

TEST_P(Inheritance, ends_when_the_measure_says_its_own_and_returns_when_it_is_emptied) {
    const auto problem = ledger.add("问题", {}, TestLedger::by("2024-07-31"));
    const auto measure = ledger.add(problem, "措施").measure.id;
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, {measure, 1},
                             {.deadline = TestLedger::by("2024-12-31")}));
    EXPECT_EQ(ledger.measure(measure).due_on, day("2024-12-31"));
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, {measure, 2}, {.deadline = Deadline{}}));
    EXPECT_EQ(ledger.measure(measure).due_on, day("2024-07-31"));
}

TEST_P(Inheritance, leaves_the_day_of_a_done_measure_as_it_was) {
    const auto problem = ledger.add("问题", {}, TestLedger::by("2024-07-31"));
    const auto done = ledger.add(problem, "已完成").measure.id;
    const auto open = ledger.add(problem, "未完成").measure.id;
    ledger.claim(problem.problem.id, ledger.zhou_guifang);
    ledger.finish(done, ledger.zhou_guifang);
    ASSERT_TRUE(edit_problem(needs, ledger.zhang_min, ledger.seen(problem.problem.id),
                             {.deadline = TestLedger::by("2024-12-31")}));
    EXPECT_EQ(ledger.measure(done).due_on, day("2024-07-31"));
    EXPECT_EQ(ledger.measure(open).due_on, day("2024-12-31"));
}

// ---- Days that hang on the programme's dates

class Reckoning : public testing::OneLedger {
  protected:
    static Deadline relative(std::string text) {
        return {DeadlineKind::relative, std::move(text), std::nullopt};
    }
    void move_feedback_to(std::string_view date) {
        const auto seen = view_programme(needs, ledger.zhang_min, ledger.programme)->programme;
        ASSERT_TRUE(change_programme(needs, ledger.zhang_min, ledger.programme, seen.version,
                                     {.feedback_on = day(date)}));
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Reckoning);

TEST_P(Reckoning, follows_the_dates_of_the_programme) {
    const auto problem = ledger.add("问题", {}, relative("反馈后三个月内"));
    const auto inherited = ledger.add(problem, "措施").measure.id;
    const auto at_once =
        ledger.add(problem, "立行立改", {}, {DeadlineKind::immediate, "立行立改", {}}).measure.id;
    const auto fixed = ledger.add(problem, "定日", {}, TestLedger::by("2024-12-31")).measure.id;
    EXPECT_EQ(ledger.problem(problem.problem.id).due_on, day("2024-08-13"));
    EXPECT_EQ(ledger.measure(at_once).due_on, day("2024-07-12"));
    move_feedback_to("2024-06-01");
    EXPECT_EQ(ledger.problem(problem.problem.id).due_on, day("2024-09-01"));
    EXPECT_EQ(ledger.measure(inherited).due_on, day("2024-09-01"));
    EXPECT_EQ(ledger.measure(at_once).due_on, day("2024-07-31"));
    EXPECT_EQ(ledger.measure(fixed).due_on, day("2024-12-31"));
    EXPECT_EQ(ledger.problem(problem.problem.id).version, 1);
    ledger.expect_sound_journal();
}

TEST_P(Reckoning, leaves_what_is_struck_off_as_it_was) {
    const auto problem = ledger.add("问题", {}, relative("反馈后三个月内"));
    const auto measure = ledger.add(problem, "措施").measure.id;
    ledger.claim(problem.problem.id, ledger.zhou_guifang);
    ledger.finish(measure, ledger.zhou_guifang);
    ledger.strike_off(problem.problem.id, ledger.zhou_guifang);
    const auto before = ledger.problem(problem.problem.id);
    move_feedback_to("2024-06-01");
    EXPECT_EQ(ledger.problem(problem.problem.id), before);
    EXPECT_EQ(ledger.measure(measure).due_on, day("2024-08-13"));
}

TEST_P(Reckoning, refuses_a_period_that_ends_before_it_begins) {
    const auto change = [&](ProgrammeChange wanted) {
        return code_of(change_programme(needs, ledger.zhang_min, ledger.programme, 1, wanted));
    };
    EXPECT_EQ(change({.concentrated_end_on = day("2024-05-12")}),
              "concentrated_period_ends_before_feedback");
    EXPECT_EQ(change({.feedback_on = day("2024-11-14")}),
              "concentrated_period_ends_before_feedback");
    EXPECT_EQ(code_of(change_programme(needs, ledger.li_qiang, ledger.programme, 1, {})),
              "programme_not_found");
    EXPECT_EQ(code_of(change_programme(needs, ledger.zhou_guifang, ledger.programme, 1, {})),
              "only_the_office_edits");
    auto wanted = ledger.wanted_programme("倒置");
    wanted.concentrated_end_on = day("2024-05-01");
    EXPECT_EQ(code_of(open_programme(needs, ledger.zhang_min, wanted)),
              "concentrated_period_ends_before_feedback");
}

TEST_P(Reckoning, keeps_the_programmes_dates_old_beside_new) {
    move_feedback_to("2024-06-01");
    const auto history = database().read([&](db::Transaction& transaction) {
        return changes_of(list_history(transaction, ledger.programme.text()));
    });
    ASSERT_EQ(history.size(), 2u);
    EXPECT_EQ(history[0].act, "change_programme");
    EXPECT_EQ(history[0].changes,
              (std::vector<journal::FieldChange>{{"feedback_on", "2024-05-13", "2024-06-01"}}));
    EXPECT_EQ(history[1].act, "open_programme");
}

TEST_P(Reckoning, does_not_move_a_day_because_the_calendar_changed) {
    const auto problem = ledger.add("问题", {}, relative("反馈后5个工作日内"));
    const auto measure = ledger.add(problem, "措施").measure.id;
    EXPECT_EQ(ledger.measure(measure).due_on, day("2024-05-20"));
    ASSERT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        calendar::save_year(transaction,
                            {2024, true, {{day("2024-05-14"), calendar::DayKind::off, "假"}}},
                            ledger.here.clock.now());
        return {};
    }));
    ledger.claim(problem.problem.id, ledger.zhou_guifang);
    ledger.report(measure, ledger.zhou_guifang);
    ASSERT_TRUE(edit_problem(needs, ledger.zhang_min, ledger.seen(problem.problem.id),
                             {.responsibility = TestLedger::held_by("预算科", ledger.budget)}));
    EXPECT_EQ(ledger.measure(measure).due_on, day("2024-05-20"));
    EXPECT_EQ(ledger.problem(problem.problem.id).due_on, day("2024-05-20"));
    const auto later = ledger.add("后来的问题", {}, relative("反馈后5个工作日内"));
    EXPECT_EQ(later.problem.due_on, day("2024-05-21"));
}

TEST_P(Reckoning, moves_a_recurring_day_on_with_each_proof) {
    const auto problem = ledger.add("问题", {}, {DeadlineKind::recurring, "每季度一次", {}});
    const auto measure = ledger.add(problem, "措施").measure.id;
    EXPECT_EQ(ledger.measure(measure).due_on, day("2024-09-30"));  // The feedback was in May.
    ledger.claim(problem.problem.id, ledger.zhou_guifang);
    ledger.here.clock.move_to(base::start_of(day("2024-08-15")));
    ledger.report(measure, ledger.zhou_guifang);
    EXPECT_EQ(ledger.measure(measure).due_on, day("2024-12-31"));
    EXPECT_EQ(ledger.problem(problem.problem.id).due_on, day("2024-09-30"));
}

TEST_P(Reckoning, tells_how_much_of_the_concentrated_period_is_used) {
    const auto used = [&](std::string_view today) {
        ledger.here.clock.move_to(base::start_of(day(today)));
        return view_programme(needs, ledger.zhang_min, ledger.programme)->time_used_percent;
    };
    EXPECT_EQ(used("2024-05-01"), 0);
    EXPECT_EQ(used("2024-05-13"), 0);
    EXPECT_EQ(used("2024-08-13"), 50);
    EXPECT_EQ(used("2024-11-13"), 100);
    EXPECT_EQ(used("2025-11-13"), 100);
}

}  // namespace
}  // namespace ledger
