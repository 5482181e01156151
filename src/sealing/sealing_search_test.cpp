// Looking for words in sealed texts finds what is there, for those who may read it and nobody else,
// with right totals, order and pages.
#include "ledger/waiting.hpp"
#include "sealing/test_sealing.hpp"

namespace sealing {
namespace {

using ledger::LedgerFilter;

class SealedSearch : public testing::SealedInstallation {
  protected:
    void SetUp() override {
        start_with(base::Sealer::Mode::sealing, {testing::key('a')});
        auto& here = ledger();
        for (int i = 1; i <= 7; ++i) {
            auto problem = here.add("问题第" + std::to_string(i) + "项 Audit_" + std::to_string(i));
            here.add(problem, i % 2 == 1 ? "核查专项线索" : "修订一般制度");
            if (i > 3) guard(problem);  // four to seven
        }
    }
    std::vector<std::int64_t> problems(const std::string& words, const base::Actor& who,
                                       std::int64_t page = 1, std::int64_t page_size = 50) {
        LedgerFilter filter;
        filter.words = words;
        filter.page = {page, page_size};
        const auto found = ledger().problems(filter, who);
        total_ = found.total;
        std::vector<std::int64_t> numbers;
        for (const auto& row : found.rows) numbers.push_back(row.problem.number);
        return numbers;
    }
    std::vector<std::int64_t> measures(const std::string& words, const base::Actor& who) {
        LedgerFilter filter;
        filter.words = words;
        const auto found = ledger().measures(filter, who);
        total_ = found.total;
        std::vector<std::int64_t> numbers;
        for (const auto& row : found.rows) numbers.push_back(row.measure.number);
        return numbers;
    }
    using Numbers = std::vector<std::int64_t>;
    std::int64_t total_ = 0;
};
ZHENGGAI_ON_BOTH_ENGINES(SealedSearch);

TEST_P(SealedSearch, finds_open_and_sealed_rows_alike_for_the_cleared) {
    const auto right = cleared(ledger().zhang_min);
    EXPECT_EQ(problems("问题第", right), (Numbers{1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(total_, 7);
    EXPECT_EQ(problems("第6项", right), (Numbers{6}));
    EXPECT_EQ(problems("aUDIT_5", right), (Numbers{5}));
    EXPECT_EQ(problems("audit%5", right), (Numbers{}));
    EXPECT_EQ(problems("zg1", right), (Numbers{}));  // how a sealed text begins
    EXPECT_EQ(problems("A", right).size(), 7u);
    EXPECT_EQ(measures("线索", right), (Numbers{1, 3, 5, 7}));
    // By the words of its problem as well.
    EXPECT_EQ(measures("第4项", right), (Numbers{4}));
}

TEST_P(SealedSearch, finds_nothing_sealed_for_the_others) {
    EXPECT_EQ(problems("问题第", ledger().zhang_min), (Numbers{1, 2, 3}));
    EXPECT_EQ(problems("第6项", ledger().zhang_min), (Numbers{}));
    EXPECT_EQ(total_, 0);
    EXPECT_EQ(measures("线索", ledger().zhang_min), (Numbers{1, 3}));
}

TEST_P(SealedSearch, pages_through_what_it_finds) {
    const auto right = cleared(ledger().zhang_min);
    EXPECT_EQ(problems("问题第", right, 1, 3), (Numbers{1, 2, 3}));
    EXPECT_EQ(problems("问题第", right, 2, 3), (Numbers{4, 5, 6}));
    EXPECT_EQ(problems("问题第", right, 3, 3), (Numbers{7}));
    EXPECT_EQ(problems("问题第", right, 4, 3), (Numbers{}));
    EXPECT_EQ(total_, 7);
}

TEST_P(SealedSearch, counts_and_shows_views_with_words) {
    const auto right = cleared(ledger().zhang_min);
    ledger::LedgerQuestion sealed{ledger::View::problems, {}}, open = sealed;
    sealed.filter.words = "第6项";
    open.filter.words = "第2项";
    const ledger::Viewpoint viewpoint{ledger().here.clock.today(), right.scope};
    const auto counts = database().read([&](db::Transaction& transaction) {
        return count_rows(transaction, {sealed, open}, viewpoint);
    });
    EXPECT_EQ(counts, (Numbers{1, 1}));
    const auto first = database().read([&](db::Transaction& transaction) {
        return list_first_problems(transaction, {sealed, open}, viewpoint);
    });
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0].row.problem.text, "问题第6项 Audit_6");
    EXPECT_EQ(first[1].row.problem.number, 2);
}

TEST_P(SealedSearch, costs_no_statement_where_nobody_is_cleared) {
    const auto before = database().statements_run();
    static_cast<void>(problems("问题第", ledger().zhang_min));
    EXPECT_EQ(database().statements_run() - before, 2u);
}

}  // namespace
}  // namespace sealing
