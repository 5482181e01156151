// Many phrases looked for at once.
#include "text/phrases.hpp"

#include <gtest/gtest.h>

namespace text {
namespace {

std::string met(const Phrases& phrases, std::string_view in) {
    std::string all;
    for (const auto& hit : phrases.in(in))
        all += std::to_string(hit.begin) + ":" + phrases[hit.phrase] + " ";
    return all;
}

TEST(Phrases, are_met_in_order_the_longest_first_and_none_twice) {
    const Phrases phrases({"财政局", "云岭区财政局", "区财政", "局长", "", "a b"});
    EXPECT_EQ(met(phrases, "云岭区财政局长"), "0:云岭区财政局 ");
    EXPECT_EQ(met(phrases, "财政局财政局 a b"), "0:财政局 9:财政局 19:a b ");
    EXPECT_EQ(met(phrases, ""), "");
}

TEST(Phrases, bear_rare_characters_and_what_is_cut_off) {
    const Phrases phrases({"𠮷", "吉野", "吉"});
    EXPECT_EQ(met(phrases, "𠮷吉野吉"), "0:𠮷 4:吉野 10:吉 ");
    EXPECT_EQ(met(phrases, std::string_view("吉野").substr(0, 5)), "0:吉 ");
}

TEST(Phrases, are_many) {
    std::vector<std::string> names;
    for (int i = 0; i < 20'000; ++i) names.push_back("云岭区第" + std::to_string(i) + "单位");
    const Phrases phrases(std::move(names));
    std::string text;
    for (int i = 0; i < 5'000; ++i) text += "云岭区第" + std::to_string(i) + "单位，";
    EXPECT_EQ(phrases.in(text).size(), 5'000u);
}

}  // namespace
}  // namespace text
