// The lists of the ledger against a plain reading of all rows: every filter, sort and page gives
// exactly the rows that the words of the filter say, on both engines, in as few statements.
#include <algorithm>
#include <set>

#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

/// Two programmes: eight problems in three areas and forty measures of every state, kind, unit and
/// nearness, written by the stores' own rows and moved into their states by hand.
class Lists : public testing::OneLedger {
  protected:
    Lists() {
        other = ledger.open("另一整改");
        for (int p = 0; p < 8; ++p) add_problem_row(p);
        set_states();
        all = ledger.measures(whole(), ledger.zhang_min).rows;
        all_problems = ledger.problems(whole(), ledger.zhang_min).rows;
        EXPECT_EQ(all.size(), 40u);
        EXPECT_EQ(all_problems.size(), 8u);
    }
    static LedgerFilter whole() {
        LedgerFilter filter;
        filter.page.page_size = 200;
        return filter;
    }
    Deadline deadline(int i) {
        if (i % 5 == 0) return {};
        if (i % 5 == 1) return {DeadlineKind::long_term, "长期坚持", std::nullopt};
        return TestLedger::by(base::to_text(base::add_days(day("2024-06-25"), 3 * (i % 7))));
    }
    Responsibility holder(int i) {
        if (i % 4 == 0) return {};
        if (i % 4 == 1) return TestLedger::held_by("采购科", ledger.procurement);
        if (i % 4 == 2) return TestLedger::held_by("审计局", ledger.audit);
        return TestLedger::held_by("预算科", ledger.budget, HolderRole::lead_unit);
    }
    void add_problem_row(int p) {
        const auto under = p < 6 ? ledger.programme : other;
        const auto problem = add_problem(
            needs, ledger.zhang_min, under,
            {ledger.here.make_id<ProblemId>(), std::nullopt, "方面" + std::to_string(p % 3),
             p == 2 ? "PPP项目完成率仅80%" : "问题" + std::to_string(p), "", holder(p),
             deadline(p)});
        for (int m = 0; m < 5; ++m) {
            ledger.here.pass(1'000 * ((p * 7 + m * 3) % 11));
            ledger.add(*problem, "措施_" + std::to_string(m), holder(p + m), deadline(p * 5 + m));
        }
    }
    void set_states() {
        test_database().run_raw(
            "BEGIN;"
            "UPDATE measure SET status = CASE number % 6 WHEN 0 THEN 'not_started' WHEN 1 THEN "
            "'under_way' WHEN 2 THEN 'awaiting_review' WHEN 3 THEN 'sent_back' WHEN 4 THEN 'done' "
            "ELSE 'long_term' END;"
            "UPDATE problem SET status = CASE number % 5 WHEN 0 THEN 'unclaimed' WHEN 1 THEN "
            "'under_way' WHEN 2 THEN 'awaiting_review' WHEN 3 THEN 'sent_back' ELSE 'struck_off' "
            "END;"
            "COMMIT");
    }

    // ---- What a filter says, read plainly

    static bool names(const std::vector<std::string>& wanted, std::string_view name) {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
    }
    static bool among(const std::vector<DeadlineKind>& wanted, DeadlineKind kind) {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), kind) != wanted.end();
    }
    static bool within(const LedgerFilter& filter, std::optional<base::Date> due) {
        if ((filter.due_from || filter.due_to) && !due) return false;
        return (!filter.due_from || *due >= *filter.due_from) &&
               (!filter.due_to || *due <= *filter.due_to);
    }
    bool says(const LedgerFilter& filter, const MeasureRow& row) const {
        const auto& measure = row.measure;
        return (!filter.programme || measure.programme == *filter.programme) &&
               (!filter.area || row.area.id == *filter.area) &&
               names(filter.statuses, name_of(measure.status)) &&
               among(filter.kinds, row.deadline.kind) && within(filter, measure.due_on) &&
               (!filter.tier || tier_of(measure.status, measure.due_on, today) == *filter.tier) &&
               (measure.text.find(filter.words) != std::string::npos ||
                row.problem.text.find(filter.words) != std::string::npos);
    }
    bool says(const LedgerFilter& filter, const ProblemRow& row) const {
        const auto& problem = row.problem;
        return (!filter.programme || problem.programme == *filter.programme) &&
               (!filter.area || row.area.id == *filter.area) &&
               names(filter.statuses, name_of(problem.status)) &&
               among(filter.kinds, problem.deadline.kind) && within(filter, problem.due_on) &&
               (!filter.tier || tier_of(problem.status, problem.due_on, today) == *filter.tier) &&
               problem.text.find(filter.words) != std::string::npos;
    }
    static std::string key_of(const MeasureRow& row) { return row.measure.id.text(); }
    static std::string key_of(const ProblemRow& row) { return row.problem.id.text(); }
    template <class Rows>
    static std::set<std::string> keys_of(const Rows& rows) {
        std::set<std::string> keys;
        for (const auto& row : rows) keys.insert(key_of(row));
        return keys;
    }
    template <class Rows>
    std::set<std::string> keys_that(const LedgerFilter& filter, const Rows& rows) const {
        std::set<std::string> keys;
        for (const auto& row : rows)
            if (says(filter, row)) keys.insert(key_of(row));
        return keys;
    }
    void expect_exactly(const LedgerFilter& filter, std::string_view what) {
        const auto measures = ledger.measures(filter, ledger.zhang_min);
        EXPECT_EQ(keys_of(measures.rows), keys_that(filter, all)) << what;
        EXPECT_EQ(measures.total, static_cast<std::int64_t>(measures.rows.size())) << what;
    }
    void expect_exactly_problems(const LedgerFilter& filter, std::string_view what) {
        const auto problems = ledger.problems(filter, ledger.zhang_min);
        EXPECT_EQ(keys_of(problems.rows), keys_that(filter, all_problems)) << what;
        EXPECT_EQ(problems.total, static_cast<std::int64_t>(problems.rows.size())) << what;
    }

    const base::Date today = day("2024-06-30");
    ProgrammeId other;
    std::vector<MeasureRow> all;
    std::vector<ProblemRow> all_problems;
};
ZHENGGAI_ON_BOTH_ENGINES(Lists);

TEST_P(Lists, keep_the_ledgers_order_by_themselves) {
    const auto order = [](const MeasureRow& row) {
        return std::tuple(row.measure.programme.text(), row.area.number, row.problem.number,
                          row.measure.number);
    };
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                               [&](const auto& a, const auto& b) { return order(a) < order(b); }));
    const auto order_of_problem = [](const ProblemRow& row) {
        return std::tuple(row.problem.programme.text(), row.area.number, row.problem.number);
    };
    EXPECT_TRUE(std::is_sorted(
        all_problems.begin(), all_problems.end(),
        [&](const auto& a, const auto& b) { return order_of_problem(a) < order_of_problem(b); }));
}

TEST_P(Lists, give_exactly_what_each_filter_says) {
    const auto with = [](auto change) {
        auto filter = whole();
        change(filter);
        return filter;
    };
    const std::pair<const char*, LedgerFilter> filters[]{
        {"programme", with([&](auto& f) { f.programme = ledger.programme; })},
        {"area", with([&](auto& f) { f.area = all[0].area.id; })},
        {"one state", with([](auto& f) { f.statuses = {"sent_back"}; })},
        {"two states", with([](auto& f) {
             f.statuses = {"under_way", "awaiting_review"};
         })},
        {"kind", with([](auto& f) { f.kinds = {DeadlineKind::long_term}; })},
        {"kinds", with([](auto& f) {
             f.kinds = {DeadlineKind::date, DeadlineKind::unspecified};
         })},
        {"from", with([](auto& f) { f.due_from = day("2024-07-01"); })},
        {"to", with([](auto& f) { f.due_to = day("2024-07-01"); })},
        {"one day", with([](auto& f) {
             f.due_from = day("2024-07-01");
             f.due_to = day("2024-07-01");
         })},
        {"overdue", with([](auto& f) { f.tier = Tier::overdue; })},
        {"due soon", with([](auto& f) { f.tier = Tier::due_soon; })},
        {"on time", with([](auto& f) { f.tier = Tier::on_time; })},
        {"words", with([](auto& f) { f.words = "问题1"; })},
        {"all at once", with([&](auto& f) {
             f.programme = ledger.programme;
             f.statuses = {"under_way", "sent_back", "not_started"};
             f.kinds = {DeadlineKind::date};
             f.tier = Tier::due_soon;
             f.words = "措施";
         })},
        {"nothing", with([&](auto& f) { f.programme = ledger.here.make_id<ProgrammeId>(); })}};
    for (const auto& [what, filter] : filters) {
        expect_exactly(filter, what);
        expect_exactly_problems(filter, what);
    }
}

TEST_P(Lists, look_for_words_as_they_were_typed) {
    const auto found = [&](std::string words) {
        auto filter = whole();
        filter.words = std::move(words);
        return ledger.measures(filter, ledger.zhang_min).total * 100 +
               ledger.problems(filter, ledger.zhang_min).total;
    };
    EXPECT_EQ(found("措施_1"), 800);
    EXPECT_EQ(found("施_"), 4000);
    EXPECT_EQ(found("_"), 4000);
    EXPECT_EQ(found("%"), 501);  // One problem and the measures under it.
    EXPECT_EQ(found("80%"), 501);
    EXPECT_EQ(found("8%"), 0);
    EXPECT_EQ(found("措%1"), 0);
    EXPECT_EQ(found("\\"), 0);
    EXPECT_EQ(found("ppp项目"), 501);
    EXPECT_EQ(found("PPP"), 501);
    EXPECT_EQ(found("'; DROP TABLE measure; --"), 0);
    const auto programmes = [&](std::string_view words) {
        return view_programmes(needs, ledger.zhang_min, words, {}).total;
    };
    EXPECT_EQ(programmes("另一"), 1);
    EXPECT_EQ(programmes("财政局"), 2);  // In one title, and the inspected unit of both.
    EXPECT_EQ(programmes("%"), 0);
    EXPECT_EQ(programmes("\\"), 0);
}

TEST_P(Lists, sort_by_every_key_both_ways) {
    const auto expect_sorted = [&](SortKey key, auto value) {
        for (const auto order : {Order::ascending, Order::descending}) {
            auto filter = whole();
            filter.sort = key;
            filter.order = order;
            auto rows = ledger.measures(filter, ledger.zhang_min).rows;
            EXPECT_EQ(keys_of(rows), keys_of(all));
            if (order == Order::descending) std::reverse(rows.begin(), rows.end());
            EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
                return value(a) < value(b);
            })) << static_cast<int>(key);
            filter.page.page_size = 7;
            EXPECT_EQ(ledger.problems(filter, ledger.zhang_min).rows.size(), 7u);
        }
    };
    expect_sorted(SortKey::updated_at,
                  [](const MeasureRow& row) { return row.measure.updated_at; });
    expect_sorted(SortKey::status,
                  [](const MeasureRow& row) { return std::string(name_of(row.measure.status)); });
    expect_sorted(SortKey::number, [](const MeasureRow& row) {
        return std::tuple(row.measure.programme.text(), row.area.number, row.problem.number,
                          row.measure.number);
    });
}

TEST_P(Lists, sorted_by_day_put_what_has_none_last) {
    for (const auto order : {Order::ascending, Order::descending}) {
        auto filter = whole();
        filter.sort = SortKey::due_on;
        filter.order = order;
        std::vector<std::optional<base::Date>> days;
        for (const auto& row : ledger.measures(filter, ledger.zhang_min).rows)
            days.push_back(row.measure.due_on);
        const auto dated = std::find(days.begin(), days.end(), std::nullopt);
        EXPECT_TRUE(std::all_of(dated, days.end(), [](const auto& due) { return !due; }));
        if (order == Order::descending) std::reverse(days.begin(), dated);
        EXPECT_TRUE(std::is_sorted(days.begin(), dated));
        EXPECT_NE(dated, days.begin());
        EXPECT_NE(dated, days.end());
    }
}

TEST_P(Lists, sorted_by_unit_keep_each_unit_together) {
    auto filter = whole();
    filter.sort = SortKey::unit;
    std::vector<std::string> names;
    for (const auto& row : ledger.measures(filter, ledger.zhang_min).rows) {
        const auto name = row.responsibility.empty() ? "" : row.responsibility[0].name;
        if (names.empty() || names.back() != name) names.push_back(name);
    }
    EXPECT_EQ(names.size(), 4u);
}

TEST_P(Lists, page_without_a_gap_or_a_row_twice) {
    for (const auto key :
         {SortKey::number, SortKey::due_on, SortKey::status, SortKey::unit, SortKey::updated_at}) {
        LedgerFilter filter;
        filter.sort = key;
        filter.page.page_size = 7;
        std::set<std::string> seen;
        std::size_t rows = 0;
        for (filter.page.page = 1; filter.page.page <= 7; ++filter.page.page) {
            const auto page = ledger.measures(filter, ledger.zhang_min);
            EXPECT_EQ(page.total, 40);
            rows += page.rows.size();
            seen.merge(keys_of(page.rows));
        }
        EXPECT_EQ(rows, 40u);
        EXPECT_EQ(seen, keys_of(all));
    }
}

TEST_P(Lists, agree_with_the_counts_of_the_programme) {
    for (const auto& programme : {ledger.programme, other}) {
        const auto counts = view_programme(needs, ledger.zhang_min, programme)->counts;
        const auto measures = [&](auto change) {
            LedgerFilter filter;
            filter.programme = programme;
            change(filter);
            return ledger.measures(filter, ledger.zhang_min).total;
        };
        const auto problems = [&](std::vector<std::string> statuses) {
            LedgerFilter filter;
            filter.programme = programme;
            filter.statuses = std::move(statuses);
            return ledger.problems(filter, ledger.zhang_min).total;
        };
        EXPECT_EQ(counts.problems, problems({}));
        EXPECT_EQ(counts.struck_off, problems({"struck_off"}));
        EXPECT_EQ(counts.measures, measures([](auto&) {}));
        EXPECT_EQ(counts.measures_done, measures([](auto& f) { f.statuses = {"done"}; }));
        EXPECT_EQ(counts.long_term, measures([](auto& f) { f.statuses = {"long_term"}; }));
        EXPECT_EQ(counts.overdue, measures([](auto& f) { f.tier = Tier::overdue; }));
        EXPECT_EQ(counts.due_soon, measures([](auto& f) { f.tier = Tier::due_soon; }));
        EXPECT_EQ(counts.awaiting_review,
                  measures([](auto& f) { f.statuses = {"awaiting_review"}; }));
        EXPECT_EQ(counts.problems_awaiting_review, problems({"awaiting_review"}));
        EXPECT_GT(counts.overdue * counts.due_soon * counts.long_term, 0);
    }
}

TEST_P(Lists, tell_of_each_problem_how_its_measures_stand) {
    for (const auto& row : all_problems) {
        MeasureTally tally;
        for (const auto& measure : all) {
            if (measure.problem.id != row.problem.id) continue;
            ++tally.total;
            tally.done += measure.measure.status == MeasureStatus::done;
            tally.long_term += measure.measure.status == MeasureStatus::long_term;
        }
        EXPECT_EQ(row.tally, tally) << row.problem.text;
    }
}

TEST_P(Lists, take_as_many_statements_however_many_rows_there_are) {
    const auto statements = [&](auto act) {
        const auto before = database().statements_run();
        act();
        return database().statements_run() - before;
    };
    const auto lists = [&](std::int64_t page_size) {
        LedgerFilter filter;
        filter.page.page_size = page_size;
        const auto list = [&](const base::Actor& who) {
            ProblemPage page;
            const auto run = statements([&] { page = ledger.problems(filter, who); });
            // Where an application waits, one more for its review.
            const bool waits =
                std::any_of(page.rows.begin(), page.rows.end(), [](const ProblemRow& row) {
                    return row.problem.status == ProblemStatus::awaiting_review;
                });
            return statements([&] { ledger.measures(filter, who); }) * 1'000 + run - waits;
        };
        EXPECT_EQ(list(ledger.zhang_min), list(ledger.li_qiang));
        return list(ledger.zhang_min);
    };
    EXPECT_EQ(lists(1), lists(40));
    EXPECT_EQ(lists(40), 2'002u);
    const auto programmes = [&](std::int64_t page_size) {
        return statements([&] {
            EXPECT_EQ(view_programmes(needs, ledger.zhang_min, "", {1, page_size}).rows.size(),
                      static_cast<std::size_t>(page_size));
        });
    };
    EXPECT_EQ(programmes(1), 4u);
    EXPECT_EQ(programmes(2), 4u);
    const auto detail = [&] {
        return statements(
            [&] { EXPECT_TRUE(view_problem(needs, ledger.zhang_min, all[0].problem.id)); });
    };
    const auto before = detail();
    ledger.add(all_problems[0], "再一条措施");
    EXPECT_EQ(detail(), before);
    EXPECT_LE(before, 12u);
    EXPECT_LE(
        statements([&] { EXPECT_TRUE(view_measure(needs, ledger.zhang_min, all[0].measure.id)); }),
        6u);
}

}  // namespace
}  // namespace ledger
