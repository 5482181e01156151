// The page as it is rendered, measured: GB/T 9704-2012 in numbers. LibreOffice makes the PDF,
// pdftotext says where each character of it stands.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <pugixml.hpp>

#include "office/file_bytes.hpp"
#include "office/libreoffice.hpp"
#include "office/paper.hpp"
#include "office/sample_files.hpp"

namespace office {
namespace {

constexpr double mm_per_point = 25.4 / 72;

struct Word {
    std::string text;
    double left, top, right, bottom;  // mm from the upper left corner of the page
};
using Pages = std::vector<std::vector<Word>>;

Pages pages_of(const Paper& paper) {
    const auto pdf = pdf_of(docx_of(paper), ".docx");
    if (!pdf) return {};
    const sample::Folder folder;
    const TemporaryFolder home;
    const auto out = folder / "words.html";
    if (!run({.program = *find_program("pdftotext"),
              .arguments = {"-bbox", folder.write("a.pdf", *pdf).string(), out.string()},
              .folder = home.path()}))
        return {};
    pugi::xml_document words;
    words.load_file(out.c_str());
    Pages pages;
    for (const auto& page : words.select_nodes("//page")) {
        auto& found = pages.emplace_back();
        for (const auto& word : page.node().children("word")) {
            const auto at = [&](const char* name) {
                return word.attribute(name).as_double() * mm_per_point;
            };
            found.push_back({word.text().get(), at("xMin"), at("yMin"), at("xMax"), at("yMax")});
        }
    }
    return pages;
}

/// The lines of a page from above: their middle, their words joined.
std::vector<std::pair<double, std::string>> lines_of(const std::vector<Word>& page) {
    std::map<int, std::pair<double, std::string>> lines;
    for (const auto& word : page) {
        const auto middle = (word.top + word.bottom) / 2;
        auto& line = lines[static_cast<int>(std::lround(middle / 3))];
        line.first = middle;
        line.second += word.text;
    }
    std::vector<std::pair<double, std::string>> sorted;
    for (auto& [place, line] : lines) sorted.push_back(std::move(line));
    return sorted;
}

std::size_t chars_in(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

const Word* find(const std::vector<Word>& page, const std::string& text) {
    for (const auto& word : page)
        if (word.text.find(text) != std::string::npos) return &word;
    return nullptr;
}

class Pages9704 : public testing::Test {
  protected:
    void SetUp() override {
        if (!find_libreoffice() || !find_program("pdftotext"))
            GTEST_SKIP() << "LibreOffice and pdftotext render and measure the page: install "
                            "libreoffice-writer-nogui and poppler-utils";
    }
};

std::string ideographs(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "整";
    return text;
}

TEST_F(Pages9704, HoldTwentyTwoLinesOfTwentyEightCharacters) {
    Paper paper;
    paper.sections.push_back(
        {Orientation::portrait, {paragraph(Style::addressee, ideographs(28 * 50))}});
    const auto pages = pages_of(paper);
    ASSERT_EQ(pages.size(), 3u);
    auto lines = lines_of(pages[0]);
    ASSERT_GE(lines.size(), 23u);  // and the number of the page
    EXPECT_EQ(lines.size(), 23u);
    for (std::size_t i = 0; i < 22; ++i) EXPECT_EQ(chars_in(lines[i].second), 28u) << i;
    // The type area lies 37 mm below the upper edge and is 225 mm high.
    EXPECT_NEAR(lines[0].first, 37 + 225.0 / 44, 1.5);
    EXPECT_NEAR((lines[21].first - lines[0].first) / 21, 225.0 / 22, 0.1);
    EXPECT_NEAR(pages[0].front().left, 28, 0.5);
}

TEST_F(Pages9704, CarryTheirNumbersOutside) {
    Paper paper;
    paper.sections.push_back(
        {Orientation::portrait, {paragraph(Style::addressee, ideographs(28 * 30))}});
    const auto pages = pages_of(paper);
    ASSERT_EQ(pages.size(), 2u);
    const auto odd = pages[0].back(), even = pages[1].back();
    EXPECT_EQ(odd.text, "—");
    EXPECT_NEAR(odd.right, 210 - 26 - 5, 1);  // one character in
    const auto& first_of_even = *std::find_if(pages[1].begin(), pages[1].end(),
                                              [](const Word& word) { return word.text == "—"; });
    EXPECT_NEAR(first_of_even.left, 28 + 5, 1);
    EXPECT_NEAR((odd.top + odd.bottom) / 2, 297 - 35 + 7, 1);  // 7 mm below the type area
    EXPECT_NEAR(even.top, odd.top, 0.1);
}

TEST_F(Pages9704, EndWithATableThatFillsThem) {
    PaperTable table;
    table.widths = {1};
    table.rows.push_back({{{"满页的表"}}, 222});  // of 225 mm
    Paper paper;
    paper.sections = {{Orientation::portrait, {table}}, {Orientation::landscape, {}}};
    paper.sections[1].parts.emplace_back(paragraph(Style::body, "另一节"));
    EXPECT_EQ(pages_of(paper).size(), 2u);
    paper.sections.pop_back();
    EXPECT_EQ(pages_of(paper).size(), 1u) << "no page without anything on it";
}

TEST_F(Pages9704, SayWhoSignedBesideTheNumber) {
    Paper paper;
    paper.head = {HeadKind::document, "云岭区财政局党组文件", "云财党〔2024〕3号", "", "", "周伟"};
    paper.sections.push_back({Orientation::portrait, {paragraph(Style::title, "整改报告")}});
    const auto pages = pages_of(paper);
    ASSERT_EQ(pages.size(), 1u);
    const auto* number = find(pages[0], "云财党");
    const auto* signer = find(pages[0], "周伟");
    ASSERT_TRUE(number && signer);
    EXPECT_NEAR(number->left, 28 + 5.6, 1) << "a character from the edge";
    EXPECT_NEAR(signer->right, 210 - 26 - 5.6, 1);
    EXPECT_NEAR(signer->top, number->top, 1);
}

TEST_F(Pages9704, BeginWithMarkNumberAndTitle) {
    Paper paper;
    paper.head = {HeadKind::document, "云岭区财政局党组文件", "云财党组〔2024〕3号", "", ""};
    paper.sections.push_back(
        {Orientation::portrait,
         {paragraph(Style::title, "整改工作方案"), paragraph(Style::addressee, "区委巡察办："),
          paragraph(Style::body, ideographs(60))}});
    paper.imprint = Imprint{"区纪委监委，区委组织部", "云岭区财政局党组办公室", "2024年6月30日"};
    const auto pages = pages_of(paper);
    ASSERT_EQ(pages.size(), 1u);
    const auto* mark = find(pages[0], "文件");
    const auto* number = find(pages[0], "云财党组");
    const auto* title = find(pages[0], "整改工作方案");
    ASSERT_TRUE(mark && number && title);
    EXPECT_NEAR(mark->top, 37 + 35, 4);  // the box of a glyph is higher than the glyph
    EXPECT_GT(number->top, mark->bottom);
    EXPECT_NEAR(title->top - number->bottom, 2 * 10.2 + 4, 8);
    const auto* printed = find(pages[0], "印发");
    const auto* copies = find(pages[0], "抄送");
    ASSERT_TRUE(printed && copies);
    EXPECT_LT(copies->top, printed->top);
    EXPECT_NEAR(printed->bottom, 297 - 35, 4);  // the last rule lies on the lower edge
}

}  // namespace
}  // namespace office
