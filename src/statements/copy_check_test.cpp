// Copies are found in the database and compared, the source is told only to whoever may read it,
// and the plans that the degrees were calibrated on come out as a reader would say.
#include "statements/copy_check.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "statements/test_statements.hpp"

namespace statements {
namespace {

const std::string original =
    "我对分管的采购工作管得不严，上半年有三个项目没有招标就签了合同，会后才向党组报告。遇到得罪人的"
    "事绕着走，"
    "办公用房超标整改拖了五个月一直没有签字。联系的石桥村一年只去过两次，群众反映的饮水问题没有过问"
    "。";

TEST(CopyCheck, keeps_the_least_hashes_so_that_a_copy_is_found_by_them) {
    const auto all = hashes_of(original);
    const auto kept = kept_of(all);
    EXPECT_EQ(kept.size(), kept_min);
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
    const auto copy = hashes_of("同志们好。" + original + "以上是我的检查。");
    const auto found = std::count_if(kept.begin(), kept.end(), [&](std::int64_t hash) {
        return std::binary_search(copy.begin(), copy.end(), hash);
    });
    EXPECT_EQ(found, static_cast<std::ptrdiff_t>(kept_min));
    EXPECT_TRUE(hashes_of("没有泄露选人用人信息，没有为他人说情打招呼。").empty());
}

TEST(CopyCheck, compares_word_by_word_and_leaves_out_what_everybody_was_given) {
    const auto copy = compare(original, original + "今后我一定改正。", "");
    EXPECT_EQ(copy.degree, text::Degree::high);
    ASSERT_FALSE(copy.passages.empty());
    EXPECT_EQ(compare(original, original, original).degree, text::Degree::none);
    EXPECT_EQ(
        compare(original, "理论学习抓得不紧，去年中心组学习请假四次，发言材料由科室代写。", "")
            .degree,
        text::Degree::none);
}

class CopiesFound : public testing::Statements {
  protected:
    const CopyNeeds copy_needs{needs, {}};
    CopyReport check(StatementId id, const base::Actor& who) {
        auto report = check_copies(copy_needs, who, id);
        EXPECT_EQ(testing::code_of(report), "accepted");
        return *report;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(CopiesFound);

TEST_P(CopiesFound, in_a_colleagues_statement_without_telling_whose_or_what) {
    const auto source = handed_in(one.lin_xiao, original);
    const auto id = begin(one.zhou_yuan);
    EXPECT_EQ(write(id, one.zhou_yuan, 2, original), "accepted");
    const auto report = check(id, one.zhou_yuan);
    EXPECT_EQ(report.compared, 1);
    ASSERT_FALSE(report.found.empty());
    const auto& found = report.found[0];
    EXPECT_EQ(found.kind, "statement");
    EXPECT_EQ(found.degree, text::Degree::high);
    EXPECT_EQ(found.percent, 100);
    EXPECT_FALSE(found.readable);
    EXPECT_EQ(found.label, "");
    ASSERT_FALSE(found.passages.empty());
    EXPECT_FALSE(found.passages[0].own.empty());
    EXPECT_EQ(found.passages[0].other, "");
    static_cast<void>(source);
}

TEST_P(CopiesFound, side_by_side_for_the_principal_who_reads_both) {
    handed_in(one.lin_xiao, original);
    const auto id = handed_in(one.zhou_yuan, original);
    const auto report = check(id, one.han_zheng);
    ASSERT_FALSE(report.found.empty());
    const auto& found = report.found[0];
    EXPECT_TRUE(found.readable);
    EXPECT_NE(found.label.find("林晓"), std::string::npos);
    EXPECT_EQ(found.passages[0].own, found.passages[0].other);
}

TEST_P(CopiesFound, in_nothing_that_was_only_typed_and_not_in_the_own_text) {
    const auto draft = begin(one.lin_xiao);
    fill(draft, one.lin_xiao, original);
    const auto id = handed_in(one.zhou_yuan, original);
    EXPECT_TRUE(check(id, one.zhou_yuan).found.empty());
}

TEST_P(CopiesFound, in_what_was_handed_in_last_and_no_more_in_what_stood_there_before) {
    const auto source = handed_in(one.lin_xiao, original);
    EXPECT_EQ(step(source, one.han_zheng, StatementAct::send_back), "accepted");
    fill(source, one.lin_xiao,
         "我在理论学习上浮在面上，去年中心组学习请假四次，发言材料由科室代写。");
    EXPECT_EQ(step(source, one.lin_xiao, StatementAct::hand_in), "accepted");
    const auto id = begin(one.zhou_yuan);
    EXPECT_EQ(write(id, one.zhou_yuan, 2, original), "accepted");
    EXPECT_TRUE(check(id, one.zhou_yuan).found.empty());
}

TEST_P(CopiesFound, in_texts_that_another_module_brings) {
    // Any table with an id and a text will do: here the theme of the meeting itself.
    const ComparedTable table{"opinion", "life_meeting", "id", "theme"};
    const auto written =
        one.ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            transaction.execute("UPDATE life_meeting SET theme = $1", {original});
            return {};
        });
    ASSERT_TRUE(written);
    const auto id = begin(one.zhou_yuan);
    EXPECT_EQ(write(id, one.zhou_yuan, 2, original.substr(0, original.size() - 3) + "，我很痛心。"),
              "accepted");
    const ComparedTable tables[]{table};
    const auto report = check_copies({needs, tables}, one.zhou_yuan, id);
    ASSERT_TRUE(report);
    // The theme was given to everybody, so that it counts for nobody …
    EXPECT_TRUE(report->found.empty());
    const auto moved =
        one.ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            transaction.execute("UPDATE life_meeting SET theme = '', cancelled_reason = $1",
                                {original});
            return {};
        });
    ASSERT_TRUE(moved);
    const ComparedTable others[]{{"opinion_text", "life_meeting", "id", "cancelled_reason"}};
    const auto second = check_copies({needs, others}, one.zhou_yuan, id);
    ASSERT_TRUE(second);
    // … and what was not is found, of a kind that nobody is shown.
    ASSERT_EQ(second->found.size(), 1u);
    EXPECT_EQ(second->found[0].kind, "opinion_text");
    EXPECT_FALSE(second->found[0].readable);
}

TEST_P(CopiesFound, by_nobody_who_has_nothing_to_do_with_the_statement) {
    const auto id = handed_in(one.zhou_yuan, original);
    const auto code = [&](const base::Actor& who) {
        return testing::code_of(check_copies(copy_needs, who, id));
    };
    EXPECT_EQ(code(one.lin_xiao), "statement_unknown");
    EXPECT_EQ(code(one.keeper), "statement_is_not_yours_to_check");
    EXPECT_EQ(code(one.outsider), "life_meeting_unknown");
}

TEST_P(CopiesFound, without_what_two_hundred_texts_have_in_common) {
    const auto id = begin(one.zhou_yuan);
    EXPECT_EQ(write(id, one.zhou_yuan, 2, original), "accepted");
    const auto written = one.ledger.here.database.write([&](db::Transaction& transaction)
                                                            -> base::Result<void> {
        for (int i = 0; i < texts_with_hash_max + 20; ++i)
            save_compared(transaction, {0, "statement", "text" + std::to_string(i), "1"}, original);
        const auto sharing = list_sharing(transaction, hashes_of(original));
        EXPECT_EQ(sharing.size(), looked_at_max);
        std::int64_t kept = 0;
        transaction.each("SELECT count(*) FROM compared_hash", {},
                         [&](const db::Row& row) { kept = row.integer(0); });
        EXPECT_EQ(kept, texts_with_hash_max * static_cast<std::int64_t>(kept_min));
        return {};
    });
    ASSERT_TRUE(written);
}

// ---- The plans that the degrees were calibrated on; absent on most machines -------------------

std::vector<std::string> plans() {
    std::ifstream file(std::filesystem::path(SHARED_DIR) / "corpus" / "life-meeting-plans.txt",
                       std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    const std::string heading = "\n# 巡视巡察整改专题民主生活会实施方案\n";
    std::vector<std::string> parts;
    for (auto at = all.find(heading); at != std::string::npos;) {
        const auto begin = at + heading.size();
        at = all.find(heading, begin);
        parts.push_back(all.substr(begin, at == std::string::npos ? at : at - begin));
    }
    return parts;
}

class CopiesAmongPlans : public db::testing::OnBothEngines {};
ZHENGGAI_ON_BOTH_ENGINES(CopiesAmongPlans);

TEST_P(CopiesAmongPlans, are_the_fifth_and_the_seventh_and_no_others) {
    const auto all = plans();
    if (all.empty()) GTEST_SKIP() << "no corpus of plans beside the project";
    ASSERT_EQ(all.size(), 14u);
    const auto done = database().write([&](db::Transaction& transaction) -> base::Result<void> {
        for (std::size_t i = 0; i < all.size(); ++i)
            save_compared(transaction, {0, "plan", std::to_string(i), ""}, all[i]);
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (const auto& one : list_sharing(transaction, hashes_of(all[i]))) {
                const auto where = find_compared(transaction, one.number);
                const auto k = static_cast<std::size_t>(std::stoul(where->source));
                if (k == i) continue;
                const auto copy = compare(all[i], all[k], "");
                const bool pair = i + k == 10 && (i == 4 || i == 6);
                EXPECT_EQ(copy.degree, pair ? text::Degree::high : text::Degree::none)
                    << i + 1 << ' ' << k + 1 << ' ' << copy.likeness;
                if (pair) {
                    EXPECT_NEAR(copy.likeness, 0.97, 0.005);
                }
            }
        }
        const auto sharing = list_sharing(transaction, hashes_of(all[4]));
        EXPECT_EQ(find_compared(transaction, sharing.at(0).number)->source, "4");
        EXPECT_EQ(find_compared(transaction, sharing.at(1).number)->source, "6");
        return {};
    });
    EXPECT_TRUE(done);
}

}  // namespace
}  // namespace statements
