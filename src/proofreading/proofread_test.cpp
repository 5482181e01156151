// A text as a whole: its findings, their places and keys, putting them right; bad input.
#include "proofreading/proofread.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "proofreading/personal.hpp"

namespace proofreading {
namespace {

std::vector<Finding> read(const Passages& passages) {
    return proofread(passages, {standard_dictionary()});
}
std::string marks(std::string_view text) {
    const auto passages = passages_of(text);
    std::string all;
    for (const auto& one : read(passages)) all += std::string(marked(passages, one)) + "|";
    return all;
}

TEST(Proofread, finds_nothing_in_nothing) {
    EXPECT_TRUE(read({}).empty());
    EXPECT_EQ(marks(""), "");
    EXPECT_EQ(marks("\n\n"), "");
}

TEST(Proofread, marks_places_that_keep_their_keys_when_the_text_grows_elsewhere) {
    const auto before = passages_of("部份措施已经落实。\n其余部份仍在推进，大部份单位完成。");
    const auto after =
        passages_of("新的一段。\n部份措施已经落实。\n其余部份仍在推进，大部份单位完成。");
    const auto first = read(before), second = read(after);
    ASSERT_EQ(first.size(), 3u);
    ASSERT_EQ(second.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(first[i].key, second[i].key);
        EXPECT_EQ(first[i].passage + 1, second[i].passage);
    }
    EXPECT_NE(first[1].key, first[2].key);
    const auto twins = read(passages_of("部份。\n部份。"));
    EXPECT_NE(twins[0].key, twins[1].key);
    EXPECT_EQ(excerpt(before, first[1]), "其余【部份】仍在推进，大部份…");
}

TEST(Proofread, finds_nothing_in_live_figures_and_leaves_them_as_they_are) {
    const auto passages = passages_of(
        "大部份{{问题总数}}个问题,其中{{台帐,总数}}个。。\n{{}}部份{{未完\n成}}𠮷部份{{台帐}}");
    const auto findings = proofread(passages, {standard_dictionary(), nullptr, nullptr, true});
    for (const auto& one : findings)
        EXPECT_EQ(marked(passages, one).find("总数"), std::string::npos) << one.reason;
    EXPECT_EQ(
        lines_of(corrected(passages, findings, all_fixable(findings))),
        "大部分{{问题总数}}个问题，其中{{台帐,总数}}个。\n{{}}部分{{未完\n成}}𠮷部分{{台帐}}");
    // Elsewhere such a mark is a gap that somebody forgot to fill.
    EXPECT_NE(marks("共{{问题总数}}个").find("{{问题总数}}"), std::string::npos);
}

TEST(Proofread, puts_right_one_of_several_that_overlap) {
    const auto passages = passages_of("甲乙丙丁");
    std::vector<Finding> findings(3);
    // Bytes: 乙丙 and 丙丁 share 丙.
    findings[0].begin = 3, findings[0].end = 9, findings[0].fix = "二", findings[0].key = "a";
    findings[1].begin = 6, findings[1].end = 12, findings[1].fix = "三", findings[1].key = "b";
    findings[2].begin = 9, findings[2].end = 12, findings[2].fix = "四四", findings[2].key = "c";
    EXPECT_EQ(corrected(passages, findings, {"a", "b", "c"})[0].text, "甲二四四");
    EXPECT_EQ(corrected(passages, findings, {"b", "c"})[0].text, "甲乙三");
    EXPECT_EQ(corrected(passages, findings, {"c"})[0].text, "甲乙丙四四");
}

TEST(Proofread, puts_right_what_is_chosen_and_finds_nothing_left) {
    const auto passages =
        passages_of("会议强调,大部份措施(含台帐)已落实。。\n青财发[2024]第03号\n附件：1、台账。");
    const auto findings = read(passages);
    const auto all = corrected(passages, findings, all_fixable(findings));
    EXPECT_EQ(lines_of(all),
              "会议强调，大部分措施（含台账）已落实。\n青财发〔2024〕3号\n附件：1.台账");
    EXPECT_TRUE(read(all).empty());
    const auto one = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
        return marked(passages, finding) == "台帐";
    });
    EXPECT_EQ(corrected(passages, findings, {one->key})[0].text,
              "会议强调,大部份措施(含台账)已落实。。");
}

TEST(Proofread, without_a_programme_holds_names_against_each_other) {
    EXPECT_EQ(marks("县委第二巡察组反馈。县委第二巡察组指出。县委第三巡察组要求。"),
              "县委第三巡察组|");
    EXPECT_EQ(marks("省委第十二巡视组、县委第二巡察组先后反馈。"), "");
    EXPECT_EQ(marks("共反馈问题25个。全部反馈问题24个已认领。"), "24个|");
}

TEST(Proofread, bears_what_is_no_text) {
    EXPECT_EQ(repaired("甲\xff\xe4\xb8乙"), "甲\uFFFD\uFFFD\uFFFD乙");
    EXPECT_EQ(repaired("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD");  // half of a surrogate pair
    EXPECT_EQ(marks("\xff部份"), "部份|");
    EXPECT_EQ(marks("𠮷野家的部份，𠀀𠀁"), "部份|");
    std::string long_one;
    for (int i = 0; i < 2'000; ++i) long_one += "整改措施落";
    EXPECT_EQ(marks(long_one), "");
    EXPECT_EQ(marks(std::string(20'000, '(')), "");
    std::string open;
    for (int i = 0; i < 3'000; ++i) open += "（";
    EXPECT_EQ(read(passages_of("甲" + open)).size(), 3'000u);
    EXPECT_EQ(marks("X"), "");
    // Nothing of these may take more than a moment.
    for (const auto* part :
         {"1个", "（", "》", "(", "2024年1月1日", "一是", "【", "某某", "“", "\""}) {
        std::string hostile = "甲";
        while (hostile.size() < 300'000) hostile += part;
        const auto findings = read(passages_of(hostile + "》）)\n2023年1月1日"));
        EXPECT_LE(findings.size(), findings_max + 1) << part;
    }
}

TEST(Proofread, reads_papers_and_documents_with_their_tables) {
    office::Paper paper;
    paper.head.number = "青整督[2024]1号";
    office::PaperTable table;
    table.rows = {{{{"事项"}, {"情况"}}}, {{{"采购"}, {"部份完成"}}}};
    paper.sections.push_back(
        {office::Orientation::portrait, {office::paragraph(office::Style::title, "通知"), table}});
    const auto passages = passages_of(paper);
    const auto findings = read(passages);
    ASSERT_EQ(findings.size(), 2u);
    EXPECT_EQ(marked(passages, findings[0]), "[2024]1号");
    const auto& cell = passages[findings[1].passage];
    EXPECT_EQ(cell.table, 1);
    EXPECT_EQ(cell.row, 2);
    EXPECT_EQ(cell.column, 2);
    EXPECT_EQ(cell.paragraph, 4u);
}

office::DocxLook plain_look(std::size_t paragraphs) {
    office::DocxLook look;
    look.paragraphs.assign(paragraphs, {"仿宋_GB2312", 32, false, 580, 0});
    look.page = office::PageLook{11906, 16838, 2098, 1474, 1984, 1587, 0};
    return look;
}
std::string reasons(const Passages& passages, const office::DocxLook& look) {
    std::string all;
    for (const auto& one : proofread(passages, {standard_dictionary(), nullptr, &look}))
        all += one.reason + "|";
    return all;
}

TEST(Proofread, holds_a_word_document_to_the_standard) {
    const auto passages = passages_of(
        "青云区财政局整改方案\n一、总体要求\n（一）指导思想\n坚持问题导向和目标导向，全面推进整改落"
        "实工作。\n坚持问题导向和目标导向，全面推进整改落实工作。");
    auto look = plain_look(5);
    look.paragraphs[0] = {"方正小标宋简体", 44, true, 0, 0};
    look.paragraphs[1].face = "黑体";
    look.paragraphs[2].face = "楷体_GB2312";
    EXPECT_EQ(reasons(passages, look), "");
    look.paragraphs[0] = {"宋体", 36, true, 0, 0};
    look.paragraphs[1].face = "仿宋";
    look.paragraphs[3].face = look.paragraphs[4].face = "宋体";
    look.paragraphs[4].exact_line = 400;
    look.page->top = 1440;
    EXPECT_EQ(reasons(passages, look),
              "上边距（天头）是25毫米。|标题用了“宋体”。|一级标题用了“仿宋”。|正文用了“宋体”。共2段"
              "。|行距是固定值20磅。|");
    auto wide = look;
    std::swap(wide.page->width, wide.page->height);
    EXPECT_EQ(reasons(passages, wide), "") << "tables over wide pages have sizes of their own";
    for (auto& one : look.paragraphs) one.face.clear();
    EXPECT_EQ(reasons(passages, look).find("用了"), std::string::npos) << "faces cannot be told";
}

TEST(Personal, numbers_are_known_by_their_check_digits) {
    EXPECT_TRUE(is_identity_number("11010519491231002X"));
    EXPECT_FALSE(is_identity_number("110105194912310021"));
    EXPECT_FALSE(is_identity_number("11010519491331002X"));
    EXPECT_TRUE(holds_luhn("6222021234567890128"));
    EXPECT_FALSE(holds_luhn("6222021234567890127"));
    EXPECT_FALSE(holds_luhn(""));
}

}  // namespace
}  // namespace proofreading
