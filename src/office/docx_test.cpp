// Word documents as officials and their programs really write them, sloppy and hostile ones
// included. Every test shows the XML it is about; nothing here needs Word.
#include <gtest/gtest.h>

#include "office/number_format.hpp"
#include "office/sample_files.hpp"

namespace office {
namespace {

using namespace sample;

std::string numbered(int num_id, int level) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
           std::to_string(num_id) + "\"/></w:numPr>";
}

std::string level(int index, std::string_view format, std::string_view text,
                  std::string_view more = {}) {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) +
           "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + std::string(format) + "\"/>" +
           std::string(more) + "<w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}

std::pair<std::string, std::string> numbering(std::string_view content) {
    return {"word/numbering.xml", word_part("numbering", content)};
}

const std::string three_levels =
    "<w:abstractNum w:abstractNumId=\"5\">" + level(0, "taiwaneseCountingThousand", "（%1）") +
    level(1, "decimal", "%2.") + level(2, "decimalEnclosedCircle", "%3") + "</w:abstractNum>" +
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>";

TEST(Docx, ReadsParagraphsAndKeepsEmptyOnesOut) {
    const auto document =
        read_word(paragraph("　一、总体要求") + paragraph("  ") + "<w:p/>" +
                  "<w:p><w:r><w:t>坚持</w:t></w:r><w:r><w:t xml:space=\"preserve\"> "
                  "</w:t><w:tab/><w:t>问题导向</w:t></w:r></w:p>");
    ASSERT_TRUE(document);
    EXPECT_EQ(shown(document), "一、总体要求\n坚持 \t问题导向\n");
    EXPECT_EQ(document->format, "docx");
    EXPECT_EQ(document->blocks[1].number, 2u);
}

TEST(Docx, ReadsWhatStandsAndNotWhatWasDeletedOrHidden) {
    const auto document = read_word(
        "<w:p><w:r><w:t>甲</w:t></w:r>"
        "<w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></"
        "w:moveTo>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
        "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:ruby><w:rt><w:r><w:t>zhù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>注</w:t></w:r></"
        "w:rubyBase>"
        "</w:ruby></w:p>");
    EXPECT_EQ(shown(document), "甲增移来显控件注\n");
}

TEST(Docx, PutsTextBoxesBehindTheParagraphAndReadsThemOnce) {
    const auto document = read_word(
        "<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice "
        "Requires=\"wps\"><w:txbxContent>" +
        paragraph("框内") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" +
        paragraph("框内") +
        "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>续</w:t></w:r></w:p>" +
        paragraph("下一段"));
    EXPECT_EQ(shown(document), "正文续\n框内\n下一段\n");
}

TEST(Docx, SplitsAParagraphAtItsSoftLineBreaks) {
    EXPECT_EQ(shown(read_word("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>")),
              "甲\n乙\n");
}

TEST(Docx, TakesHeadingsFromStylesAndLeavesTheTableOfContentsOut) {
    const Parts styles{
        {"word/styles.xml",
         word_part(
             "styles",
             R"(<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>)"
             R"(<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="2"/></w:style>)"
             R"(<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="c"/>)"
             R"(<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>)"
             R"(<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="b"/></w:style>)"
             R"(<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>)")}};
    const auto document =
        read_word(paragraph("目录行", "<w:pStyle w:val=\"t\"/>") +
                      paragraph("甲", "<w:pStyle w:val=\"2\"/>") +
                      paragraph("乙", "<w:pStyle w:val=\"a\"/>") +
                      paragraph("丙", "<w:pStyle w:val=\"c\"/>") +
                      paragraph("丁", "<w:outlineLvl w:val=\"1\"/>") +
                      paragraph("戊", "<w:pStyle w:val=\"2\"/><w:outlineLvl w:val=\"9\"/>"),
                  styles);
    EXPECT_EQ(shown(document), "# 甲\n# 乙\n### 丙\n## 丁\n戊\n");
}

TEST(Docx, ResolvesNestedAutomaticNumbers) {
    const auto document =
        read_word(paragraph("甲", numbered(1, 0)) + paragraph("乙", numbered(1, 1)) +
                      paragraph("丙", numbered(1, 2)) + paragraph("丁", numbered(1, 2)) +
                      paragraph("戊", numbered(1, 1)) + paragraph("己", numbered(1, 2)) +
                      paragraph("庚", numbered(1, 0)) + paragraph("辛", numbered(1, 1)) +
                      paragraph("壬", numbered(0, 0)) + paragraph("癸", numbered(77, 0)),
                  {numbering(three_levels)});
    EXPECT_EQ(shown(document), "（一）甲\n1. 乙\n①丙\n②丁\n2. 戊\n①己\n（二）庚\n1. 辛\n壬\n癸\n");
}

TEST(Docx, CountsListsOfOneAbstractTogetherUntilOneStartsAnew) {
    const auto document = read_word(
        paragraph("甲", numbered(1, 0)) + paragraph("乙", numbered(2, 0)) +
            paragraph("丙", numbered(3, 0)) + paragraph("丁", numbered(3, 0)) +
            paragraph("戊", numbered(1, 0)),
        {numbering(three_levels +
                   "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/></w:num>"
                   "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride "
                   "w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>")});
    EXPECT_EQ(shown(document), "（一）甲\n（二）乙\n（一）丙\n（二）丁\n（三）戊\n");
}

TEST(Docx, TakesNumbersFromStylesAndTheirAncestors) {
    const Parts parts{
        numbering("<w:abstractNum w:abstractNumId=\"1\">" +
                  level(0, "chineseCounting", "%1、",
                        "<w:pStyle w:val=\"h1\"/><w:suff w:val=\"nothing\"/>") +
                  level(1, "decimal", "%1.%2", "<w:isLgl/><w:pStyle w:val=\"h2\"/>") +
                  "</w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId w:val=\"1\"/></w:num>"),
        {"word/styles.xml",
         word_part("styles",
                   R"(<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr>)"
                   R"(<w:numId w:val="4"/></w:numPr></w:pPr></w:style>)"
                   R"(<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr>)"
                   R"(<w:numId w:val="4"/></w:numPr></w:pPr></w:style>)"
                   R"(<w:style w:type="paragraph" w:styleId="child"><w:basedOn w:val="h2"/>)"
                   R"(</w:style>)")}};
    const auto document = read_word(
        paragraph("甲", "<w:pStyle w:val=\"h1\"/>") +
            paragraph("乙", "<w:pStyle w:val=\"child\"/>") +
            paragraph("丙", "<w:pStyle w:val=\"h2\"/>") +
            paragraph("丁", "<w:pStyle w:val=\"h2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
            paragraph("戊", "<w:pStyle w:val=\"h1\"/>"),
        parts);
    EXPECT_EQ(shown(document), "一、甲\n1.1 乙\n1.2 丙\n丁\n二、戊\n");
}

TEST(Docx, GivesBulletsNoNumber) {
    const auto document = read_word(
        paragraph("甲", numbered(1, 0)),
        {numbering("<w:abstractNum w:abstractNumId=\"1\">" + level(0, "bullet", "\xEF\x82\xB7") +
                   "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>")});
    EXPECT_EQ(shown(document), "甲\n");
}

TEST(Docx, PrintsCountersAsWordDoes) {
    const std::vector<std::tuple<int, std::string_view, std::string_view>> cases{
        {1, "chineseCounting", "一"},
        {10, "chineseCountingThousand", "十"},
        {12, "japaneseCounting", "十二"},
        {20, "taiwaneseCounting", "二十"},
        {105, "taiwaneseCountingThousand", "一百零五"},
        {110, "chineseCountingThousand", "一百一十"},
        {10, "ideographDigital", "一〇"},
        {3, "decimalEnclosedCircle", "③"},
        {20, "decimalEnclosedCircleChinese", "⑳"},
        {21, "decimalEnclosedCircle", "㉑"},
        {36, "decimalEnclosedCircle", "㊱"},
        {51, "decimalEnclosedCircle", "51"},
        {2, "decimalEnclosedParen", "⑵"},
        {2, "decimalEnclosedFullstop", "⒉"},
        {12, "decimalFullWidth", "１２"},
        {4, "lowerRoman", "iv"},
        {1994, "upperRoman", "MCMXCIV"},
        {27, "lowerLetter", "aa"},
        {2, "upperLetter", "B"},
        {5, "decimalZero", "05"},
        {2, "ideographTraditional", "乙"},
        {21, "chineseLegalSimplified", "贰拾壹"},
        {7, "none", ""},
        {7, "somethingNew", "7"},
        {0, "chineseCounting", "零"},
        {0, "upperRoman", "0"}};
    for (const auto& [number, format, expected] : cases)
        EXPECT_EQ(printed_number(number, format), expected) << format << " " << number;
}

TEST(Docx, ReadsTablesWithMergedCells) {
    const auto document = read_word(
        table(row(cell("序号") + cell("问题") + cell("措施", "<w:gridSpan w:val=\"2\"/>"),
                  "<w:tblHeader/>") +
              row(cell("1", "<w:vMerge w:val=\"restart\"/>") +
                  cell("甲", "<w:vMerge w:val=\"restart\"/>") + cell("①") + cell("立行立改")) +
              row(cell("", "<w:vMerge/>") + cell("", "<w:vMerge w:val=\"continue\"/>") + cell("②") +
                  cell("6月")) +
              row(cell("", "<w:vMerge/>") + cell("乙", "<w:vMerge w:val=\"restart\"/>") +
                  cell("③") + cell("7月")) +
              row(cell("③后", {}), "<w:gridBefore w:val=\"2\"/>")));
    ASSERT_TRUE(document);
    EXPECT_EQ(shown(document),
              "H[序号|问题|措施*2]\n[1|甲|①|立行立改]\n[1^|甲^|②|6月]\n[1^|乙|③|7月]\n[③后]\n");
    EXPECT_EQ(document->blocks[4].cells[0].column, 2);
    EXPECT_EQ(document->blocks[0].table, 0);
}

TEST(Docx, JoinsTheParagraphsOfACellAndNumbersThem) {
    const auto document =
        read_word(table(row("<w:tc>" + paragraph("甲", numbered(1, 1)) + "<w:p/>" +
                            paragraph("乙", numbered(1, 1)) + "</w:tc>" + cell(""))),
                  {numbering(three_levels)});
    EXPECT_EQ(shown(document), "[1. 甲/2. 乙|]\n");
}

TEST(Docx, PutsRowsOfANestedTableBehindTheRowAroundThem) {
    const auto document = read_word(
        table(row("<w:tc>" + paragraph("外") + table(row(cell("内")) + row(cell("内二"))) +
                  paragraph("外续") + "</w:tc>")) +
        paragraph("后"));
    ASSERT_TRUE(document);
    EXPECT_EQ(shown(document), "[外/外续]\n[内]\n[内二]\n后\n");
    EXPECT_EQ(document->blocks[0].table, 0);
    EXPECT_EQ(document->blocks[1].table, 1);
}

TEST(Docx, LeavesDeletedRowsOut) {
    const auto deleted =
        row("<w:tc><w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p></w:tc>",
            "<w:del w:id=\"1\"/>");
    EXPECT_EQ(shown(read_word(table(row(cell("甲")) + deleted + row(cell("乙"))))), "[甲]\n[乙]\n");
}

TEST(Docx, SurvivesACellOutsideATableAndARowOutsideOne) {
    EXPECT_EQ(shown(read_word("<w:tr>" + cell("散") + "</w:tr><w:gridSpan w:val=\"9999999999\"/>")),
              "散\n");
}

TEST(Docx, FindsTheMainPartThroughTheRelationships) {
    const Folder folder;
    const std::string type =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    write_archive(
        folder / "a.docx",
        {{"_rels/.rels", "<Relationships><Relationship Id='1' Type='" + type +
                             "' Target='/word/document2.xml'/></Relationships>"},
         {"word/document2.xml", word_part("document", "<w:body>" + paragraph("甲") + "</w:body>")},
         {"docProps/core.xml",
          "<cp:coreProperties xmlns:dc='d' xmlns:cp='c'><dc:title> 方案 </dc:title>"
          "</cp:coreProperties>"}});
    const auto document = read_document(folder / "a.docx");
    EXPECT_EQ(shown(document), "甲\n");
    EXPECT_EQ(document->title_property, "方案");
}

TEST(Docx, RefusesWhatIsBroken) {
    EXPECT_EQ(shown(read_word("<w:p><w:r>")), "refused document_damaged");
    const Folder folder;
    write_archive(folder / "a.docx", word_parts(paragraph(std::string(20000, 'x'))));
    const auto whole = bytes_of(folder / "a.docx");
    for (const std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{30}})
        EXPECT_EQ(shown(read_document(folder.write("b.docx", whole.substr(0, size)))),
                  "refused document_damaged")
            << size;
}

TEST(Docx, RefusesEntitiesAndEndlessNesting) {
    const Folder folder;
    std::string entities = "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c < 'k'; ++c) {
        entities += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) entities += std::string("&") + static_cast<char>(c - 1) + ";";
        entities += "\">";
    }
    write_archive(folder / "a.docx",
                  {{"word/document.xml", entities + "]><w:document><w:p>&j;</w:p></w:document>"}});
    EXPECT_EQ(shown(read_document(folder / "a.docx")), "refused document_damaged");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<w:sdt>";
    EXPECT_EQ(shown(read_word(deep)), "refused document_damaged");
}

TEST(Docx, RefusesAnArchiveThatUnpacksToFarTooMuch) {
    const Folder folder;
    write_archive(folder / "a.docx", word_parts(std::string(36u << 20, ' ')));
    EXPECT_EQ(shown(read_document(folder / "a.docx")), "refused document_bomb");
}

TEST(Docx, RefusesMoreTextThanItKeeps) {
    const Folder folder;
    const std::string text(65u << 20, 'x');
    write_archive(folder / "a.docx", word_parts(paragraph(text)), Packing::stored);
    EXPECT_EQ(shown(read_document(folder / "a.docx")), "refused document_too_many_blocks");
}

TEST(Docx, ReadsAParagraphOfTenMegabytes) {
    std::string text;
    for (int i = 0; text.size() < (10u << 20); ++i) text += "整改措施" + std::to_string(i);
    const Folder folder;
    write_archive(folder / "a.docx", word_parts(paragraph(text)), Packing::stored);
    const auto document = read_document(folder / "a.docx");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->blocks[0].text, text);
}

}  // namespace
}  // namespace office
