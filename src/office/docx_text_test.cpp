// Word documents whose words are put right: what is read of them, which words can be changed, and
// that nothing else of the file changes.
#include <gtest/gtest.h>

#include "office/archive.hpp"
#include "office/docx_text.hpp"
#include "office/sample_files.hpp"

namespace office {
namespace {

using namespace sample;

const base::Instant noon{1'719'735'300'000};

std::string word_bytes(std::string_view body, Parts further = {}) {
    const Folder folder;
    write_archive(folder / "a.docx", word_parts(body, std::move(further)));
    return bytes_of(folder / "a.docx");
}
std::string shown_bytes(const std::string& bytes) {
    const Folder folder;
    return shown(read_document(folder.write("a.docx", bytes)));
}
std::string part_of(const std::string& bytes, const std::string& part) {
    auto archive = *Archive::open_bytes(bytes);
    return *archive.read(part, 1u << 20);
}
std::string texts(const DocxText& document) {
    std::string all;
    for (const auto& one : document.paragraphs()) {
        if (one.table > 0)
            all += std::to_string(one.table) + "/" + std::to_string(one.row) + "/" +
                   std::to_string(one.column) + " ";
        all += one.text + "\n";
    }
    return all;
}
/// The change of the first place where these words stand.
DocxText::Change change_of(const DocxText& document, std::string_view words,
                           const std::string& into) {
    for (std::size_t i = 0; i < document.paragraphs().size(); ++i) {
        const auto at = document.paragraphs()[i].text.find(words);
        if (at != std::string::npos) return {i, at, at + words.size(), into};
    }
    ADD_FAILURE() << words << " stands nowhere";
    return {};
}

const std::string split_runs =
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>大部</w:t></w:r><w:r><w:rPr><w:i/></w:rPr>"
    "<w:t xml:space=\"preserve\">份措施 </w:t></w:r><w:r><w:t>落实</w:t></w:r></w:p>";

TEST(DocxText, ReadsWhatIsThereAndLeavesOutWhatWasDeleted) {
    const auto document = *DocxText::open(word_bytes(
        paragraph("一、总体要求") + "<w:p/>" +
        "<w:p><w:r><w:t>坚持</w:t></w:r><w:del "
        "w:id=\"1\"><w:r><w:delText>错</w:delText></w:r></w:del>"
        "<w:ins w:id=\"2\"><w:r><w:t>问题</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr>"
        "<w:t>暗</w:t></w:r><w:r><w:t>导向</w:t></w:r></w:p>" +
        table(row("<w:tc>" + paragraph("甲") + table(row(cell("内"))) + paragraph("乙") +
                  "</w:tc>" + cell("丙")))));
    EXPECT_EQ(texts(document),
              "一、总体要求\n坚持问题导向\n1/1/1 甲\n2/1/1 内\n1/1/1 乙\n1/1/2 丙\n");
}

TEST(DocxText, ChangesWordsThatAreSplitOverRunsAndNothingElse) {
    const Parts further{{"word/styles.xml", word_part("styles", "")},
                        {"custom/data.bin", std::string(300, '\x01')}};
    const auto bytes = word_bytes(split_runs + paragraph("第二段"), further);
    auto document = *DocxText::open(bytes);
    const auto change = change_of(document, "部份", "部分");
    ASSERT_TRUE(document.can_change(change));
    document.change(change, Marks::plain, noon);
    const auto after = document.bytes();
    EXPECT_EQ(shown_bytes(after), "大部分措施 落实\n第二段\n");
    for (const auto* part : {"word/styles.xml", "custom/data.bin"})
        EXPECT_EQ(part_of(after, part), part_of(bytes, part));
    const auto xml = part_of(after, "word/document.xml");
    EXPECT_NE(xml.find("<w:b/></w:rPr><w:t xml:space=\"preserve\">大部分</w:t>"), std::string::npos)
        << xml;
    EXPECT_EQ(xml.find("w:ins"), std::string::npos);
}

TEST(DocxText, LeavesTrackedChangesThatCanBeRefused) {
    auto document = *DocxText::open(word_bytes(split_runs));
    document.change(change_of(document, "落实", "落地"), Marks::tracked, noon);
    document.change(change_of(document, "部份", "部分"), Marks::tracked, noon);
    const auto after = document.bytes();
    EXPECT_EQ(shown_bytes(after), "大部分措施 落地\n");
    auto xml = part_of(after, "word/document.xml");
    EXPECT_NE(xml.find("w:author=\"校对\" w:date=\"2024-06-30T08:15:00Z\""), std::string::npos)
        << xml;
    // Refused: what was inserted goes, what was deleted comes back.
    for (auto at = xml.find("<w:ins "); at != std::string::npos; at = xml.find("<w:ins "))
        xml.erase(at, xml.find("</w:ins>", at) + 8 - at);
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"w:delText", "w:t"},
                                   {"w:del ", "w:ins "},
                                   {"/w:del>", "/w:ins>"}})
        for (auto at = xml.find(from); at != std::string::npos; at = xml.find(from, at + to.size()))
            xml.replace(at, from.size(), to);
    const Folder folder;
    write_archive(folder / "a.docx", {{"word/document.xml", xml}});
    EXPECT_EQ(shown(read_document(folder / "a.docx")), "大部份措施 落实\n");
}

TEST(DocxText, DoesNotOfferToChangeNumbersTabsAndBreaks) {
    const std::string numbers =
        "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>";
    const auto document = *DocxText::open(word_bytes(
        paragraph("加强学习", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>") +
            "<w:p><w:r><w:t>左</w:t><w:tab/><w:t>右</w:t></w:r></w:p>",
        {{"word/numbering.xml", word_part("numbering", numbers)}}));
    EXPECT_TRUE(document.paragraphs()[0].text.starts_with("1、")) << texts(document);
    EXPECT_FALSE(document.can_change(change_of(document, "1、", "1.")));
    EXPECT_TRUE(document.can_change(change_of(document, "加强", "强化")));
    EXPECT_FALSE(document.can_change(change_of(document, "左\t右", "左右")));
    EXPECT_TRUE(document.can_change(change_of(document, "右", "左")));
    EXPECT_FALSE(document.can_change({0, 3, 3, "x"}));
    EXPECT_FALSE(document.can_change({9, 0, 3, "x"}));
}

TEST(DocxText, KeepsWhatStandsBesideTheWordsInTheirRun) {
    auto document = *DocxText::open(
        word_bytes("<w:p><w:r><w:t>甲部份乙</w:t><w:tab/><w:t>丙部份</w:t></w:r></w:p>"));
    const auto& text = document.paragraphs()[0].text;
    const auto second = text.rfind("部份");
    document.change({0, second, second + 6, "部分"}, Marks::tracked, noon);
    document.change(change_of(document, "部份", "部分"), Marks::tracked, noon);
    EXPECT_EQ(shown_bytes(document.bytes()), "甲部分乙\t丙部分\n");
}

TEST(DocxText, ChangesWhatSomebodyInsertedWithinTheirInsertion) {
    auto document = *DocxText::open(word_bytes(
        "<w:p><w:ins w:id=\"1\" w:author=\"李\"><w:r><w:t>部份</w:t></w:r></w:ins></w:p>"));
    document.change(change_of(document, "部份", "部分"), Marks::tracked, noon);
    const auto xml = part_of(document.bytes(), "word/document.xml");
    EXPECT_EQ(xml.find("w:del"), std::string::npos) << xml;
    EXPECT_NE(xml.find("部分"), std::string::npos);
}

TEST(DocxText, TellsFacesSizesAndThePage) {
    const std::string styles =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia=\"宋体\"/><w:sz w:val=\"21\"/>"
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:pPr><w:spacing "
        "w:line=\"560\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:rFonts w:eastAsia=\"仿宋\"/>"
        "</w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:basedOn w:val=\"N\"/><w:pPr><w:jc "
        "w:val=\"center\"/></w:pPr><w:rPr><w:sz w:val=\"44\"/></w:rPr></w:style>";
    const auto document = *DocxText::open(word_bytes(
        paragraph("标题", "<w:pStyle w:val=\"T\"/>") + paragraph("正文") +
            "<w:p><w:r><w:rPr><w:rFonts w:eastAsia=\"黑体\"/></w:rPr><w:t>一、</w:t></w:r></w:p>"
            "<w:p><w:r><w:rPr><w:rFonts w:eastAsiaTheme=\"minorEastAsia\"/></w:rPr><w:t>题</w:t>"
            "</w:r><w:pPr/></w:p><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            "<w:pgMar w:top=\"1440\" w:left=\"1800\"/></w:sectPr>",
        {{"word/styles.xml", word_part("styles", styles)}}));
    const auto& looks = document.look().paragraphs;
    EXPECT_EQ(looks[0], (PrintedLook{"仿宋", 44, true, 560, 0}));
    EXPECT_EQ(looks[1], (PrintedLook{"仿宋", 21, false, 560, 0}));
    EXPECT_EQ(looks[2].face, "黑体");
    EXPECT_EQ(looks[3].face, "");
    EXPECT_EQ(document.look().page->top, 1440);
    EXPECT_EQ(document.look().page->width, 11906);
}

TEST(DocxText, RefusesWhatIsNoWordDocument) {
    EXPECT_EQ(DocxText::open("PK\x03\x04 rubbish").error().code, "document_damaged");
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "<w:tbl><w:tr><w:tc>";
    for (int i = 0; i < 300; ++i) deep += "</w:tc></w:tr></w:tbl>";
    EXPECT_EQ(DocxText::open(word_bytes(deep)).error().code, "document_damaged");
}

}  // namespace
}  // namespace office
