// Numerals, numbering marks and days as Chinese documents write them.
#include <gtest/gtest.h>

#include "text/day_words.hpp"
#include "text/items.hpp"
#include "text/mark.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace text {
namespace {

TEST(Numbers, AreReadInDigitsAndInHanzi) {
    const std::vector<std::pair<std::string_view, int>> cases{
        {"17", 17},         {"１７", 17},     {"十七", 17}, {"二十", 20}, {"一百零五", 105},
        {"二〇二四", 2024}, {"三十六项", 36}, {"两", 2},    {"十", 10},   {"一千二百", 1200}};
    for (const auto& [text, value] : cases) {
        const auto found = leading_number(text);
        ASSERT_TRUE(found) << text;
        EXPECT_EQ(found->value, value) << text;
    }
    for (const auto* none : {"", "项", "X", "××"}) EXPECT_FALSE(leading_number(none)) << none;
}

TEST(Marks, AreToldByStyleValueAndRest) {
    struct Case {
        std::string_view text;
        MarkStyle style;
        int value;
        std::string_view rest;
    };
    const std::vector<Case> cases{{"一、总体要求", MarkStyle::han, 1, "总体要求"},
                                  {"十二．附则", MarkStyle::han, 12, "附则"},
                                  {"（一）关于", MarkStyle::han_bracket, 1, "关于"},
                                  {"( 十一 ) 关于", MarkStyle::han_bracket, 11, "关于"},
                                  {"㈡关于", MarkStyle::han_bracket, 2, "关于"},
                                  {"1.政治", MarkStyle::arabic, 1, "政治"},
                                  {"１．政治", MarkStyle::arabic, 1, "政治"},
                                  {"23、政治", MarkStyle::arabic, 23, "政治"},
                                  {"（3）某", MarkStyle::arabic_bracket, 3, "某"},
                                  {"⑷某", MarkStyle::arabic_bracket, 4, "某"},
                                  {"4）某", MarkStyle::arabic_half, 4, "某"},
                                  {"③某", MarkStyle::circled, 3, "某"},
                                  {"㉒某", MarkStyle::circled, 22, "某"},
                                  {"1.2 某", MarkStyle::dotted, 2, "某"},
                                  {"1.2.13、某", MarkStyle::dotted, 13, "某"},
                                  {"3 某事", MarkStyle::bare, 3, "某事"},
                                  {"二是某", MarkStyle::first_is, 2, "某"},
                                  {"三要某", MarkStyle::first_is, 3, "某"},
                                  {"第二，某", MarkStyle::first_is, 2, "某"},
                                  {"第三部分 某", MarkStyle::part, 3, "某"},
                                  {"B.某", MarkStyle::letter, 2, "某"}};
    for (const auto& c : cases) {
        const auto mark = mark_at(c.text);
        EXPECT_EQ(mark.style, c.style) << c.text;
        EXPECT_EQ(mark.value, c.value) << c.text;
        EXPECT_EQ(c.text.substr(mark.bytes), c.rest) << c.text;
    }
    EXPECT_EQ(mark_at("1.2.13 某").parts, 3);
}

TEST(Marks, AreNotSeenInYearsQuantitiesAndEnumerations) {
    for (const auto* none : {"2024.6.30前", "1.5万元", "6.30前", "一、二季度", "3个方面", "2024年",
                             "第一季度", "整改", "", "一把手", "1、2月份", "第三支部", "十八大",
                             "（张三）", "12 个问题", "1-6月", "第一、第二支部"})
        EXPECT_FALSE(mark_at(none)) << none;
}

TEST(Items, AreTheOutermostRunThatCountsFromOne) {
    const auto circled = items_in("要求：①甲。②乙（1）内；③丙");
    ASSERT_EQ(circled.items.size(), 3u);
    EXPECT_EQ(circled.lead, "要求：");
    EXPECT_EQ(circled.items[1].text, "乙（1）内；");
    EXPECT_EQ(circled.items[2].number, "③");
    const auto first = items_in("差距。一是不到位；二是统一是空话。三是走样");
    ASSERT_EQ(first.items.size(), 3u);
    EXPECT_EQ(first.items[1].text, "统一是空话。");
    EXPECT_EQ(items_in("1.修订制度，投入1.5万元；2.开展培训3次。3.检查").items.size(), 3u);
    EXPECT_EQ(items_in("①甲③丙").items.size(), 2u);
    EXPECT_TRUE(items_in("没有编号，见②").items.empty());
    EXPECT_TRUE(items_in("").items.empty());
    EXPECT_EQ(items_in("二是乙。三是丙。", 2).items.size(), 2u);
}

TEST(DayWords, AreFoundAndSayTheirLastDay) {
    struct Case {
        std::string_view text;
        int year;
        std::string_view date;  // "" = none
    };
    const std::vector<Case> cases{{"2020年6月30日前", 0, "2020-06-30"},
                                  {"6月底前", 2020, "2020-06-30"},
                                  {"6月底前", 0, ""},
                                  {"年底前", 2021, "2021-12-31"},
                                  {"2024.6.30", 0, "2024-06-30"},
                                  {"2024-06", 0, "2024-06-30"},
                                  {"2024年第三季度", 0, "2024-09-30"},
                                  {"2024年上半年", 0, "2024-06-30"},
                                  {"X月X日前", 2024, ""},
                                  {"20XX年6月底", 2024, ""},
                                  {"6月中旬", 2024, "2024-06-20"},
                                  {"6月初", 2024, ""},
                                  {"6月前", 2024, ""},
                                  {"明年3月底前", 2024, "2025-03-31"},
                                  {"二〇二四年七月三十一日", 0, "2024-07-31"},
                                  {"2024年底", 0, "2024-12-31"},
                                  {"２０２４年５月", 0, "2024-05-31"},
                                  {"24年6月", 0, "2024-06-30"},
                                  {"2023年2月30日", 0, ""},
                                  {"2024 年 6 月 30 日", 0, "2024-06-30"},
                                  {"本年底", 2024, "2024-12-31"}};
    for (const auto& c : cases) {
        const auto words = day_words_in(c.text);
        ASSERT_EQ(words.size(), 1u) << c.text;
        const auto day = last_day_of(words[0], c.year == 0 ? std::nullopt : std::optional(c.year));
        EXPECT_EQ(day ? base::to_text(*day) : "", c.date) << c.text;
    }
    for (const auto* none :
         {"3个月内", "10日内", "每月", "长期坚持", "XXX", "", "每季度", "三年内"})
        EXPECT_TRUE(day_words_in(none).empty()) << none;
    const auto range = day_words_in("6月10日至20日");
    ASSERT_EQ(range.size(), 2u);
    EXPECT_EQ(range[1].day, 20);
    EXPECT_EQ(range[1].number, 6);
}

TEST(Brackets, ArePairedWithoutLookingTwice) {
    const auto found = outer_brackets("甲（乙(丙)丁）戊【己】（庚");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].open, 3u);
    EXPECT_TRUE(outer_brackets(std::string(1'000'000, '(')).empty());
    EXPECT_TRUE(outer_brackets("））").empty());
}

TEST(Sentences, KeepTheirMarkAndLoseNothing) {
    const auto found = sentences("甲。乙；丙");
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0], "甲。");
    EXPECT_EQ(trim_stops("，甲。；"), "甲");
}

TEST(WordSets, FindWordsInsideAndAtTheStart) {
    const WordSet set("不到位 到位了\n不 整改 ");
    EXPECT_TRUE(set.any_in("落实不到位"));
    EXPECT_TRUE(set.any_in("已到位了"));
    EXPECT_FALSE(set.any_in("已到位"));
    EXPECT_FALSE(set.any_in(""));
    EXPECT_EQ(set.longest_prefix("不到位的"), 9u);
    EXPECT_EQ(set.longest_prefix("不到"), 3u);
    EXPECT_EQ(set.longest_prefix("到位"), 0u);
}

}  // namespace
}  // namespace text
