// The text of a feedback in sentences: where they end, what a later wording keeps, which problems
// are proposed, what totals the text says it has.
#include "inspections/sentence.hpp"

#include <gtest/gtest.h>

namespace inspections {
namespace {

using Texts = std::vector<std::string>;

Texts texts_of(std::string_view text) {
    Texts texts;
    for (const auto& piece : pieces_of(text))
        texts.push_back((piece.heading ? "# " : "") + piece.text);
    return texts;
}

TEST(Pieces, end_at_signs_and_lines) {
    EXPECT_EQ(texts_of("党组研究党建工作不经常。公务接待审批不严；有的超标准！\n\n　　学习流于形式"
                       "，问题突出。"),
              (Texts{"党组研究党建工作不经常。", "公务接待审批不严；", "有的超标准！",
                     "学习流于形式，问题突出。"}));
    EXPECT_EQ(texts_of(""), Texts{});
    EXPECT_EQ(texts_of("\n 　\n"), Texts{});
}

TEST(Pieces, are_not_cut_inside_quotes_and_brackets) {
    EXPECT_EQ(texts_of("有人说“先办事；后补单”的做法不当。会议记录（含附件；共3份）不全。"),
              (Texts{"有人说“先办事；后补单”的做法不当。", "会议记录（含附件；共3份）不全。"}));
    EXPECT_EQ(texts_of("群众反映：“先办事，后补单。”记录也不全。"),
              (Texts{"群众反映：“先办事，后补单。”", "记录也不全。"}))
        << "the closing quote goes with the sentence it ends";
    EXPECT_EQ(texts_of("要求“严格执行《若干规定》！”并抓好落实。"),
              (Texts{"要求“严格执行《若干规定》！”并抓好落实。"}));
    EXPECT_EQ(texts_of("引号没有配对“一句。又一句。"), (Texts{"引号没有配对“一句。", "又一句。"}))
        << "a quote that is never closed holds nothing together";
    EXPECT_EQ(texts_of("难道可以这样吗？！不可以。"), (Texts{"难道可以这样吗？！", "不可以。"}));
}

TEST(Pieces, know_headings_by_their_marks_and_their_length) {
    EXPECT_EQ(
        texts_of("关于巡察区财政局党组的反馈意见\n一、存在的主要问题\n（一）党的领导方面\n"
                 "1.学习贯彻不深入\n（二）落实主体责任不到位，责任传导不够。\n区财政局党组：\n"
                 "一是学得不够；二是用得不好"),
        (Texts{"# 关于巡察区财政局党组的反馈意见", "# 一、存在的主要问题", "# （一）党的领导方面",
               "1.学习贯彻不深入", "（二）落实主体责任不到位，责任传导不够。", "# 区财政局党组：",
               "一是学得不够；", "二是用得不好"}));
}

Sentence said(const std::string& text, unsigned char number) {
    Sentence one;
    one.id = SentenceId{base::Uuid{{number}}};
    one.piece.text = text;
    return one;
}

TEST(Sentences, that_read_the_same_are_kept_each_once) {
    const std::vector<Sentence> before{said("甲事没有办好。", 1), said("同一句话。", 2),
                                       said("同一句话。", 3), said("丙事没有办好。", 4)};
    const auto now = pieces_of("乙事没有办好。同一句话。\n甲 事没有办好；同一句话。同一句话。");
    using Places = std::vector<std::optional<std::size_t>>;
    EXPECT_EQ(kept(before, now), (Places{std::nullopt, 1, 0, 2, std::nullopt}));
}

TEST(Sentences, are_answered_by_problems_or_by_a_reason) {
    const auto code = [](const WantedAnswer& wanted) {
        const auto good = check(wanted);
        return good ? std::string("accepted") : good.error().code;
    };
    const ProblemId problem{base::Uuid{{9}}};
    EXPECT_EQ(code({{}, 1, {problem}, Answer::none, ""}), "accepted");
    EXPECT_EQ(code({{}, 1, {}, Answer::praise, "肯定成绩的内容"}), "accepted");
    EXPECT_EQ(code({{}, 1, {}, Answer::none, ""}), "accepted") << "opens it again";
    EXPECT_EQ(code({{}, 1, {}, Answer::general, "无"}), "sentence_reason_too_short");
    EXPECT_EQ(code({{}, 1, {problem}, Answer::advice, "整改意见建议"}),
              "sentence_is_answered_twice");
}

TEST(Proposals, name_the_problems_that_read_like_an_open_sentence) {
    const ProblemId party{base::Uuid{{1}}}, rent{base::Uuid{{2}}}, visits{base::Uuid{{3}}};
    const std::vector<ComparedProblem> problems{
        {party, {"党组研究党建工作不经常"}},
        {rent, {"国有资产管理不严", "国有资产出租程序不规范"}},
        {visits, {"服务基层意识不强"}}};
    auto linked = said("服务基层意识不强，调研少。", 3);
    linked.problems = {visits};
    const auto found = proposals({said("党组研究党建工作不经常，近两年仅专题研究2次。", 1),
                                  said("国有资产出租程序不规范，少数门面没有公开招租。", 2), linked,
                                  said("巡察期间得到了局党组的大力支持。", 4)},
                                 problems);
    ASSERT_EQ(found.size(), 4u);
    ASSERT_EQ(found[0].size(), 1u);
    EXPECT_EQ(found[0][0].problem, party);
    ASSERT_FALSE(found[1].empty());
    EXPECT_EQ(found[1][0].problem, rent) << "by its manifestation";
    EXPECT_TRUE(found[2].empty()) << "it is answered";
    EXPECT_TRUE(found[3].empty());
}

TEST(DeclaredTotalsOfAFeedback, are_read_from_its_text) {
    EXPECT_EQ(declared_in("巡察共发现3个方面6个问题。现反馈如下：\n一、存在的问题"),
              (DeclaredTotals{3, 6}))
        << "as the reader of plans reads them";
    EXPECT_EQ(declared_in("党组研究党建工作不经常。"), DeclaredTotals{});
}

}  // namespace
}  // namespace inspections
