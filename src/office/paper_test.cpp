// What is written and read back: titles broken into lines, signatures in their place, tables with
// cells over several rows, texts that XML cannot hold.
#include "office/paper.hpp"

#include <gtest/gtest.h>

#include "office/archive.hpp"
#include "office/document.hpp"
#include "office/line_breaks.hpp"
#include "office/sample_files.hpp"

namespace office {
namespace {

Paper paper_with(std::vector<PaperPart> parts) {
    Paper paper;
    paper.name = "样例";
    paper.sections.push_back({Orientation::portrait, std::move(parts)});
    return paper;
}

Document read_back(const Paper& paper) {
    const sample::Folder folder;
    auto document = read_document(folder.write("a.docx", docx_of(paper)));
    EXPECT_TRUE(document);
    return document ? *document : Document{};
}

std::string part_of(const Paper& paper, const std::string& name) {
    const auto bytes = docx_of(paper);
    auto archive = *Archive::open_bytes(bytes);
    return *archive.read(name, 1u << 20);
}

TEST(Titles, AreBrokenIntoEvenLinesThatTearNothing) {
    const struct {
        const char *title, *lines;
    } cases[]{
        {"财政局整改工作月报", "财政局整改工作月报"},
        {"关于区委第二巡察组反馈意见集中整改进展情况的报告",
         "关于区委第二巡察组反馈意见\n集中整改进展情况的报告"},
        {"中共云岭区财政局党组关于落实区委第三巡察组巡察反馈意见整改工作方案",
         "中共云岭区财政局党组关于落实区委\n第三巡察组巡察反馈意见整改工作方案"},
    };
    for (const auto& one : cases) {
        const auto lines = in_title_lines(one.title);
        std::string joined;
        std::size_t widest = 0;
        for (const char c : lines)
            if (c != '\n') joined += c;
        EXPECT_EQ(joined, one.title);
        for (std::size_t at = 0, from = 0; at <= lines.size(); ++at)
            if (at == lines.size() || lines[at] == '\n') {
                widest = std::max(widest, decoded(lines.substr(from, at - from)).size());
                from = at + 1;
            }
        EXPECT_LE(widest, 20u) << lines;
        EXPECT_EQ(lines, one.lines);
    }
    const auto numbers =
        in_title_lines("关于印发二〇二四年度一至六月份 2024-2025 工作计划与安排的通知");
    EXPECT_NE(numbers.find("2024-2025"), std::string::npos) << numbers;
    const auto brackets =
        in_title_lines("关于印发《中共云岭区委巡察工作领导小组办公室工作规则》的通知");
    EXPECT_EQ(brackets.find("《\n"), std::string::npos) << brackets;
    EXPECT_EQ(brackets.find("\n》"), std::string::npos) << brackets;
    EXPECT_EQ(brackets.find("\n的"), std::string::npos) << brackets;
}

TEST(Papers, AreReadBackWithTheNamesOfTheirStyles) {
    const auto document = read_back(paper_with(
        {paragraph(Style::entry, "1.问题\n又一行"), paragraph(Style::entry_step, "①措施")}));
    ASSERT_EQ(document.blocks.size(), 3u);
    EXPECT_EQ(document.blocks[0].style, words_of(Style::entry));
    EXPECT_FALSE(document.blocks[0].goes_on);
    EXPECT_TRUE(document.blocks[1].goes_on);
    EXPECT_EQ(document.blocks[1].style, words_of(Style::entry));
    EXPECT_EQ(document.blocks[2].style, words_of(Style::entry_step));
    EXPECT_FALSE(document.blocks[2].goes_on);
}

TEST(Attachments, StandBelowEachOtherWithoutALineBetween) {
    std::vector<PaperPart> parts;
    for (auto& one : attachment_list({"统计表", "清单"})) parts.emplace_back(one);
    const auto body = part_of(paper_with(parts), "word/document.xml");
    const auto first = body.find("附件：1.统计表"), second = body.find("2.清单");
    ASSERT_TRUE(first < second && second != std::string::npos) << body;
    EXPECT_NE(body.substr(first, second - first).find("w:before=\"0\""), std::string::npos) << body;
}

TEST(Signatures, BeginNoPageWithoutText) {
    std::vector<PaperPart> parts{paragraph(Style::body, "首段"), paragraph(Style::body, "末段")};
    for (auto& one : signed_by("区委办", "2024年6月30日", Seal::none)) parts.emplace_back(one);
    const auto body = part_of(paper_with(parts), "word/document.xml");
    std::vector<bool> kept;
    for (auto at = body.find("<w:pPr>"); at != std::string::npos && kept.size() < 4;
         at = body.find("<w:pPr>", at + 1))
        kept.push_back(body.substr(at, body.find("</w:pPr>", at) - at).find("w:keepNext") !=
                       std::string::npos);
    EXPECT_EQ(kept, (std::vector<bool>{false, true, true, false}));
}

TEST(Signatures, StandWhereTheStandardPutsThem) {
    // Nine characters and a day of 2 + 1 + 1 + 1 + 0.5 + … : 5.5 + 3.
    const auto plain = signed_by("中共云岭区委巡察办", "2024年6月30日", Seal::none);
    EXPECT_EQ(plain[0].right_chars, 2);
    EXPECT_EQ(plain[1].right_chars, 2 + 9 - 2 - 6.5);  // begins two characters further in
    const auto shorter = signed_by("区委办", "2024年6月30日", Seal::none);
    EXPECT_EQ(shorter[1].right_chars, 2);
    EXPECT_EQ(shorter[0].right_chars, 2 + 6.5 + 2 - 3);
    const auto sealed = signed_by("云岭区财政局党组", "2024年6月30日", Seal::stamped);
    EXPECT_EQ(sealed[1].right_chars, 4);
    EXPECT_EQ(sealed[0].right_chars, 4 + (6.5 - 8) / 2);
}

TEST(Papers, AreReadBackAsTheyWereWritten) {
    PaperTable table;
    table.widths = {1, 2, 1};
    table.header_rows = 1;
    table.rows = {
        {{{"方面", 1, 1, CellAlign::centre, true}, {"问题", 2, 1, CellAlign::centre, true}}},
        {{{"一", 1, 2}, {"甲"}, {"乙"}}},
        {{{"丙\n第二行"}, {"丁"}}}};
    const auto document = read_back(
        paper_with({paragraph(Style::title, "整改台账"), paragraph(Style::level1, "一、总体要求"),
                    paragraph(Style::body, "正文<&>\"'内容"), table}));
    ASSERT_EQ(document.blocks.size(), 6u);
    EXPECT_EQ(document.title_property, "样例");
    EXPECT_EQ(document.blocks[1].outline_level, 1);
    EXPECT_EQ(document.blocks[2].text, "正文<&>\"'内容");
    EXPECT_TRUE(document.blocks[3].header);
    EXPECT_EQ(document.blocks[3].cells[1].columns, 2);
    EXPECT_FALSE(document.blocks[4].cells[0].continued);
    ASSERT_EQ(document.blocks[5].cells.size(), 3u);
    EXPECT_TRUE(document.blocks[5].cells[0].continued);
    EXPECT_EQ(document.blocks[5].cells[0].text, "一");
    EXPECT_EQ(document.blocks[5].cells[1].text, "丙\n第二行");
}

TEST(Papers, LoseOnlyWhatXmlCannotHold) {
    const auto document =
        read_back(paper_with({paragraph(Style::body, "一\x01二\x0b三\x7f𠮷\xEF\xBF\xBE四")}));
    ASSERT_EQ(document.blocks.size(), 1u);
    EXPECT_EQ(document.blocks[0].text, "一二三𠮷四");
}

TEST(Papers, OfTheSameContentAreTheSameBytes) {
    const auto paper = paper_with({paragraph(Style::body, "正文")});
    EXPECT_EQ(docx_of(paper), docx_of(paper));
}

TEST(Papers, TurnTheirPagesWhereASectionIsWide) {
    auto paper = paper_with({paragraph(Style::body, "正文")});
    paper.sections.push_back({Orientation::landscape, {paragraph(Style::table_title, "附表")}});
    const auto body = part_of(paper, "word/document.xml");
    const auto upright = body.find(R"(<w:pgSz w:w="11906" w:h="16838"/>)"),
               wide = body.find(R"(<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>)");
    ASSERT_NE(upright, std::string::npos);
    ASSERT_NE(wide, std::string::npos);
    EXPECT_LT(upright, wide);
}

TEST(Papers, NameTheTypefacesOfTheStandard) {
    const auto styles = part_of(paper_with({}), "word/styles.xml");
    for (const auto* face : {"仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"})
        EXPECT_NE(styles.find(face), std::string::npos) << face;
    EXPECT_NE(part_of(paper_with({}), "word/fontTable.xml").find(R"(<w:altName w:val="仿宋"/>)"),
              std::string::npos);
}

}  // namespace
}  // namespace office
