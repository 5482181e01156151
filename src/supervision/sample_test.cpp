// Samples: what makes a row weigh more, that a draw can be made again by anybody, that it follows
// the weights, and that a row picked by hand is found out.
#include <gtest/gtest.h>

#include <map>

#include "ledger/test_ledger.hpp"
#include "supervision/sample.hpp"

namespace supervision {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;

Candidate candidate(std::int64_t number) {
    Candidate one;
    one.number = number;
    one.due_on = day("2024-06-20");
    one.done_on = day("2024-06-01");
    one.results = one.evidence = 1;
    return one;
}

TEST(SampleWeights, follow_from_how_a_row_was_worked_on) {
    const auto only = [](auto change) {
        auto one = candidate(1);
        change(one);
        const auto found = weights_of(one);
        return found.size() == 1 ? std::string(name_of(found.front())) : "not one";
    };
    EXPECT_TRUE(weights_of(candidate(1)).empty());
    EXPECT_EQ(only([](auto& one) { one.done_on = day("2024-06-21"); }), "overdue");
    EXPECT_EQ(only([](auto& one) { one.done_on = day("2024-06-17"); }), "rushed");
    EXPECT_EQ(only([](auto& one) { one.done_on = day("2024-06-20"); }), "rushed");
    EXPECT_EQ(only([](auto& one) { one.times_sent_back = 1; }), "sent_back");
    EXPECT_EQ(only([](auto& one) { one.evidence = 0; }), "without_evidence");
    EXPECT_EQ(only([](auto& one) { one.recovered_yuan = large_amount_yuan; }), "large_amount");
    EXPECT_EQ(only([](auto& one) { one.copied = true; }), "copied");
    EXPECT_EQ(only([](auto& one) { one.evidence_doubtful = true; }), "evidence_doubtful");
    auto quiet = candidate(1);
    quiet.done_on = day("2024-06-16");
    quiet.recovered_yuan = large_amount_yuan - 1;
    quiet.results = quiet.evidence = 0;
    EXPECT_TRUE(weights_of(quiet).empty());
    for (const auto weight : weights) {
        EXPECT_EQ(weight_of(name_of(weight)), weight);
        EXPECT_GT(lots_for(weight), 0);
    }
}

std::vector<Candidate> pool_of_ten() {
    std::vector<Candidate> pool;
    for (std::int64_t number = 10; number >= 1; --number) pool.push_back(candidate(number));
    pool[0].kind = RowKind::problem;
    pool[3].evidence = 0;  // number 7: three lots more
    return pool;
}

Draw drawn_from(const std::vector<Candidate>& pool, const std::string& seed,
                std::int64_t size = 3) {
    Draw draw;
    draw.method = DrawMethod::weighted;
    draw.size = size;
    draw.seed = seed;
    draw.algorithm = "sha256";
    draw.pool_list = list_of(pool, draw.method);
    draw.pool_digest = base::digest(base::Algorithm::sha256, draw.pool_list);
    return draw;
}

std::vector<std::string> rows_of(const Draw& draw) {
    std::vector<std::string> rows;
    for (const auto& line : drawn_again(draw))
        if (line.drawn) rows.push_back(line.row);
    return rows;
}

TEST(Samples, list_what_they_are_drawn_from_whatever_its_order) {
    auto pool = pool_of_ten();
    const auto list = list_of(pool, DrawMethod::weighted);
    EXPECT_EQ(list, "M1 1\nM2 1\nM3 1\nM4 1\nM5 1\nM6 1\nM7 4\nM8 1\nM9 1\nP10 1\n");
    std::swap(pool[0], pool[9]);
    EXPECT_EQ(list_of(pool, DrawMethod::weighted), list);
    EXPECT_EQ(list_of(pool, DrawMethod::even).find("M7 4"), std::string::npos);
}

TEST(Samples, come_out_the_same_from_the_same_seed) {
    const auto draw = drawn_from(pool_of_ten(), "5eed");
    const auto rows = rows_of(draw);
    EXPECT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows_of(draw), rows);
    // As anybody reckons it: the key of a row with one lot is the digest of seed, row and 1.
    for (const auto& line : drawn_again(draw)) {
        if (line.lots == 1) {
            EXPECT_EQ(line.key, base::digest(base::Algorithm::sha256, "5eed:" + line.row + ":1"));
        }
    }
    EXPECT_NE(rows_of(drawn_from(pool_of_ten(), "another")), rows);
}

TEST(Samples, show_when_a_row_was_picked_by_hand_or_the_list_changed) {
    const auto draw = drawn_from(pool_of_ten(), "5eed");
    auto rows = rows_of(draw);
    EXPECT_TRUE(is_sound(draw, rows));
    std::swap(rows[0], rows[2]);
    EXPECT_TRUE(is_sound(draw, rows)) << "their order says nothing";
    rows[0] = rows[0] == "M1" ? "M2" : "M1";
    EXPECT_FALSE(is_sound(draw, rows));
    auto other = draw;
    other.pool_list += "M11 1\n";
    EXPECT_FALSE(is_sound(other, rows_of(draw)));
}

TEST(Samples, take_what_weighs_more_more_often) {
    std::map<std::string, int> taken;
    const auto pool = pool_of_ten();
    constexpr int draws = 600;
    for (int i = 0; i < draws; ++i) ++taken[rows_of(drawn_from(pool, std::to_string(i), 1))[0]];
    // Four lots of thirteen: 185 of 600 are expected, 46 of a row with one.
    EXPECT_GT(taken["M7"], 140);
    EXPECT_LT(taken["M7"], 230);
    for (const auto& [row, times] : taken) {
        if (row != "M7") {
            EXPECT_LT(times, 90) << row;
        }
    }
    EXPECT_EQ(taken.size(), 10u);
}

TEST(Samples, are_not_larger_than_their_pool) {
    EXPECT_EQ(code_of(check_size(3, 3, 0)), "accepted");
    const auto large = check_size(4, 3, 0);
    EXPECT_EQ(code_of(large), "sample_larger_than_pool");
    EXPECT_EQ(large.error().args[0].second, "4");
    EXPECT_EQ(large.error().args[1].second, "3");
    EXPECT_EQ(code_of(check_size(1, 0, 0)), "pool_is_empty");
    EXPECT_EQ(code_of(check_size(2, 300, sample_rows_max - 1)), "sample_is_full");
}

}  // namespace
}  // namespace supervision
