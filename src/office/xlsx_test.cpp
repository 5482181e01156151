// Workbooks written by hand, part by part, and by another library; sloppy and hostile ones
// included. What Excel shows is the yardstick, not what the file stores.
#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include "office/sample_files.hpp"
#include "office/xlsx_number.hpp"
#include "office/xlsx_strings.hpp"

namespace office {
namespace {

using namespace sample;

constexpr std::string_view xml = R"(<?xml version="1.0" encoding="UTF-8"?>)";

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"" + std::string(id) + "\" Type=\"http://x/relationships/" +
           std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

/// A workbook of one sheet with this content of the worksheet element.
Parts workbook_parts(std::string_view sheet, Parts further = {}, std::string_view properties = {}) {
    Parts parts{
        {"xl/workbook.xml",
         std::string(xml) + "<workbook xmlns:r=\"r\">" + std::string(properties) +
             "<sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships>" +
                                           relationship("rId7", "worksheet", "worksheets/any.xml") +
                                           "</Relationships>"},
        {"xl/worksheets/any.xml",
         std::string(xml) + "<worksheet>" + std::string(sheet) + "</worksheet>"}};
    for (auto& each : further) parts.push_back(std::move(each));
    return parts;
}

base::Result<Document> read_workbook(std::string_view sheet, Parts further = {},
                                     std::string_view properties = {}) {
    const Folder folder;
    write_archive(folder / "a.xlsx", workbook_parts(sheet, std::move(further), properties));
    return read_document(folder / "a.xlsx");
}

TEST(Xlsx, ReadsEveryKindOfCell) {
    const auto document = read_workbook(
        R"(<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c>)"
        R"(<c r="B1" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r><rPh>)"
        R"(<t>pinyin</t></rPh></is></c>)"
        R"(<c r="C1" t="str"><f>A1&amp;B1</f><v>公式</v></c><c r="D1" t="b">)"
        R"(<v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1">)"
        R"(<v>0.10000000000000001</v></c>)"
        R"(<c r="G1" t="s"><v>99</v></c><c r="H1"><v>320102199001011234</v></c></row></sheetData>)",
        {{"xl/sharedStrings.xml",
          "<sst><si><t>零</t></si><si><r><t>富</t></r><r><t>文_x000D_本</t></r><rPh "
          "sb=\"0\"><t>wén</t></rPh></si></sst>"}});
    EXPECT_EQ(shown(document), "[富文本|内联|公式|TRUE|#N/A|0.1|320102199001011234]\n");
    EXPECT_EQ(document->blocks[0].table_name, "台账");
    EXPECT_EQ(document->blocks[0].cells[6].column, 7);
}

TEST(Xlsx, CountsOnWhereReferencesAreMissing) {
    const auto document = read_workbook(
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c "
        "r=\"C2\"><v>3</v></c><c><v>4</v></c></row></sheetData>");
    ASSERT_TRUE(document);
    EXPECT_EQ(shown(document), "[1|2]\n[3|4]\n");
    EXPECT_EQ(document->blocks[1].cells[0].column, 2);
    EXPECT_EQ(document->blocks[1].cells[1].column, 3);
}

TEST(Xlsx, ResolvesMergedCellsThatAreNamedBehindTheRows) {
    const auto document = read_workbook(
        R"(<sheetData><row r="1"><c r="A1" t="str"><v>标题</v></c><c r="B1" s="3"/></row>)"
        R"(<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>①</v></c>)"
        R"(<c r="C2" t="str"><v>甲</v></c></row>)"
        R"(<row r="3"><c r="A3"/><c r="B3" t="str"><v>②</v></c></row><row r="4"/>)"
        R"(<row r="5"><c r="B5" t="str"><v>③</v></c></row><row r="6"><c r="A6"/></row></sheetData>)"
        R"(<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A6"/>)"
        R"(<mergeCell ref="C2:C3"/><mergeCell ref="bad"/></mergeCells>)");
    EXPECT_EQ(shown(document), "[标题*3]\n[1|①|甲]\n[1^|②|甲^]\n[1^|③]\n");
}

TEST(Xlsx, ShowsDatesAsTheirFormatDoes) {
    const Parts styles{
        {"xl/styles.xml",
         R"(<styleSheet><numFmts>)"
         R"(<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/>)"
         R"(</numFmts>)"
         R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/>)"
         R"(<xf numFmtId="58"/><xf numFmtId="22"/><xf numFmtId="9"/></cellXfs>)"
         R"(</styleSheet>)"}};
    const auto row = R"(<sheetData><row r="1"><c s="0"><v>45473</v></c><c s="1"><v>45473</v>)"
                     R"(</c><c s="2"><v>45473</v></c><c s="3"><v>45473</v></c>)"
                     R"(<c s="4"><v>45473.5</v></c><c s="5"><v>0.85</v></c><c s="1"><v>1</v>)"
                     R"(</c><c t="d"><v>2024-06-30T00:00:00</v></c></row></sheetData>)";
    EXPECT_EQ(shown(read_workbook(row, styles)),
              "[45473|2024年6月30日|2024年6月|6月30日|2024年6月30日 "
              "12:00|85%|1900年1月1日|2024年6月30日]\n");
    EXPECT_EQ(shown(read_workbook("<sheetData><row><c s=\"1\"><v>44011</v></c></row></sheetData>",
                                  styles, "<workbookPr date1904=\"1\"/>")),
              "[2024年6月30日]\n");
}

TEST(Xlsx, KnowsWhichFormatsAreDates) {
    const auto kind = [](std::string_view code) {
        const auto format = read_number_format(code);
        std::string letters;
        if (format.year) letters += 'y';
        if (format.month) letters += 'm';
        if (format.day) letters += 'd';
        if (format.time) letters += 't';
        if (format.percent_decimals >= 0) letters += '%' + std::to_string(format.percent_decimals);
        return letters;
    };
    EXPECT_EQ(kind("yyyy-mm-dd"), "ymd");
    EXPECT_EQ(kind("[$-804]yyyy\"年\"m\"月\"d\"日\";@"), "ymd");
    EXPECT_EQ(kind("h:mm"), "t");
    EXPECT_EQ(kind("[h]:mm:ss"), "t");
    EXPECT_EQ(kind("yyyy/m/d h:mm;@"), "ymdt");
    EXPECT_EQ(kind("mm:ss.0"), "t");
    EXPECT_EQ(kind("General"), "");
    EXPECT_EQ(kind("0.00E+00"), "");
    EXPECT_EQ(kind("#,##0\"项\""), "");
    EXPECT_EQ(kind("0.0%"), "%1");
    EXPECT_EQ(kind("[Red]0"), "");
    EXPECT_EQ(kind("@"), "");
}

TEST(Xlsx, LeavesHiddenSheetsOutAndNumbersTheTables) {
    const Folder folder;
    auto parts = workbook_parts("");
    parts[0].second =
        "<workbook xmlns:r='r'><sheets><sheet name='甲' r:id='a'/><sheet name='藏' "
        "state='veryHidden' r:id='b'/>"
        "<sheet name='乙' state='visible' r:id='c'/></sheets></workbook>";
    parts[1].second = "<Relationships>" + relationship("a", "worksheet", "/xl/1.xml") +
                      relationship("b", "worksheet", "2.xml") +
                      relationship("c", "worksheet", "../xl/3.xml") + "</Relationships>";
    for (const auto* name : {"1", "2", "3"})
        parts.push_back({std::string("xl/") + name + ".xml",
                         std::string("<worksheet><sheetData><row><c><v>") + name +
                             "</v></c></row></sheetData></worksheet>"});
    write_archive(folder / "a.xlsx", parts);
    const auto document = read_document(folder / "a.xlsx");
    EXPECT_EQ(shown(document), "[1]\n[3]\n");
    EXPECT_EQ(document->blocks[1].table, 1);
    EXPECT_EQ(document->blocks[1].table_name, "乙");
}

TEST(Xlsx, IgnoresEmptyCellsOfAnEndlessRowButRefusesFullOnes) {
    EXPECT_EQ(
        shown(read_workbook("<sheetData><row r=\"1\" spans=\"1:16384\"><c r=\"A1\"><v>1</v></c><c "
                            "r=\"XFD1\" s=\"1\"/></row></sheetData>")),
        "[1]\n");
    EXPECT_EQ(shown(read_workbook(
                  "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData>")),
              "refused document_too_many_blocks");
}

TEST(Xlsx, RefusesMergedCellsThatMultiplyALongText) {
    std::string sheet = "<sheetData>";
    for (int i = 1; i <= 6'000; ++i)
        sheet +=
            "<row r=\"" + std::to_string(i) + "\"><c r=\"B" + std::to_string(i) + "\"><v>" +
            std::to_string(i * 7) + "</v></c>" +
            (i == 1 ? "<c r=\"C1\" t=\"str\"><v>" + std::string(30'000, 'x') + "</v></c>" : "") +
            "</row>";
    sheet += "</sheetData><mergeCells><mergeCell ref=\"C1:C1048576\"/></mergeCells>";
    EXPECT_EQ(shown(read_workbook(sheet)), "refused document_too_many_blocks");
}

TEST(Xlsx, ReadsWhatAnotherWriterWrote) {
    const Folder folder;
    auto* workbook = workbook_new((folder / "a.xlsx").c_str());
    auto* sheet = workbook_add_worksheet(workbook, "整改台账");
    auto* day = workbook_add_format(workbook);
    format_set_num_format(day, "yyyy-mm-dd");
    worksheet_merge_range(sheet, 0, 0, 0, 2, "整改台账", nullptr);
    worksheet_write_string(sheet, 1, 0, "问题", nullptr);
    worksheet_write_string(sheet, 1, 1, "甲\n乙", nullptr);
    lxw_datetime date{2024, 6, 30, 0, 0, 0};
    worksheet_write_datetime(sheet, 1, 2, &date, day);
    worksheet_merge_range(sheet, 2, 0, 3, 0, "跨行", nullptr);
    worksheet_write_number(sheet, 2, 1, 12.5, nullptr);
    worksheet_write_boolean(sheet, 3, 1, 0, nullptr);
    ASSERT_EQ(workbook_close(workbook), LXW_NO_ERROR);
    EXPECT_EQ(shown(read_document(folder / "a.xlsx")),
              "[整改台账*3]\n[问题|甲/乙|2024年6月30日]\n[跨行|12.5]\n[跨行^|FALSE]\n");
}

TEST(Xlsx, UndoesExcelsEscapes) {
    std::string text = "前_x4E2D_后_x005F_x000A_ _xZZZZ_ _x0000__xD800_\x01";
    undo_escapes(text, 3);
    EXPECT_EQ(text, "前中后_x000A_ _xZZZZ_ ");
}

}  // namespace
}  // namespace office
