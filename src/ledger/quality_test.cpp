// What the checks of a ledger find, that what is in order stays unnamed, and that nobody learns of
// rows they may not see.
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/declared_store.hpp"
#include "ledger/quality_json.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

CheckedRow measure(std::string text, std::string unit, std::int64_t number = 1) {
    CheckedRow row;
    row.id = "m" + std::to_string(number);
    row.number = number;
    row.text = std::move(text);
    row.unit = std::move(unit);
    row.kind = DeadlineKind::date;
    row.due_on = day("2024-08-01");
    row.deadline = {DeadlineKind::date, "8月1日前", row.due_on};
    return row;
}
/// The checks that one measure fails, with feedback on 13 May.
std::vector<Check> failed(const CheckedRow& row) {
    CheckedLedger ledger;
    ledger.feedback_on = day("2024-05-13");
    (row.view == View::measures ? ledger.measures : ledger.problems) = {row};
    std::vector<Check> found;
    for (const auto& finding : findings_in(ledger)) found.push_back(finding.check);
    return found;
}
using Checks = std::vector<Check>;

TEST(Vagueness, is_big_words_without_a_deed) {
    const std::string text = "进一步加强党员教育，切实提高思想认识。";
    const auto vague = vagueness_of(text);
    EXPECT_EQ(vague.score, 60);
    ASSERT_EQ(vague.words.size(), 2u);
    EXPECT_EQ(text.substr(vague.words[0].begin, vague.words[0].end), "进一步加强");
    EXPECT_EQ(vagueness_of("加强学习").score, 60);  // and hardly anything else is said
    for (const auto* concrete : {"进一步加强采购管理，修订采购办法", "加强督促，每季度听取一次汇报",
                                 "完善《议事规则》", "加强培训，全年2次", "约谈科室负责人"})
        EXPECT_EQ(vagueness_of(concrete).score, 0) << concrete;
}

TEST(Quality, names_what_a_row_lacks) {
    auto row = measure("追缴少收的租金", "资产科");
    EXPECT_EQ(failed(row), Checks{});
    row.handed_in = row.finished = true;
    EXPECT_EQ(failed(row), Checks{Check::uncounted});
    row.counted = true;
    EXPECT_EQ(failed(row), Checks{});

    row = measure("追缴少收的租金", "资产科");
    row.due_on = day("2024-05-12");
    EXPECT_EQ(failed(row), Checks{Check::day_impossible});
    row.due_on = day("2024-08-02");
    row.problem_due_on = day("2024-08-01");
    EXPECT_EQ(failed(row), Checks{Check::day_impossible});
    row.kind = row.deadline.kind = DeadlineKind::long_term;
    EXPECT_EQ(failed(row), Checks{Check::long_term_open}) << "nobody said what this stage shows";
    row.stage_target = "每半年抽查一次，无反弹";
    EXPECT_EQ(failed(row), Checks{});
    row.due_on.reset();
    EXPECT_EQ(failed(row), Checks{Check::long_term_open});
    row.kind = row.deadline.kind = DeadlineKind::unspecified;
    EXPECT_EQ(failed(row), Checks{Check::deadline_missing});
    row.deadline = {};  // Its problem's: asked there.
    EXPECT_EQ(failed(row), Checks{});
    row.goes_on = true;  // Whatever its deadline was.
    EXPECT_EQ(failed(row), Checks{Check::long_term_open});
    row.goes_on = false;

    row.responsibility = {{HolderRole::cooperating_unit, "办公室", {}, {}}};
    EXPECT_EQ(failed(row), Checks{Check::holder_missing});
    row.responsibility.push_back({HolderRole::responsible_unit, "资产科", {}, {}});
    EXPECT_EQ(failed(row), Checks{});
    row.view = View::problems;
    row.deadline = {DeadlineKind::immediate, "立行立改", {}};
    row.kind = DeadlineKind::immediate;
    EXPECT_EQ(failed(row), (Checks{Check::no_measures, Check::holder_missing}));
}

TEST(Quality, finds_what_was_copied_from_another_unit_only) {
    const std::string text = "对近三年提任的科室负责人补开廉政谈话，谈话记录逐份审核存档";
    CheckedLedger ledger;
    ledger.measures = {measure(text, "办公室", 1), measure(text, "办公室", 2)};
    EXPECT_TRUE(findings_in(ledger).empty());
    ledger.measures[1].unit = "预算科";
    const auto found = findings_in(ledger);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].check, Check::copied);
    EXPECT_EQ(found[0].twin->number, 2);
    EXPECT_EQ(found[0].facts[0].second, "high");
    EXPECT_EQ(found[0].marked.size(), 1u);
    ledger.measures.pop_back();
    ledger.elsewhere = {measure(text, "办公室", 9)};
    ledger.elsewhere[0].programme_title = "教育局巡察整改";
    ASSERT_EQ(findings_in(ledger).size(), 1u);
    ledger.measures[0].last_entry = ledger.elsewhere[0].last_entry =
        "已对十二名科室负责人补开廉政谈话并逐份审核记录";
    EXPECT_EQ(findings_in(ledger).size(), 2u);
}

/// So many characters that no other number has.
std::string own_words(int number, int chars) {
    std::string text;
    for (int i = 0; i < chars; ++i) {
        const int code = 0x4E00 + number * 40 + i;
        text += {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                 static_cast<char>(0x80 | (code & 0x3F))};
    }
    return text;
}

TEST(Quality, takes_no_phrase_of_very_many_rows_for_somebodys_wording) {
    const std::string formula = "严格按照区委巡察整改工作领导小组统一部署认真组织抓好落实";
    CheckedLedger ledger;
    for (int i = 1; i <= 25; ++i) {
        const auto shared = i <= 2 ? std::string("逐户核对租金") : own_words(i + 60, 6);
        ledger.measures.push_back(
            measure(formula + own_words(i, 8) + shared, "第" + std::to_string(i) + "科", i));
    }
    EXPECT_TRUE(findings_in(ledger).empty()) << "six characters of fourteen";
    ledger.measures.resize(2);
    EXPECT_EQ(findings_in(ledger).size(), 2u) << "of two rows only, the formula is theirs";
}

TEST(Quality, looks_at_the_days_and_places_of_files) {
    CheckedLedger ledger;
    ledger.feedback_on = day("2024-05-13");
    ledger.measures = {measure("追缴租金", "资产科", 1), measure("核查合同", "办公室", 2)};
    ledger.files = {{"m1", "缴款书.pdf", "a", day("2024-05-12")},
                    {"m2", "合同.pdf", "a", day("2024-05-13")}};
    const auto found = findings_in(ledger);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].check, Check::evidence_older);
    EXPECT_EQ(found[0].id, "m1");
    EXPECT_EQ(found[1].check, Check::evidence_reused);
    ledger.measures[1].unit = "资产科";
    EXPECT_EQ(findings_in(ledger).size(), 1u);
}

CheckedRow problem(std::string text, std::int64_t number) {
    auto row = measure(std::move(text), "办公室", number);
    row.view = View::problems;
    row.id = "p" + std::to_string(number);
    row.measures = 1;
    row.responsibility = {{HolderRole::responsible_unit, "办公室", {}, {}},
                          {HolderRole::handler, "王芳", {}, {}}};
    return row;
}
/// What the numbers of problems, as a plan prints them by area, leave out.
std::string gaps(const std::vector<std::pair<int, std::string>>& printed) {
    CheckedLedger ledger;
    for (const auto& [area, number] : printed) {
        ledger.problems.push_back(
            problem("问题", static_cast<std::int64_t>(ledger.problems.size()) + 1));
        ledger.numbered.push_back({ledger.problems.back().id, number, area});
    }
    std::string told;
    for (const auto& one : findings_in(ledger))
        told += one.id + ":" + one.facts[0].second + "-" + one.facts[1].second + " ";
    return told;
}

TEST(Quality, says_which_printed_numbers_are_left_out) {
    EXPECT_EQ(gaps({{1, "1."}, {1, "2."}, {2, "3."}}), "");
    EXPECT_EQ(gaps({{1, "1."}, {1, "2."}, {2, "4."}, {2, "7."}}), "p3:3-3 p4:5-6 ");
    EXPECT_EQ(gaps({{1, "1."}, {1, "2."}, {2, "1."}, {2, "3."}}), "p4:2-2 ")
        << "numbers begin anew in the second area";
    EXPECT_EQ(gaps({{1, "1."}, {1, "3."}, {1, "2."}}), "") << "in whatever order";
    EXPECT_EQ(gaps({{1, "（一）"}, {1, "3."}, {1, ""}, {1, "（二）"}}), "");
}

TEST(Quality, holds_what_a_plan_says_it_has_against_the_ledger) {
    CheckedLedger ledger;
    ledger.problems = {problem("采购不规范", 1)};
    ledger.standing = {1, 1, 2, 0};
    const auto told = [&] {
        std::string all;
        for (const auto& one : findings_in(ledger))
            all += one.facts[0].second + one.facts[1].second + "/" + one.facts[2].second + " ";
        return all;
    };
    EXPECT_EQ(told(), "");
    ledger.declared = {2, 3, {}, 4};
    EXPECT_EQ(told(), "measures4/0 areas2/1 problems3/1 ");
    ledger.declared = {1, 2, {}, {}};
    EXPECT_EQ(told(), "") << "counted by manifestations";
    ledger.declared = {1, 3, {}, {}};
    ledger.standing.problems = 2;
    EXPECT_EQ(told(), "") << "who does not see every row is told no total";
}

class QualityPages : public testing::OneLedger {
  protected:
    QualityPage ask(const base::Actor& who, const QualityQuestion& question = {}) {
        const auto page = check_quality(needs, who, ledger.programme, question);
        EXPECT_TRUE(page) << page.error().code;
        return *page;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(QualityPages);

TEST_P(QualityPages, count_by_check_and_unit_and_go_page_by_page) {
    const auto held = TestLedger::held_by("采购科", ledger.procurement);
    const auto row = ledger.add("采购管理不规范", held);
    ledger.add(row, "进一步加强采购管理");
    ledger.add("预算编制粗放", TestLedger::held_by("预算科", ledger.budget));
    const auto all = ask(ledger.zhang_min);
    // Both without a leader and a day, the second without a measure, the measure vague.
    EXPECT_EQ(all.total, 6);
    ASSERT_EQ(all.rows.size(), 6u);
    EXPECT_EQ(all.rows[0].check, Check::no_measures);
    EXPECT_EQ(all.rows.back().check, Check::vague);
    EXPECT_EQ(all.units.size(), 2u);
    EXPECT_EQ(ask(ledger.zhang_min, {Check::vague, {}, {}}).total, 1);
    EXPECT_EQ(ask(ledger.zhang_min, {{}, "采购科", {}}).total, 3);
    EXPECT_EQ(ask(ledger.zhang_min, {{}, {}, {2, 4}}).rows.size(), 2u);
}

TEST_P(QualityPages, tell_nobody_of_rows_they_may_not_see) {
    const std::string text = "对近三年提任的科室负责人补开廉政谈话，谈话记录逐份审核存档";
    const auto own = ledger.add("一", TestLedger::held_by("采购科", ledger.procurement));
    const auto other = ledger.add("二", TestLedger::held_by("预算科", ledger.budget));
    ledger.add(own, text);
    ledger.add(other, text);
    EXPECT_EQ(ask(ledger.zhang_min, {Check::copied, {}, {}}).total, 2);
    const auto seen = ask(ledger.li_qiang);
    EXPECT_TRUE(std::all_of(seen.rows.begin(), seen.rows.end(),
                            [](const Finding& one) { return one.unit == "采购科" && !one.twin; }));
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    ASSERT_TRUE(guard_problem(needs, cleared, ledger.seen(other.problem.id), {base::Guard::clues}));
    EXPECT_EQ(ask(ledger.zhang_min, {Check::copied, {}, {}}).total, 0);
    EXPECT_EQ(ask(cleared, {Check::copied, {}, {}}).total, 2);
    EXPECT_EQ(code_of(check_quality(needs, ledger.sun_li, ledger.programme, {})),
              "programme_not_found");
}

TEST_P(QualityPages, put_feedback_beside_the_plan_and_show_what_nothing_answers) {
    const auto held = TestLedger::held_by("采购科", ledger.procurement);
    const auto bare = ledger.add("没有措施的问题", held);
    const auto row = ledger.add("采购管理不规范", held);
    const auto other = ledger.add("预算编制粗放", TestLedger::held_by("预算科", ledger.budget));
    std::vector<ManifestationId> manifestations;
    EXPECT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        for (const auto* text : {"超标准采购", "未公开招标"}) {
            manifestations.push_back(ledger.here.make_id<ManifestationId>());
            const auto nth = static_cast<std::int64_t>(manifestations.size());
            insert_manifestation(
                transaction,
                {manifestations.back(), ledger.programme, row.problem.id, nth, "一是", text}, {});
        }
        return {};
    }));
    const auto first = ledger.add(row, "修订采购办法").measure.id;
    const auto checks = [&](Check check) { return ask(ledger.zhang_min, {check, {}, {}}); };
    EXPECT_EQ(checks(Check::manifestation_uncovered).total, 0) << "it answers both";
    ASSERT_TRUE(link_measure(needs, ledger.zhang_min, ledger.seen(first),
                             {{other.problem.id}, {manifestations[0]}}));
    ASSERT_EQ(checks(Check::manifestation_uncovered).total, 1);
    EXPECT_EQ(checks(Check::manifestation_uncovered).rows[0].text, "未公开招标");
    EXPECT_EQ(checks(Check::manifestation_uncovered).rows[0].id, row.problem.id.text());
    const auto page = view_coverage(needs, ledger.zhang_min, ledger.programme, {});
    ASSERT_TRUE(page);
    EXPECT_EQ(page->total, 4);
    EXPECT_EQ(page->uncovered, 2);
    EXPECT_EQ(page->rows[0].problem, bare.problem.id);
    EXPECT_FALSE(page->rows[0].manifestation || page->rows[0].first);
    EXPECT_EQ(page->rows[1].manifestation->text, "未公开招标");
    EXPECT_EQ(page->rows[1].measures, 0);
    EXPECT_EQ(page->rows[2].manifestation->text, "超标准采购");
    EXPECT_EQ(page->rows[2].first, (MeasureBrief{first, 1}));
    EXPECT_EQ(page->rows[3].problem, other.problem.id);
    EXPECT_EQ(page->rows[3].measures, 1);
    EXPECT_EQ(page->rows[3].first, (MeasureBrief{first, 1}));
    // The budget section sees its problem and that it is answered, not by which measure of others.
    const auto part = view_coverage(needs, ledger.zhao_li, ledger.programme, {});
    ASSERT_EQ(part->rows.size(), 1u);
    EXPECT_EQ(part->rows[0].measures, 1);
    EXPECT_FALSE(part->rows[0].first);
    EXPECT_EQ(view_coverage(needs, ledger.zhang_min, ledger.programme, {2, 3})->rows.size(), 1u);
    EXPECT_EQ(code_of(view_coverage(needs, ledger.sun_li, ledger.programme, {})),
              "programme_not_found");
    EXPECT_NE(to_json(*page, Page{}).find(R"("uncovered":2)"), std::string::npos);
}

TEST_P(QualityPages, remember_what_the_plan_taken_over_last_declares) {
    EXPECT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        save_declared(transaction, ledger.programme, "a", {3, 2, {}, 1}, base::Instant{1'000});
        save_declared(transaction, ledger.programme, "b", {1, {}, {}, 2}, base::Instant{2'000});
        save_declared(transaction, ledger.programme, "c", {}, base::Instant{3'000});
        return {};
    }));
    ledger.add(ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement)),
               "修订采购办法");
    ledger.add("预算编制粗放", TestLedger::held_by("预算科", ledger.budget));
    auto found = ask(ledger.zhang_min, {Check::total_differs, {}, {}});
    ASSERT_EQ(found.total, 1);
    EXPECT_EQ(found.rows[0].facts[1].second, "2");
    EXPECT_EQ(found.rows[0].view, View::measures);
    EXPECT_TRUE(database().write([&](db::Transaction& transaction) -> base::Result<void> {
        delete_declared(transaction, ledger.programme, "b");
        return {};
    }));
    found = ask(ledger.zhang_min, {Check::total_differs, {}, {}});
    ASSERT_EQ(found.total, 1);
    EXPECT_EQ(found.rows[0].facts[0].second, "areas");
    EXPECT_EQ(ask(ledger.li_qiang, {Check::total_differs, {}, {}}).total, 0)
        << "who sees a part is told no total";
}

TEST_P(QualityPages, take_as_many_statements_however_many_rows_there_are) {
    const auto statements = [&] {
        const auto before = database().statements_run();
        ask(ledger.zhang_min);
        return database().statements_run() - before;
    };
    ledger.add("一");
    const auto few = statements();
    for (int i = 0; i < 5; ++i) ledger.add(ledger.add("又一个"), "修订办法");
    EXPECT_EQ(statements(), few);
    EXPECT_LE(few, 9u);  // The programme, and eight that look into it.
}

TEST(QualityQuestions, know_their_checks) {
    http::Request request;
    request.query = {{"check", "vague"}, {"unit", ""}};
    const auto asked = read_quality_question(request);
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->check, Check::vague);
    EXPECT_EQ(asked->unit, "");
    request.query = {{"check", "everything"}};
    EXPECT_EQ(read_quality_question(request).error().code, "unknown_name");
}

TEST(QualityJson, cuts_texts_where_marks_begin_and_end) {
    QualityPage page;
    Finding finding;
    finding.text = "进一步加强管理";
    finding.marked = {{0, 15}};
    page.rows = {finding};
    EXPECT_NE(
        to_json(page, {}).find(
            R"("parts":[{"text":"进一步加强","marked":true},{"text":"管理","marked":false}])"),
        std::string::npos);
}

}  // namespace
}  // namespace ledger
