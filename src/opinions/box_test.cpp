// The box on both engines: a code opens it once, nothing tells when it was opened or by which code,
// and nobody reads it one by one.
#include <gtest/gtest.h>

#include "opinions/box_actions.hpp"
#include "opinions/box_store.hpp"
#include "opinions/test_collection.hpp"

namespace opinions {
namespace {

constexpr std::string_view all_entries = "SELECT count(*) FROM journal_entry";

using testing::code_of;

class Box : public testing::OneCollection {
  protected:
    /// Codes as they are printed.
    std::vector<std::string> codes(int count) {
        std::vector<std::string> made;
        const auto written =
            needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
                for (int i = 0; i < count; ++i) {
                    made.push_back(new_code(needs.random));
                    insert_code(transaction, id(), digest_of_code(made.back()));
                }
                return {};
            });
        EXPECT_TRUE(written);
        return made;
    }
    base::Result<void> hand_in(const std::string& code, const std::string& text) {
        return hand_in_ballot(needs, tries, {"10.0.0.7", code}, {{}, Voice::masses, {{{}, text}}});
    }
    /// The texts in the box in the order in which they lie there.
    std::vector<std::string> as_they_lie() {
        const std::string order = test_database().engine() == db::Engine::sqlite ? "rowid" : "ctid";
        const auto sql = "SELECT text FROM opinion_ballot_line ORDER BY " + order;
        return needs.database.read([&](db::Transaction& transaction) {
            return transaction.all(sql, {}, [](const db::Row& row) { return row.string(0); });
        });
    }
    std::vector<std::string> by_id() {
        return needs.database.read([&](db::Transaction& transaction) {
            return transaction.all("SELECT text FROM opinion_ballot_line ORDER BY ballot_id", {},
                                   [](const db::Row& row) { return row.string(0); });
        });
    }
    CodeTries tries;
};
ZHENGGAI_ON_BOTH_ENGINES(Box);

TEST_P(Box, takes_one_ballot_by_a_code_and_tells_used_ones_from_unknown_ones_to_nobody) {
    chosen();
    const auto code = codes(1).front();
    const auto page = look_at_box(needs, tries, {"10.0.0.7", in_groups(code)});
    ASSERT_EQ(code_of(page), "accepted");
    EXPECT_EQ(page->meeting.id, id());
    EXPECT_EQ(code_of(hand_in(in_groups(code), "开会多。")), "accepted");
    const auto used = hand_in(code, "再说一条。"), unknown = hand_in("7KQM2XAB9TYC", "开会多。");
    ASSERT_FALSE(used);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(used.error(), unknown.error());
    EXPECT_EQ(used.error().code, "opinion_code_not_accepted");
    EXPECT_EQ(look_at_box(needs, tries, {"10.0.0.7", code}).error(), used.error());
    EXPECT_EQ(view(one.keeper).box, (BoxState{1, 1, 1}));
}

TEST_P(Box, takes_nothing_about_others_and_leaves_the_code_as_it_was) {
    chosen();
    const auto code = codes(1).front();
    const Ballot of_none{{}, Voice::masses, {{part_of(one.sitting_in), "不了解。"}}};
    EXPECT_EQ(code_of(hand_in_ballot(needs, tries, {"10.0.0.7", code}, of_none)),
              "opinion_about_nobody_of_the_team");
    EXPECT_EQ(code_of(hand_in(code, "开会多。")), "accepted") << "the code was not used up";
}

TEST_P(Box, is_shut_after_the_last_day_in_the_same_words) {
    chosen(testing::usual_terms("2024-07-01"));
    const auto code = codes(1).front();
    one.ledger.here.pass(2 * 24 * 60 * 60'000);
    EXPECT_EQ(code_of(hand_in(code, "开会多。")), "opinion_code_not_accepted");
    one.put_in_state(life_meetings::LifeState::closed);
    EXPECT_EQ(code_of(hand_in(code, "开会多。")), "opinion_code_not_accepted");
}

TEST_P(Box, keeps_nothing_that_tells_what_came_when) {
    chosen();
    const auto made = codes(8);
    const auto before = count(all_entries);
    std::vector<std::string> came;
    for (std::size_t i = 0; i < made.size(); ++i) {
        came.push_back("意见" + std::to_string(i));
        one.ledger.here.pass(60'000);
        ASSERT_EQ(code_of(hand_in(made[i], came.back())), "accepted");
        EXPECT_EQ(as_they_lie(), by_id()) << "they lie in the order of their random ids";
    }
    EXPECT_NE(as_they_lie(), came);
    EXPECT_EQ(count(all_entries), before) << "no entry has a moment";
    EXPECT_EQ(count("SELECT count(*) FROM opinion_code WHERE used = 1"), 8);
    ASSERT_EQ(code_of(open_box(needs, one.keeper, id())), "accepted");
    EXPECT_EQ(count(all_entries), before + 1) << "opening is the one entry";
    EXPECT_EQ(count("SELECT count(DISTINCT entered_at) FROM opinion_sheet"), 1);
    EXPECT_NE(words(one.keeper), came);
    EXPECT_EQ(words(one.keeper).size(), 8u);
    EXPECT_EQ(view(one.keeper).box, (BoxState{8, 8, 0}));
    one.ledger.expect_sound_journal();
}

TEST_P(Box, is_opened_with_several_in_it_or_after_the_last_day) {
    chosen();
    const auto made = codes(2);
    EXPECT_EQ(code_of(open_box(needs, one.keeper, id())), "opinion_box_is_empty");
    ASSERT_EQ(code_of(hand_in(made[0], "开会多。")), "accepted");
    EXPECT_EQ(code_of(open_box(needs, one.keeper, id())), "opinion_box_waits");
    EXPECT_EQ(words(one.keeper).size(), 0u) << "what lies in it is read by nobody";
    EXPECT_EQ(code_of(open_box(needs, one.han_zheng, id())), "only_the_keeper_collects_opinions");
    one.ledger.here.pass(std::int64_t{20} * 24 * 60 * 60'000);
    ASSERT_EQ(code_of(open_box(needs, one.keeper, id())), "accepted");
    EXPECT_EQ(words(one.keeper), std::vector<std::string>{"开会多。"});
}

TEST_P(Box, prints_codes_once_and_keeps_their_digests) {
    const documents::Needs papers{{needs, std::filesystem::temp_directory_path()}};
    EXPECT_EQ(code_of(make_codes(papers, one.keeper, id(), {3, "https://zg.example/opinion"})),
              "opinions_are_not_collected_yet");
    auto without = testing::usual_terms();
    without.channels.pop_back();
    chosen(without);
    EXPECT_EQ(code_of(make_codes(papers, one.keeper, id(), {3, "https://zg.example/opinion"})),
              "opinion_channel_not_chosen");
    chosen();
    const auto file = make_codes(papers, one.keeper, id(), {3, "https://zg.example/opinion"});
    ASSERT_EQ(code_of(file), "accepted");
    EXPECT_TRUE(file->bytes.starts_with("PK"));
    EXPECT_EQ(view(one.keeper).box, (BoxState{3, 0, 0}));
    EXPECT_EQ(count("SELECT min(length(digest)) FROM opinion_code"), 64);
    EXPECT_EQ(code_of(make_codes(papers, one.zhou_yuan, id(), {3, "x"})),
              "only_the_keeper_collects_opinions");
}

TEST_P(Box, answers_no_more_to_whoever_tries_many_codes_for_a_while) {
    chosen();
    const auto code = codes(1).front();
    for (int i = 0; i < code_tries_max; ++i)
        EXPECT_EQ(code_of(hand_in("7KQM2XAB9TYC", "试")), "opinion_code_not_accepted");
    const auto stopped = hand_in(code, "开会多。");
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, "too_many_codes_tried");
    EXPECT_EQ(stopped.error().kind, base::ErrorKind::too_many_requests);
    EXPECT_EQ(code_of(look_at_box(needs, tries, {"10.0.0.8", code})), "accepted")
        << "others are not stopped";
    one.ledger.here.pass(code_tries_ms);
    EXPECT_EQ(code_of(hand_in(code, "开会多。")), "accepted");
}

}  // namespace
}  // namespace opinions
