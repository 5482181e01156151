// Written lists, read back with our own reader and looked into part by part: what Excel is told
// about pages, merged cells and texts. How the print looks was judged by eye.
#include "office/workbook.hpp"

#include <gtest/gtest.h>

#include "base/utf8.hpp"
#include "office/archive.hpp"
#include "office/cell_text.hpp"
#include "office/sample_files.hpp"
#include "office/sheet_layout.hpp"

namespace office {
namespace {

using namespace sample;

Sheet ledger() {
    Sheet sheet{.name = "整改台账",
                .title = "云岭区整改台账",
                .note = "截至2024年6月30日，共2个问题",
                .columns = {{.heading = "序号",
                             .width_chars = 5,
                             .alignment = Alignment::centre,
                             .merged_by = 1},
                            {.heading = "问题", .width_chars = 20, .merged_by = 1},
                            {.heading = "措施", .width_chars = 30},
                            {.heading = "完成时限", .width_chars = 12},
                            {.heading = "完成率", .width_chars = 8}},
                .rows = {}};
    const auto day = *base::parse_date("2024-06-30");
    sheet.rows = {{{std::int64_t{1}, "同样的问题", "①加强学习", day, 0.5}, {1}},
                  {{std::int64_t{1}, "同样的问题", "②完善制度\n建章立制", "长期坚持", {}}, {1}},
                  {{std::int64_t{2}, "同样的问题", "=1+1"}, {2}}};
    return sheet;
}

base::Result<Document> written_and_read(Sheet sheet) {
    const Folder folder;
    write_workbook(folder / "a.xlsx", {{std::move(sheet)}, base::Instant{1'700'000'000'000}});
    return read_document(folder / "a.xlsx");
}

std::string part_of(const Sheet& sheet, const std::string& part) {
    const Folder folder;
    write_workbook(folder / "a.xlsx", {{sheet}, {}});
    auto archive = Archive::open(folder / "a.xlsx");
    return *archive->read(part, 1 << 20);
}

TEST(Workbooks, ComeBackAsTheyWereWritten) {
    const auto document = written_and_read(ledger());
    EXPECT_EQ(
        shown(document),
        "[云岭区整改台账*5]\n[截至2024年6月30日，共2个问题*5]\n[序号|问题|措施|完成时限|完成率]\n"
        "[1|同样的问题|①加强学习|2024年6月30日|0.5]\n"
        "[1^|同样的问题^|②完善制度/建章立制|长期坚持]\n[2|同样的问题|=1+1]\n");
    EXPECT_EQ(document->blocks[0].table_name, "整改台账");
    EXPECT_EQ(document->title_property, "云岭区整改台账");
}

TEST(Workbooks, MergeOnlyWhatIsEqualAndBelongsTogether) {
    auto sheet = ledger();
    EXPECT_EQ(merged_rows(sheet, 0, 1), 2u);
    EXPECT_EQ(merged_rows(sheet, 2, 1), 1u);  // the same words, another problem
    sheet.columns[1].merged_by = 0;
    EXPECT_EQ(merged_rows(sheet, 0, 1), 3u);
    sheet.rows[1].values[1] = "别的问题";
    EXPECT_EQ(merged_rows(sheet, 0, 1), 1u);
    EXPECT_EQ(merged_rows(sheet, 0, 2), 1u);
    sheet.columns[2].merged_by = 3;  // more groups than the rows name
    EXPECT_EQ(merged_rows(sheet, 0, 2), 1u);
}

TEST(Workbooks, TellExcelHowToPrint) {
    const auto xml = part_of(ledger(), "xl/worksheets/sheet1.xml");
    for (const auto* expected :
         {"paperSize=\"9\"", "orientation=\"landscape\"", "fitToHeight=\"0\"",
          "<pageSetUpPr fitToPage=\"1\"/>", "第 &amp;P 页，共 &amp;N 页", "ySplit=\"3\"",
          "state=\"frozen\"", "<mergeCell ref=\"A4:A5\"/>"})
        EXPECT_NE(xml.find(expected), std::string::npos) << expected;
    EXPECT_NE(part_of(ledger(), "xl/workbook.xml").find("整改台账'!$1:$3"), std::string::npos);
}

TEST(Workbooks, NeverWriteAFormula) {
    Sheet sheet{
        .name = "a", .title = "=1", .note = "+1", .columns = {{.heading = "@a"}}, .rows = {}};
    for (const auto* text :
         {"=cmd|'/c calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "普通", "_x0041_"})
        sheet.rows.push_back({{std::string(text)}, {}});
    const auto xml = part_of(sheet, "xl/worksheets/sheet1.xml");
    EXPECT_EQ(xml.find("<f>"), std::string::npos);
    const auto document = written_and_read(sheet);
    EXPECT_EQ(shown(document),
              "[=1]\n[+1]\n[@a]\n[=cmd|'/c "
              "calc'!A0]\n[+1]\n[-1]\n[@SUM(1)]\n[=1]\n[=1]\n[普通]\n[_x0041_]\n");
    // The text format (49) where an edited cell would become a formula, and only there.
    const auto styles = part_of(sheet, "xl/styles.xml");
    EXPECT_NE(styles.find("numFmtId=\"49\""), std::string::npos);
    EXPECT_TRUE(looks_like_formula("=1"));
    EXPECT_FALSE(looks_like_formula("一=1"));
    EXPECT_FALSE(looks_like_formula(""));
}

TEST(Workbooks, HoldTextsThatExcelCannot) {
    EXPECT_EQ(fit_for_cell("甲\x01\x7f\r\n乙\r丙\xef\xbf\xbe\t丁"), "甲\n乙\n丙\t丁");
    std::string longest;
    for (int i = 0; i < 32'767; ++i) longest += "字";
    EXPECT_EQ(fit_for_cell(longest), longest);
    const auto cut = fit_for_cell(longest + "字");
    EXPECT_EQ(base::chars_in(cut), 32'767u);
    EXPECT_TRUE(cut.ends_with("字……（超出单元格容量，后文已略去）"));
    std::string wide;
    for (int i = 0; i < 16'384; ++i) wide += "𠮷";
    EXPECT_EQ(base::chars_in(fit_for_cell(wide)), (32'767u - 17) / 2 + 17);
    Sheet sheet{.name = "a",
                .title = "",
                .note = "",
                .columns = {{.heading = "a"}},
                .rows = {{{longest + "字"}, {}}}};
    EXPECT_EQ(written_and_read(sheet)->blocks[1].cells[0].text, cut);
}

TEST(Workbooks, OfferChoicesOfAnyLength) {
    auto sheet = ledger();
    for (int i = 0; i < 60; ++i)
        sheet.columns[3].choices.push_back("某某市某某区委办公室第" + std::to_string(i));
    const auto xml = part_of(sheet, "xl/worksheets/sheet1.xml");
    EXPECT_NE(xml.find("<formula1>可选值!$A$1:$A$60</formula1>"), std::string::npos);
    EXPECT_NE(xml.find("sqref=\"D4:D6\""), std::string::npos);
    EXPECT_EQ(written_and_read(sheet)->blocks.size(), 6u);  // the sheet of choices is hidden
}

TEST(Workbooks, ExplainTheirColumnsAndHaveLinesToFill) {
    auto sheet = ledger();
    sheet.columns[3].remark = "只写本单位";
    sheet.columns[3].choices = {"是", "否"};
    sheet.rows_to_fill = 40;
    const auto xml = part_of(sheet, "xl/worksheets/sheet1.xml");
    EXPECT_NE(xml.find("sqref=\"D4:D46\""), std::string::npos);
    EXPECT_NE(part_of(sheet, "xl/comments1.xml").find("只写本单位"), std::string::npos);
    const auto read = written_and_read(sheet);
    EXPECT_EQ(read->blocks.size(), 6u);  // empty lines say nothing
    EXPECT_EQ(read->blocks.back().sheet_row, 6);
}

TEST(Workbooks, NameTheirSheetsAsExcelDemands) {
    EXPECT_EQ(fit_for_sheet_name("一/二[三]:*?\\'"), "一二三");
    EXPECT_EQ(fit_for_sheet_name("'"), "Sheet");
    EXPECT_EQ(base::chars_in(fit_for_sheet_name(std::string(100, 'a'))), 31u);
    const Folder folder;
    Sheet one{.name = "台账", .title = "", .note = "", .columns = {{.heading = "a"}}, .rows = {}};
    Sheet other = one;
    other.name = "台账/";
    write_workbook(folder / "a.xlsx", {{one, other, {}}, {}});
    const auto document = read_document(folder / "a.xlsx");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->blocks[0].table_name, "台账");
    EXPECT_EQ(document->blocks[1].table_name, "台账(2)");
}

TEST(Workbooks, SayWhenTheyCannotBeWritten) {
    EXPECT_THROW(write_workbook("/nowhere/a.xlsx", {{ledger()}, {}}), std::runtime_error);
}

TEST(Layout, CountsTheLinesOfWrappedChinese) {
    EXPECT_EQ(wrapped_lines("", 10), 1);
    EXPECT_EQ(wrapped_lines("一二三四五", 10), 1);
    EXPECT_EQ(wrapped_lines("一二三四五六", 10), 2);
    EXPECT_EQ(wrapped_lines("一二三四五。", 10), 2);  // 。 takes 五 along
    EXPECT_EQ(wrapped_lines("一二三四五。六七八九十", 10), 3);
    EXPECT_EQ(wrapped_lines("一\n\n二", 10), 3);
    EXPECT_EQ(wrapped_lines("abc defgh ijk", 8), 3);
    EXPECT_EQ(wrapped_lines("abcdefghijklmnop", 8), 2);
    EXPECT_EQ(wrapped_lines("（（（（（（（（", 4), 4);
    EXPECT_EQ(width_of("整改ab\n一"), 6);
}

TEST(Layout, BeginsAPageWithAGroupThatWouldBeTorn) {
    auto sheet = ledger();
    sheet.rows.clear();
    for (std::int64_t group = 0; group < 12; ++group)
        for (int row = 0; row < 4; ++row)
            sheet.rows.push_back({{group, "问题", "一\n二\n三"}, {group}});
    const auto layout = layout_of(sheet);
    ASSERT_FALSE(layout.page_starts.empty());
    for (const auto row : layout.page_starts) EXPECT_EQ(row % 4, 0u);
    // One group larger than half a page is left to the printer.
    for (auto& row : sheet.rows) row.groups = {1}, row.values[0] = std::int64_t{1};
    EXPECT_TRUE(layout_of(sheet).page_starts.empty());
}

TEST(Layout, MakesRoomForEveryText) {
    auto sheet = ledger();
    const auto before = layout_of(sheet);
    EXPECT_GT(before.row_points[1], before.row_points[0]);  // two lines
    std::string problem;
    for (int i = 0; i < 200; ++i) problem += "问题";
    sheet.rows[0].values[1] = sheet.rows[1].values[1] = problem;  // merged over two rows
    const auto after = layout_of(sheet);
    EXPECT_GE(after.row_points[0] + after.row_points[1], 40 * 14.0 - 20);
    EXPECT_EQ(after.column_chars[1], 20);
    sheet.rows[2].values[2] = problem + problem;  // cannot be that high in 30 characters
    const auto wide = layout_of(sheet);
    EXPECT_GT(wide.column_chars[2], 30);
    EXPECT_LE(wide.row_points[2], 409);
}

}  // namespace
}  // namespace office
