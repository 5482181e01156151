// The dictionary: what the program brings along, what a house makes of it, hostile entries.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "proofreading/dictionary.hpp"

namespace proofreading {
namespace {

Entry entry(std::string wrong, std::string right, std::vector<std::string> unless = {}) {
    Entry one;
    one.id = wrong;
    one.wording = {std::move(wrong), std::move(right), "说明", std::move(unless)};
    return one;
}
std::string put_right(std::string_view text, const Dictionary& dictionary) {
    auto passages = passages_of(text);
    Found found;
    find_wordings(passages, dictionary, found);
    settle(passages, found.all);
    return lines_of(corrected(passages, found.all, all_fixable(found.all)));
}
std::string refusals(const Wording& wording) {
    const auto result = check(wording);
    if (result) return "accepted";
    std::string codes = result.error().code;
    for (const auto& one : result.error().also) codes += " " + one.code;
    return codes;
}

TEST(Dictionary, that_the_program_brings_along_is_sound) {
    std::set<std::string> ids, wrong;
    for (const auto& one : standard_dictionary()) {
        EXPECT_TRUE(ids.insert(one.id).second) << one.id;
        EXPECT_TRUE(wrong.insert(one.wording.wrong).second) << one.wording.wrong;
        EXPECT_EQ(refusals(one.wording), "accepted") << one.wording.wrong;
    }
    EXPECT_GE(ids.size(), 150u);
    // What one entry says is right, no other takes for wrong.
    for (const auto& one : standard_dictionary())
        EXPECT_EQ(put_right(one.wording.right, standard_dictionary()), one.wording.right)
            << one.wording.wrong;
}

TEST(Dictionary, puts_right_once_and_for_all) {
    const Dictionary all{entry("四个自信", "坚定四个自信"), entry("部份", "部分"),
                         entry("份额", "额度")};
    EXPECT_EQ(put_right("部份额度，四个自信", all), "部分额度，坚定四个自信");
    EXPECT_EQ(put_right("部分额度，坚定四个自信", all), "部分额度，坚定四个自信");
}

TEST(Dictionary, takes_the_longest_of_what_begins_together_and_the_first_of_what_overlaps) {
    EXPECT_EQ(put_right("一岗双则的则", {entry("一岗", "甲"), entry("一岗双则", "一岗双责"),
                                         entry("双则的", "乙")}),
              "一岗双责的则");
}

TEST(Dictionary, leaves_exceptions_alone) {
    const Dictionary all{entry("布署", "部署", {"公布署名"})};
    EXPECT_EQ(put_right("公布署名，作出布署", all), "公布署名，作出部署");
}

TEST(Dictionary, bears_hostile_entries) {
    auto off = entry("甲", "乙");
    off.wording.in_force = false;
    const Dictionary all{entry("", "x"), off, entry("丙", ""), entry("丁", "丁丁"),
                         entry("𠮷", "吉")};
    EXPECT_EQ(put_right("甲丙丁𠮷", all), "甲丙丁丁吉");
    EXPECT_EQ(put_right("丁丁", all), "丁丁");
    EXPECT_EQ(refusals({"", "", ""}), "wording_missing wording_reason_missing");
    EXPECT_EQ(refusals({"甲", "甲", "说明"}), "wording_is_right_already");
    EXPECT_EQ(refusals({"甲", "乙", "说明", {"丙", "甲"}}),
              "wording_exception_without_it wording_exception_without_it");
    EXPECT_EQ(refusals({std::string(500, 'x'), "乙", "说明"}), "text_too_long");
}

TEST(Dictionary, of_a_house_takes_the_place_of_what_it_changes) {
    auto changed = standard_dictionary().front();
    changed.wording.in_force = false;
    changed.version = 1;
    const auto all = in_place({changed, entry("老写法", "新写法")});
    EXPECT_EQ(all.size(), standard_dictionary().size() + 1);
    EXPECT_FALSE(all.front().wording.in_force);
    EXPECT_EQ(put_right(changed.wording.wrong + "老写法", all), changed.wording.wrong + "新写法");
}

}  // namespace
}  // namespace proofreading
