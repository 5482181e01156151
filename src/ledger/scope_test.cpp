// Who sees what: a responsible unit sees the rows that it or a unit below it holds, and nothing
// tells it that there are others.
#include <algorithm>

#include "db/migrate.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::TestLedger;

/// Problem one is held by 采购科, with a measure of its own and one of 审计局; problem two by
/// 预算科.
class Scope : public testing::OneLedger {
  protected:
    Responsibility procurement = TestLedger::held_by("采购科", ledger.procurement);
    Responsibility audit =
        TestLedger::held_by("审计局", ledger.audit, HolderRole::cooperating_unit);
    Responsibility budget = TestLedger::held_by("预算科", ledger.budget, HolderRole::lead_unit);

    ProblemRow one = ledger.add("采购管理不规范", procurement, TestLedger::by("2024-06-29"));
    MeasureRow inherited = ledger.add(one, "修订采购制度");
    MeasureRow audits = ledger.add(one, "开展采购审计", audit);
    ProblemRow two = ledger.add("预算编制粗放", budget);
    MeasureRow budgets = ledger.add(two, "细化预算编制");

    std::vector<std::int64_t> numbers_of_measures(const base::Actor& who) {
        std::vector<std::int64_t> numbers;
        const auto page = ledger.measures({}, who);
        for (const auto& row : page.rows) numbers.push_back(row.measure.number);
        EXPECT_EQ(page.total, static_cast<std::int64_t>(numbers.size()));
        return numbers;
    }
    std::vector<std::int64_t> numbers_of_problems(const base::Actor& who) {
        std::vector<std::int64_t> numbers;
        const auto page = ledger.problems({}, who);
        for (const auto& row : page.rows) numbers.push_back(row.problem.number);
        EXPECT_EQ(page.total, static_cast<std::int64_t>(numbers.size()));
        return numbers;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Scope);

using Numbers = std::vector<std::int64_t>;

TEST_P(Scope, of_the_lists_is_what_the_unit_or_one_below_it_holds) {
    EXPECT_EQ(numbers_of_measures(ledger.zhang_min), (Numbers{1, 2, 3}));
    EXPECT_EQ(numbers_of_measures(ledger.zhou_guifang), (Numbers{1, 2, 3}));  // The inspected unit.
    EXPECT_EQ(numbers_of_measures(ledger.li_qiang), (Numbers{1}));            // Inherited.
    EXPECT_EQ(numbers_of_measures(ledger.sun_li), (Numbers{2}));
    EXPECT_EQ(numbers_of_measures(ledger.zhao_li), (Numbers{3}));
    EXPECT_EQ(numbers_of_problems(ledger.zhang_min), (Numbers{1, 2}));
    EXPECT_EQ(numbers_of_problems(ledger.zhou_guifang), (Numbers{1, 2}));
    EXPECT_EQ(numbers_of_problems(ledger.li_qiang), (Numbers{1}));
    EXPECT_EQ(numbers_of_problems(ledger.sun_li), (Numbers{}));
    EXPECT_EQ(numbers_of_problems(ledger.zhao_li), (Numbers{2}));
    auto nowhere = ledger.li_qiang;
    nowhere.scope = {};
    EXPECT_EQ(numbers_of_measures(nowhere), (Numbers{}));
    EXPECT_EQ(view_programmes(needs, nowhere, "", {}).total, 0);
    nowhere.scope = accounts::scope_of(accounts::Role::responsible_unit, "");
    EXPECT_EQ(numbers_of_measures(nowhere), (Numbers{}));
    EXPECT_EQ(numbers_of_problems(nowhere), (Numbers{}));
}

TEST_P(Scope, of_a_unit_is_not_that_of_a_unit_whose_number_begins_alike) {
    base::UnitId last;
    for (int i = 6; i <= 50; ++i)
        last = ledger.here.unit("科室" + std::to_string(i), ledger.district);
    const auto fiftieth = ledger.of_unit("科室某某", last);
    ASSERT_EQ(ledger.sun_li.scope.parts[0].unit_path, "/1/5/");
    ASSERT_EQ(fiftieth.scope.parts[0].unit_path, "/1/50/");
    const auto measure = ledger.add(two, "另一措施", TestLedger::held_by("科室五十", last));
    EXPECT_EQ(numbers_of_measures(fiftieth), (Numbers{4}));
    EXPECT_EQ(numbers_of_measures(ledger.sun_li), (Numbers{2}));
    EXPECT_EQ(code_of(view_measure(needs, ledger.sun_li, measure.measure.id)), "measure_not_found");
}

TEST_P(Scope, hides_details_and_histories_as_if_there_were_none) {
    const auto& stranger = ledger.zhao_li;
    const auto measure = inherited.measure.id;
    const auto problem = one.problem.id;
    EXPECT_EQ(code_of(view_measure(needs, stranger, measure)), "measure_not_found");
    EXPECT_EQ(code_of(history_of_measure(needs, stranger, measure)), "measure_not_found");
    EXPECT_EQ(code_of(view_problem(needs, stranger, problem)), "problem_not_found");
    EXPECT_EQ(code_of(history_of_problem(needs, stranger, problem)), "problem_not_found");
    EXPECT_EQ(code_of(view_problem(needs, ledger.sun_li, problem)), "problem_not_found");
    EXPECT_EQ(code_of(view_measure(needs, ledger.li_qiang, audits.measure.id)),
              "measure_not_found");
    EXPECT_TRUE(view_measure(needs, ledger.sun_li, audits.measure.id));
    EXPECT_TRUE(history_of_problem(needs, ledger.li_qiang, problem));
}

TEST_P(Scope, keeps_strangers_from_every_act) {
    const auto& stranger = ledger.zhao_li;
    const Seen<ProblemId> problem{one.problem.id, 1};
    const Seen<MeasureId> measure{inherited.measure.id, 1};
    EXPECT_EQ(code_of(claim_problem(needs, stranger, problem)), "problem_not_found");
    EXPECT_EQ(code_of(apply_for_strike_off(needs, stranger, problem, TestLedger::complete())),
              "problem_not_found");
    EXPECT_EQ(code_of(withdraw_application(needs, stranger, problem)), "problem_not_found");
    EXPECT_EQ(code_of(report_progress(needs, stranger, measure.id, ledger.entry("报", 1))),
              "measure_not_found");
    EXPECT_EQ(code_of(submit_measure(needs, stranger, measure)), "measure_not_found");
    EXPECT_EQ(code_of(withdraw_measure(needs, stranger, measure)), "measure_not_found");
    EXPECT_EQ(ledger.problem(problem.id).version + ledger.measure(measure.id).version, 2);
}

TEST_P(Scope, of_a_problems_page_leaves_out_the_measures_of_others_but_not_their_count) {
    const auto view = view_problem(needs, ledger.li_qiang, one.problem.id);
    ASSERT_TRUE(view);
    ASSERT_EQ(view->measures.size(), 1u);
    EXPECT_EQ(view->measures[0].measure.id, inherited.measure.id);
    EXPECT_EQ(view->row.tally, (MeasureTally{2, 0, 0}));
    EXPECT_EQ(view_problem(needs, ledger.zhou_guifang, one.problem.id)->measures.size(), 2u);
}

TEST_P(Scope, of_programmes_and_their_counts_is_that_of_their_rows) {
    ledger.here.pass(1'000);
    ledger.open("与他们无关的整改");
    const auto titles = [&](const base::Actor& who) {
        const auto views = view_programmes(needs, who, "", {});
        std::string all = std::to_string(views.total);
        for (const auto& view : views.rows) {
            all += " " + view.programme.title;
            const auto one_by_one = view_programme(needs, who, view.programme.id);
            EXPECT_EQ(one_by_one->counts, view.counts) << view.programme.title;
        }
        return all;
    };
    EXPECT_EQ(titles(ledger.zhang_min), "2 与他们无关的整改 青云区财政局巡察整改");
    EXPECT_EQ(titles(ledger.zhou_guifang), "2 与他们无关的整改 青云区财政局巡察整改");
    EXPECT_EQ(titles(ledger.li_qiang), "1 青云区财政局巡察整改");
    EXPECT_EQ(titles(ledger.sun_li), "1 青云区财政局巡察整改");
    EXPECT_EQ(titles(ledger.of_unit("区里某某", ledger.here.unit("另一单位"))), "0");
    EXPECT_EQ(ledger.counts(ledger.zhang_min).measures, 3);
    EXPECT_EQ(ledger.counts(ledger.zhang_min).overdue, 2);
    EXPECT_EQ(ledger.counts(ledger.li_qiang), (ProgrammeCounts{1, 1, 1, 0, 0, 0, 1, 0, 0}));
    EXPECT_EQ(ledger.counts(ledger.sun_li), (ProgrammeCounts{0, 0, 1, 0, 0, 0, 1, 0, 0}));
}

TEST_P(Scope, lets_a_unit_that_holds_only_a_problem_claim_it) {
    const auto problem = ledger.add("审计监督缺位", TestLedger::held_by("审计局", ledger.audit));
    const auto elsewhere = ledger.open("另一单位整改");
    const auto alone =
        ledger.add("审计问题", TestLedger::held_by("审计局", ledger.audit), {}, elsewhere);
    EXPECT_TRUE(view_programme(needs, ledger.sun_li, elsewhere));
    EXPECT_EQ(view_programmes(needs, ledger.sun_li, "", {}).total, 2);
    EXPECT_TRUE(claim_problem(needs, ledger.sun_li, {problem.problem.id, 1}));
    EXPECT_TRUE(claim_problem(needs, ledger.sun_li, {alone.problem.id, 1}));
    EXPECT_TRUE(areas_of_programme(needs, ledger.sun_li, elsewhere));
    EXPECT_EQ(code_of(areas_of_programme(needs, ledger.li_qiang, elsewhere)),
              "programme_not_found");
}

TEST_P(Scope, moves_with_the_responsibility) {
    ASSERT_TRUE(
        edit_problem(needs, ledger.zhang_min, {one.problem.id, 1}, {.responsibility = budget}));
    EXPECT_EQ(numbers_of_measures(ledger.li_qiang), (Numbers{}));
    EXPECT_EQ(numbers_of_problems(ledger.li_qiang), (Numbers{}));
    EXPECT_EQ(numbers_of_measures(ledger.zhao_li), (Numbers{1, 3}));
    EXPECT_EQ(numbers_of_measures(ledger.sun_li), (Numbers{2}));  // It says its own.
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, {inherited.measure.id, 1},
                             {.responsibility = procurement}));
    EXPECT_EQ(numbers_of_measures(ledger.li_qiang), (Numbers{1}));
    EXPECT_EQ(numbers_of_measures(ledger.zhao_li), (Numbers{3}));
    ASSERT_TRUE(edit_measure(needs, ledger.zhang_min, ledger.seen(inherited.measure.id),
                             {.responsibility = Responsibility{}}));
    EXPECT_EQ(numbers_of_measures(ledger.zhao_li), (Numbers{1, 3}));
    EXPECT_EQ(ledger.measures({}, ledger.zhao_li).rows[0].responsibility, budget);
}

TEST_P(Scope, of_a_filter_by_unit_is_the_subtree_of_that_unit) {
    const auto filtered = [&](base::UnitId unit, const base::Actor& who) {
        const auto page = list_measure_page(needs, who, {{}, unit});
        return page ? page->total : -1;
    };
    EXPECT_EQ(filtered(ledger.district, ledger.zhang_min), 3);
    EXPECT_EQ(filtered(ledger.finance, ledger.zhang_min), 3);
    EXPECT_EQ(filtered(ledger.procurement, ledger.zhang_min), 1);
    EXPECT_EQ(filtered(ledger.audit, ledger.zhang_min), 1);
    EXPECT_EQ(filtered(ledger.audit, ledger.li_qiang), 0);
    EXPECT_EQ(filtered(ledger.district, ledger.li_qiang), 1);
    EXPECT_EQ(list_problem_page(needs, ledger.zhang_min, {{}, ledger.budget})->total, 1);
    EXPECT_EQ(code_of(list_measure_page(needs, ledger.zhang_min,
                                        {{}, ledger.here.make_id<base::UnitId>()})),
              "unit_unknown");
}

TEST_P(Scope, of_several_parts_is_what_any_of_them_covers) {
    const auto elsewhere = ledger.open("另一单位整改");
    const auto far = ledger.add("采购档案不全", procurement, {}, elsewhere);
    auto inspector = ledger.of_unit("督查组陈明", ledger.audit);
    const auto path = [&](const base::Actor& who) { return who.scope.parts[0].unit_path; };
    const auto seen = [&](std::vector<base::ScopePart> parts) {
        inspector.scope = {std::move(parts), {}};
        auto numbers = numbers_of_problems(inspector);
        std::sort(numbers.begin(), numbers.end());  // Programmes stand in the order of their ids.
        return numbers;
    };
    EXPECT_EQ(seen({{path(ledger.li_qiang), {}}}), (Numbers{1, 1}));  // One in each programme.
    EXPECT_EQ(seen({{path(ledger.li_qiang), {}}, {path(ledger.zhao_li), {}}}), (Numbers{1, 1, 2}));
    EXPECT_EQ(seen({{"", ledger.programme}}), (Numbers{1, 2}));
    EXPECT_EQ(seen({{path(ledger.zhao_li), elsewhere}}), (Numbers{}));
    EXPECT_EQ(seen({{path(ledger.li_qiang), elsewhere}}), (Numbers{1}));
    EXPECT_EQ(view_programmes(needs, inspector, "", {}).total, 1);
    EXPECT_TRUE(view_programme(needs, inspector, elsewhere));
    EXPECT_EQ(code_of(view_programme(needs, inspector, ledger.programme)), "programme_not_found");
    EXPECT_EQ(code_of(view_problem(needs, inspector, one.problem.id)), "problem_not_found");
    EXPECT_TRUE(view_problem(needs, inspector, far.problem.id));
}

/// Problem one is a lead that only some may know of.
class GuardedScope : public Scope {
  protected:
    void SetUp() override {
        guarded = one.problem;
        guarded.guards = {base::Guard::clues};
        const auto saved =
            needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
                save_guards(transaction, guarded);
                return {};
            });
        ASSERT_TRUE(saved);
    }
    static base::Actor cleared(base::Actor who, base::Guards guards) {
        who.scope.cleared = guards;
        return who;
    }
    Problem guarded;
};
ZHENGGAI_ON_BOTH_ENGINES(GuardedScope);

TEST_P(GuardedScope, hides_the_rows_from_whoever_is_not_cleared_even_the_office) {
    EXPECT_EQ(numbers_of_problems(ledger.zhang_min), (Numbers{2}));
    EXPECT_EQ(numbers_of_measures(ledger.zhang_min), (Numbers{3}));
    EXPECT_EQ(numbers_of_problems(ledger.li_qiang), (Numbers{}));
    EXPECT_EQ(code_of(view_problem(needs, ledger.zhang_min, guarded.id)), "problem_not_found");
    EXPECT_EQ(code_of(view_measure(needs, ledger.zhang_min, inherited.measure.id)),
              "measure_not_found");
    const auto wrong = cleared(ledger.zhang_min, {base::Guard::accountability});
    EXPECT_EQ(numbers_of_problems(wrong), (Numbers{2}));
    const auto right = cleared(ledger.zhang_min, {base::Guard::clues});
    EXPECT_EQ(numbers_of_problems(right), (Numbers{1, 2}));
    EXPECT_EQ(numbers_of_measures(right), (Numbers{1, 2, 3}));
    EXPECT_EQ(view_problem(needs, right, guarded.id)->row.problem.guards, guarded.guards);
    EXPECT_EQ(view_measure(needs, right, inherited.measure.id)->row.measure.guards, guarded.guards);
}

TEST_P(GuardedScope, lets_no_count_and_no_programme_betray_them) {
    EXPECT_EQ(ledger.counts(ledger.zhang_min), (ProgrammeCounts{1, 1, 1, 0, 0, 0, 0, 0, 0}));
    EXPECT_EQ(view_programmes(needs, ledger.zhang_min, "", {}).rows[0].counts,
              ledger.counts(ledger.zhang_min));
    // 采购科 holds nothing else here, so that the programme is not there either.
    EXPECT_EQ(view_programmes(needs, ledger.li_qiang, "", {}).total, 0);
    EXPECT_EQ(view_programmes(needs, cleared(ledger.li_qiang, {base::Guard::clues}), "", {}).total,
              1);
}

TEST_P(GuardedScope, is_kept_by_measures_that_come_later_and_are_held_anew) {
    const auto right = cleared(ledger.zhang_min, {base::Guard::clues});
    const auto later = add_measure(
        needs, right, guarded.id, {ledger.here.make_id<MeasureId>(), "约谈当事人", budget, {}, {}});
    ASSERT_TRUE(later);
    EXPECT_EQ(numbers_of_measures(ledger.zhang_min), (Numbers{3}));
    EXPECT_EQ(numbers_of_measures(ledger.zhao_li), (Numbers{3}));
    ASSERT_TRUE(edit_problem(needs, right, {guarded.id, 1}, {.responsibility = budget}));
    EXPECT_EQ(numbers_of_problems(ledger.zhao_li), (Numbers{2}));
    EXPECT_EQ(numbers_of_problems(cleared(ledger.zhao_li, {base::Guard::clues})), (Numbers{1, 2}));
}

TEST_P(GuardedScope, is_put_on_and_taken_off_by_whoever_is_cleared_for_it) {
    const auto right = cleared(ledger.zhang_min, {base::Guard::clues});
    const auto version = [&] {
        return view_problem(needs, right, guarded.id)->row.problem.version;
    };
    const auto mark = [&](const base::Actor& who, base::Guards guards) {
        return code_of(guard_problem(needs, who, {guarded.id, version()}, guards));
    };
    EXPECT_EQ(mark(cleared(ledger.li_qiang, {base::Guard::clues}), {}), "only_the_office_edits");
    EXPECT_EQ(code_of(guard_problem(needs, ledger.zhang_min, {two.problem.id, 1}, {})),
              "only_the_cleared_guard");
    EXPECT_EQ(mark(right, {base::Guard::clues, base::Guard::life_meeting}), "guard_is_not_yours");
    EXPECT_EQ(mark(right, {base::Guard::clues, base::Guard::secret}),
              "marks_belong_to_the_programme");
    EXPECT_EQ(mark(right, {base::Guard::clues}), "accepted");  // Said twice.
    EXPECT_EQ(version(), 1);
    EXPECT_EQ(mark(right, {}), "accepted");
    EXPECT_EQ(numbers_of_problems(ledger.zhang_min), (Numbers{1, 2}));
    EXPECT_EQ(numbers_of_measures(ledger.zhang_min), (Numbers{1, 2, 3}));
    EXPECT_EQ(mark(right, {base::Guard::clues}), "accepted");
    EXPECT_EQ(numbers_of_problems(ledger.zhang_min), (Numbers{2}));
    EXPECT_EQ(numbers_of_measures(ledger.li_qiang), (Numbers{}));
    const auto history = history_of_problem(needs, right, guarded.id);
    ASSERT_TRUE(history);
    EXPECT_EQ(history->front().act, "guard_problem");
    EXPECT_EQ(history->front().changes,
              (std::vector<journal::FieldChange>{{"guards", "", "clues"}}));
    ledger.expect_sound_journal();
}

TEST_P(GuardedScope, is_put_on_in_every_state_and_by_nobody_who_saw_another_version) {
    const auto right = cleared(ledger.zhang_min, {base::Guard::clues});
    ledger.claim(two.problem.id, ledger.zhao_li);
    ledger.finish(budgets.measure.id, ledger.zhao_li);
    ledger.strike_off(two.problem.id, ledger.zhao_li);
    EXPECT_EQ(code_of(guard_problem(needs, right, {two.problem.id, 1}, {base::Guard::clues})),
              "somebody_else_changed_it");
    EXPECT_EQ(
        code_of(guard_problem(needs, right, ledger.seen(two.problem.id), {base::Guard::clues})),
        "accepted");
    EXPECT_EQ(code_of(view_problem(needs, ledger.zhao_li, two.problem.id)), "problem_not_found");
    EXPECT_EQ(view_problem(needs, right, two.problem.id)->row.problem.status,
              ProblemStatus::struck_off);
}

/// An installation graded for state secrets, with a programme marked 秘密.
class MarkedScope : public Scope {
  protected:
    void SetUp() override {
        const Needs graded{needs.database, needs.clock, needs.random, needs.journal,
                           ClassifiedContent::allowed};
        const auto right = cleared(Guards{base::Guard::secret});
        EXPECT_EQ(code_of(change_programme(graded, ledger.zhang_min, ledger.programme, 1,
                                           {.classification = Classification::secret})),
                  "mark_is_above_your_clearance");
        ASSERT_TRUE(change_programme(graded, right, ledger.programme, 1,
                                     {.classification = Classification::secret}));
    }
    using Guards = base::Guards;
    base::Actor cleared(Guards guards) {
        auto who = ledger.zhang_min;
        who.scope.cleared = guards;
        return who;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(MarkedScope);

TEST_P(MarkedScope, keeps_everybody_out_who_is_not_cleared_for_the_mark) {
    EXPECT_EQ(code_of(view_programme(needs, ledger.zhang_min, ledger.programme)),
              "programme_not_found");
    EXPECT_EQ(view_programmes(needs, ledger.zhang_min, "", {}).total, 0);
    EXPECT_EQ(numbers_of_problems(ledger.zhang_min), (Numbers{}));
    EXPECT_EQ(numbers_of_measures(ledger.li_qiang), (Numbers{}));
    const auto right = cleared({base::Guard::secret});
    EXPECT_EQ(numbers_of_problems(right), (Numbers{1, 2}));
    EXPECT_EQ(numbers_of_measures(right), (Numbers{1, 2, 3}));
    EXPECT_EQ(view_programme(needs, right, ledger.programme)->programme.classification,
              Classification::secret);
}

TEST_P(MarkedScope, is_kept_by_rows_that_come_later_and_beside_guards_of_their_own) {
    const auto both = cleared({base::Guard::secret, base::Guard::clues});
    const auto late = add_problem(needs, both, ledger.programme,
                                  {ledger.here.make_id<ProblemId>(),
                                   std::nullopt,
                                   "党的建设方面",
                                   "新发现的问题",
                                   "",
                                   budget,
                                   {}});
    ASSERT_TRUE(late);
    EXPECT_EQ(numbers_of_problems(ledger.zhao_li), (Numbers{}));
    EXPECT_TRUE(guard_problem(needs, both, {one.problem.id, 1}, {base::Guard::clues}));
    EXPECT_EQ(numbers_of_problems(cleared({base::Guard::secret})), (Numbers{2, 3}));
    EXPECT_EQ(numbers_of_problems(both), (Numbers{1, 2, 3}));
    // The mark is taken off again: what was guarded by itself stays guarded.
    const auto seen = view_programme(needs, both, ledger.programme)->programme.version;
    EXPECT_TRUE(change_programme(needs, both, ledger.programme, seen,
                                 {.classification = Classification::internal}));
    EXPECT_EQ(numbers_of_problems(ledger.zhang_min), (Numbers{2, 3}));
}

TEST_P(Scope, refuses_marks_of_secrecy_where_they_may_not_be_kept) {
    auto right = ledger.zhang_min;
    right.scope.cleared = base::every_guard;
    auto wanted = ledger.wanted_programme("涉密整改");
    wanted.classification = Classification::confidential;
    EXPECT_EQ(code_of(open_programme(needs, right, wanted)), "classified_content_is_refused_here");
    EXPECT_EQ(code_of(change_programme(needs, right, ledger.programme, 1,
                                       {.classification = Classification::secret})),
              "classified_content_is_refused_here");
}

/// Rows as they stood before paths and guards stood in them.
class ScopeMigration : public ::testing::TestWithParam<db::Engine> {};
ZHENGGAI_ON_BOTH_ENGINES(ScopeMigration);

TEST_P(ScopeMigration, fills_the_paths_of_rows_that_were_there) {
    const db::testing::TestDatabase before(GetParam(), db::testing::Schema::empty);
    const auto own = db::embedded_migrations(GetParam());
    ASSERT_EQ(own[7].name, "0008_scope");
    ASSERT_TRUE(db::migrate(*before, std::span(own).first(7), {}));
    before.run_raw(R"sql(
INSERT INTO unit VALUES ('u1', 1, '县', '县', '', '', 'department', NULL, '/1/', 1);
INSERT INTO unit VALUES ('u2', 2, '局', '局', '', '', 'department', 'u1', '/1/2/', 1);
INSERT INTO round VALUES ('r', '一轮');
INSERT INTO inspection VALUES ('i', 'r', '常规', 'regular', '一组');
INSERT INTO programme VALUES ('g', 'i', 'u1', '整改', NULL, NULL, 30, 1, 2, 1, 0, 1, 0, 0);
INSERT INTO area VALUES ('a', 'g', 1, '', '');
INSERT INTO problem VALUES ('p', 'g', 'a', 1, 1, '', '问题', '', 'unclaimed', '', 'unspecified',
                            '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, 0, 1, 0);
INSERT INTO problem VALUES ('q', 'g', 'a', 1, 2, '', '无人', '', 'unclaimed', '', 'unspecified',
                            '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, 0, 1, 0);
INSERT INTO measure VALUES ('m', 'g', 'p', 'a', 1, 1, 1, '', '措施', 'not_started', '',
                            'unspecified', '', NULL, 'unspecified', NULL, '', 0, '', NULL, NULL,
                            0, 1, 0);
INSERT INTO problem_unit VALUES ('g', 'p', 'u2');
INSERT INTO measure_unit VALUES ('g', 'm', 'u1');
INSERT INTO measure_unit VALUES ('g', 'm', 'u2');
)sql");
    ASSERT_TRUE(db::migrate(*before, own, {}));
    const auto rows_below = [&](std::string_view table, std::string_view path) {
        return before->read([&](db::Transaction& transaction) {
            db::Conditions where;
            add_rows_below(where, path);
            where.add_fixed("r.guards = 0");
            const auto sql = "SELECT count(*) FROM " + std::string(table) + " r" + where.text();
            return db::first(transaction, sql, where,
                             [](const db::Row& row) { return row.integer(0); })
                .value();
        });
    };
    EXPECT_EQ(rows_below("problem", "/1/"), 1);
    EXPECT_EQ(rows_below("problem", "/1/2/"), 1);
    EXPECT_EQ(rows_below("measure", "/1/2/"), 1);
    EXPECT_EQ(rows_below("measure", "/2/"), 0);
    const auto measure = before->read([](db::Transaction& transaction) {
        return *transaction.first("SELECT holder_paths FROM measure", {},
                                  [](const db::Row& row) { return row.string(0); });
    });
    EXPECT_TRUE(measure == "|/1/|/1/2/|" || measure == "|/1/2/|/1/|") << measure;
}

}  // namespace
}  // namespace ledger
