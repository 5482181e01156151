// Templates of Excel: cells, rows that repeat, and everything that names rows following them.
#include "base/utf8.hpp"
#include "office/cell_text.hpp"
#include "office/sheet_refs.hpp"
#include "office/template_samples.hpp"

namespace office {
namespace {

using namespace sample;

std::string text_cell(std::string_view at, std::string_view text, std::string_view style = "1") {
    return "<c r=\"" + std::string(at) + "\" s=\"" + std::string(style) +
           "\" t=\"inlineStr\"><is><t>" + std::string(text) + "</t></is></c>";
}
std::string formula_cell(std::string_view at, std::string_view formula) {
    return "<c r=\"" + std::string(at) + "\"><f>" + std::string(formula) + "</f><v>9</v></c>";
}
std::string sheet_row(int number, std::string_view cells, std::string_view more = {}) {
    return "<row r=\"" + std::to_string(number) + "\"" + std::string(more) + ">" +
           std::string(cells) + "</row>";
}
std::string sheet_of(const std::string& made) {
    return part_of(made, "xl/worksheets/sheet1.xml");
}
const std::string problem_rows =
    sheet_row(1, text_cell("A1", "{{名称}}")) +
    sheet_row(2,
              text_cell("A2", "{{#问题}}{{问题.编号}}") + text_cell("B2", "{{问题.内容}}{{/问题}}"),
              " ht=\"30\"") +
    sheet_row(3, text_cell("A3", "合计") + formula_cell("B3", "SUM(A2:A2)+A$1"));

TEST(ExcelTemplate, repeats_rows_and_moves_what_stands_below) {
    const auto made = filled(excel_template(problem_rows));
    EXPECT_EQ(shown_again(made, ".xlsx"), "[财政局整改]\n[1|采购不规范]\n[2|预算<慢>&]\n[合计|]\n");
    const auto xml = sheet_of(made);
    EXPECT_NE(xml.find("<c r=\"B4\"><f>SUM(A2:A3)+A$1</f></c>"), std::string::npos) << xml;
    EXPECT_EQ(xml.find("ht=\"30\""), std::string::npos) << "worked out for other content: " << xml;
}

TEST(ExcelTemplate, keeps_a_height_that_somebody_chose) {
    const auto made = filled(excel_template(
        sheet_row(1, text_cell("A1", "{{#问题}}{{问题.编号}}") + text_cell("B1", "{{/问题}}"),
                  " ht=\"30\" customHeight=\"1\"")));
    const auto xml = sheet_of(made);
    EXPECT_NE(xml.find("<row r=\"2\" ht=\"30\" customHeight=\"1\">"), std::string::npos) << xml;
}

TEST(ExcelTemplate, writes_numbers_as_numbers_and_texts_as_texts) {
    const auto made = filled(
        excel_template(sheet_row(1, text_cell("A1", "{{总数}}") + text_cell("B1", "共{{总数}}个") +
                                        text_cell("C1", "{{总数|大写数字}}"))));
    const auto xml = sheet_of(made);
    EXPECT_NE(xml.find("<c r=\"A1\" s=\"1\"><v>12</v></c>"), std::string::npos) << xml;
    EXPECT_EQ(shown_again(made, ".xlsx"), "[12|共12个|壹拾贰]\n");
}

TEST(ExcelTemplate, reads_shared_strings_also_with_several_looks) {
    const auto made = filled(excel_template(
        sheet_row(1, "<c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c>"), {},
        "<si><t>不变</t></si><si><r><rPr><b/></rPr><t>甲{{名</t></r><r><t>称}}乙</t></r></si>"));
    const auto xml = sheet_of(made);
    EXPECT_NE(xml.find("<rPr><b/></rPr><t xml:space=\"preserve\">甲财政局整改</t>"),
              std::string::npos)
        << xml;
    EXPECT_NE(xml.find("<c r=\"B1\" t=\"s\"><v>0</v></c>"), std::string::npos) << xml;
}

TEST(ExcelTemplate, merges_the_cells_of_a_problem_down_over_its_measures) {
    const auto made =
        filled(excel_template(sheet_row(1, text_cell("A1", "{{#问题}}{{问题.编号}}") +
                                               text_cell("B1", "{{#措施}}{{措施.内容}}") +
                                               text_cell("C1", "{{措施.数额}}{{/措施}}") +
                                               text_cell("D1", "{{问题.内容}}{{/问题}}")) +
                                  sheet_row(2, formula_cell("C2", "SUM(C1:C1)")),
                              "<mergeCells count=\"1\"><mergeCell ref=\"A2:B2\"/></mergeCells>"));
    EXPECT_EQ(shown_again(made, ".xlsx"),
              "[1|修订制度|1|采购不规范]\n[1^|公开结果|5|采购不规范^]\n[2|预算<慢>&]\n");
    const auto xml = sheet_of(made);
    EXPECT_NE(xml.find("<c r=\"D3\""), std::string::npos) << xml;
    EXPECT_NE(xml.find("<mergeCell ref=\"A1:A2\"/>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<mergeCell ref=\"D1:D2\"/>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<mergeCell ref=\"A4:B4\"/>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<f>SUM(C1:C3)</f>"), std::string::npos) << xml;
}

TEST(ExcelTemplate, repeats_within_a_cell_that_is_merged_down) {
    const auto made = filled(excel_template(sheet_row(
        1, text_cell("A1", "{{#问题}}{{#措施}}{{措施.内容}}；{{/措施}}") +
               text_cell("B1", "{{#措施}}{{措施.内容}}") + text_cell("C1", "{{/措施}}{{/问题}}"))));
    const auto xml = sheet_of(made);
    EXPECT_NE(xml.find("修订制度；公开结果；"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<mergeCell ref=\"A1:A2\"/>"), std::string::npos) << xml;
}

TEST(ExcelTemplate, lets_formulas_of_a_repeated_row_speak_of_their_own_row) {
    const auto made = filled(excel_template(sheet_row(1, formula_cell("A1", "B3")) +
                                            sheet_row(2, text_cell("A2", "{{#问题}}{{问题.编号}}") +
                                                             formula_cell("B2", "A2*2+$A$1") +
                                                             text_cell("C2", "{{/问题}}")) +
                                            sheet_row(3, text_cell("B3", "x"))));
    const auto xml = sheet_of(made);
    EXPECT_NE(xml.find("<c r=\"B3\"><f>A3*2+$A$1</f></c>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<c r=\"A1\"><f>B4</f></c>"), std::string::npos) << xml;
}

TEST(ExcelTemplate, repeats_blocks_of_rows_with_lists_inside) {
    const auto rows = sheet_row(1, text_cell("A1", "{{#问题}}{{问题.内容}}")) +
                      sheet_row(2, text_cell("A2", "{{#措施}}{{措施.内容}}") +
                                       text_cell("B2", "{{措施.数额}}{{/措施}}")) +
                      sheet_row(4, text_cell("A4", "小计") + formula_cell("B4", "SUM(B2:B2)") +
                                       text_cell("C4", "{{/问题}}")) +
                      sheet_row(5, formula_cell("B5", "SUM(B1:B4)"));
    const auto xml = sheet_of(filled(excel_template(rows)));
    EXPECT_NE(xml.find("<c r=\"B5\"><f>SUM(B2:B3)</f></c>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<c r=\"B9\"><f>SUM(B7:B7)</f></c>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<c r=\"B10\"><f>SUM(B1:B9)</f></c>"), std::string::npos) << xml;
}

TEST(ExcelTemplate, leaves_the_row_of_an_empty_list_once) {
    auto root = two_problems();
    root.lists[0].clear();
    const auto xml = sheet_of(filled(excel_template(problem_rows), root));
    EXPECT_NE(xml.find("<c r=\"A2\" s=\"1\"/>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("SUM(A2:A2)"), std::string::npos) << xml;
}

TEST(ExcelTemplate, lets_print_areas_rules_breaks_and_filters_follow) {
    const auto made = filled(excel_template(
        problem_rows,
        "<autoFilter ref=\"A1:B3\"/><mergeCells count=\"1\"><mergeCell ref=\"A2:B2\"/></mergeCells>"
        "<conditionalFormatting sqref=\"A2:B2\"><cfRule><formula>$A2&gt;0</formula></cfRule>"
        "</conditionalFormatting><rowBreaks><brk id=\"3\"/></rowBreaks>"));
    const auto xml = sheet_of(made);
    EXPECT_NE(xml.find("<autoFilter ref=\"A1:B4\"/>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("sqref=\"A2:B3\""), std::string::npos) << xml;
    EXPECT_NE(xml.find("<mergeCells count=\"2\"><mergeCell ref=\"A2:B2\"/><mergeCell "
                       "ref=\"A3:B3\"/></mergeCells>"),
              std::string::npos)
        << xml;
    EXPECT_NE(xml.find("<brk id=\"4\"/>"), std::string::npos) << xml;
    const auto book = part_of(made, "xl/workbook.xml");
    EXPECT_NE(book.find("台账!$A$1:$C$10"), std::string::npos) << book;
    EXPECT_NE(book.find("</definedNames><calcPr fullCalcOnLoad=\"1\"/>"), std::string::npos)
        << book;
}

TEST(ExcelTemplate, takes_charts_along_with_the_rows_they_show) {
    const std::string ns =
        R"(xmlns="http://schemas.openxmlformats.org/package/2006/relationships")";
    const auto link = [&](std::string_view type, std::string_view target) {
        return "<Relationships " + ns + R"(><Relationship Id="r1" Type="http://x/)" +
               std::string(type) + R"(" Target=")" + std::string(target) + R"("/></Relationships>)";
    };
    const auto made = filled(excel_template(
        sheet_row(1, text_cell("A1", "{{#问题}}{{问题.编号}}") +
                         text_cell("B1", "{{问题.内容}}{{/问题}}")) +
            sheet_row(2, text_cell("A2", "合计")),
        {}, {},
        {{"xl/worksheets/_rels/sheet1.xml.rels", link("drawing", "../drawings/drawing1.xml")},
         {"xl/drawings/_rels/drawing1.xml.rels", link("chart", "../charts/chart1.xml")},
         {"xl/drawings/drawing1.xml", "<d><from><row>3</row></from></d>"},
         {"xl/charts/chart1.xml",
          "<c><v><f>台账!$A$1:$A$1</f></v><v><f>台账!$A$2</f></v><t>图1</t></c>"}}));
    EXPECT_EQ(part_of(made, "xl/charts/chart1.xml"),
              "<c><v><f>台账!$A$1:$A$2</f></v><v><f>台账!$A$3</f></v><t>图1</t></c>");
    EXPECT_NE(part_of(made, "xl/drawings/drawing1.xml").find("<row>4</row>"), std::string::npos);
}

TEST(ExcelTemplate, writes_out_formulas_that_are_written_once) {
    const auto made = filled(excel_template(
        sheet_row(1, text_cell("A1", "{{名称}}")) +
        sheet_row(2, "<c r=\"B2\"><f t=\"shared\" ref=\"B2:B3\" si=\"0\">A2+$A$1</f></c>") +
        sheet_row(3, "<c r=\"B3\"><f t=\"shared\" si=\"0\"/></c>")));
    const auto xml = sheet_of(made);
    EXPECT_NE(xml.find("<c r=\"B3\"><f>A3+$A$1</f></c>"), std::string::npos) << xml;
}

TEST(ExcelTemplate, drops_the_order_of_calculation) {
    const auto links =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
        R"(<Relationship Id="r9" Type="http://x/calcChain" Target="calcChain.xml"/>)"
        R"(<Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>)"
        R"(</Relationships>)";
    Parts parts{
        {"xl/calcChain.xml", "<a/>"},
        {"[Content_Types].xml", "<Types><Override PartName=\"/xl/calcChain.xml\"/></Types>"},
        {"xl/_rels/workbook.xml.rels", links}};
    parts.emplace_back("_rels/.rels", main_link("xl/workbook.xml"));
    parts.emplace_back("xl/workbook.xml",
                       "<workbook xmlns:r=\"http://r\"><sheets><sheet name=\"a\" "
                       "r:id=\"r1\"/></sheets></workbook>");
    parts.emplace_back("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" +
                                                       sheet_row(1, text_cell("A1", "{{名称}}")) +
                                                       "</sheetData></worksheet>");
    const auto made = filled(bytes_of_archive(parts));
    EXPECT_EQ(part_of(made, "[Content_Types].xml"), "<Types></Types>");
    EXPECT_EQ(part_of(made, "xl/_rels/workbook.xml.rels").find("calcChain"), std::string::npos);
    EXPECT_FALSE(Archive::open_bytes(made)->has("xl/calcChain.xml"));
}

TEST(ExcelTemplate, fills_headers_and_footers_of_pages) {
    const auto made = filled(excel_template(
        problem_rows, "<headerFooter><oddHeader>&amp;C{{名称}}</oddHeader></headerFooter>"));
    EXPECT_NE(sheet_of(made).find("<oddHeader>&amp;C财政局整改</oddHeader>"), std::string::npos);
}

TEST(ExcelTemplate, names_each_fault_by_its_cell) {
    const auto faults = [](std::string_view rows, std::string_view behind = {}) {
        return faults_of(excel_template(rows, behind));
    };
    const auto unknown = faults(sheet_row(7, text_cell("B7", "{{名稱}}")));
    EXPECT_EQ(unknown,
              "工作表“台账”B7：没有 {{名稱}} "
              "这个字段。可能要用的是：名称。全部字段见模板页面的字段表。\n");
    EXPECT_NE(faults(sheet_row(1, text_cell("A1", "{{#问题}}"))).find("没有结束标记"),
              std::string::npos);
    EXPECT_NE(faults(sheet_row(1, formula_cell("A1", "\"{{名称}}\""))).find("公式里不能写标记"),
              std::string::npos);
    EXPECT_NE(faults(sheet_row(1, text_cell("A1", "{{#问题}}") + text_cell("B1", "{{/问题}}") +
                                      text_cell("C1", "{{?总数}}") + text_cell("D1", "{{/总数}}")))
                  .find("落在同一段或同一行"),
              std::string::npos);
    EXPECT_NE(faults(sheet_row(1, text_cell("ALM1", "{{名称}}"))).find("第 1001 列"),
              std::string::npos);
    EXPECT_NE(faults(sheet_row(1, text_cell("A1", "x")),
                     "<headerFooter><oddHeader>{{问题.编号}}</oddHeader></headerFooter>")
                  .find("页眉页脚"),
              std::string::npos);
    const auto box = excel_template(sheet_row(1, text_cell("A1", "x")), {}, {},
                                    {{"xl/drawings/drawing1.xml", "<a>{{名称}}</a>"}});
    EXPECT_NE(faults_of(box).find("文本框或图形"), std::string::npos);
    EXPECT_EQ(faults_of(excel_template("", "", "", {{"xl/vbaProject.bin", "x"}})),
              "refused template_has_macros");
}

TEST(ExcelTemplate, puts_in_rare_characters_and_no_more_than_a_cell_holds) {
    auto root = two_problems();
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += "𠮷";
    const auto made = [&](std::string text) {
        root.values[0] = std::move(text);
        return shown_again(filled(excel_template(sheet_row(1, text_cell("A1", "{{名称}}"))), root),
                           ".xlsx");
    };
    EXPECT_EQ(made(many), "[" + many + "]\n");
    EXPECT_EQ(made("甲\xed\xa0\x80乙").find('\xed'), std::string::npos) << "no half of a pair";
    // Excel counts UTF-16 units, and calls a file with a longer text damaged.
    const auto cut = made(many + many);
    EXPECT_LE(2 * base::chars_in(cut), cell_units_max + 60) << "each is two units";
    EXPECT_NE(cut.find("𠮷"), std::string::npos);
}

TEST(ExcelTemplate, fills_a_thousand_columns) {
    std::string cells;
    for (int i = 1; i <= 1'000; ++i) cells += text_cell(column_letters(i) + "1", "{{总数}}");
    const auto xml = sheet_of(filled(excel_template(sheet_row(1, cells))));
    EXPECT_NE(xml.find("<c r=\"ALL1\" s=\"1\"><v>12</v></c>"), std::string::npos)
        << xml.substr(xml.size() - 200);
    EXPECT_EQ(xml.find("{{"), std::string::npos);
}

TEST(SheetRefs, follow_rows_and_nothing_else) {
    const RowOf shifted = [](std::string_view sheet, int row, RefEnd end) {
        if (!sheet.empty() && sheet != "台 账") return row;
        return row + (end == RefEnd::last ? 20 : 10);
    };
    EXPECT_EQ(with_rows("SUM(A1:$B$2)&\"A1\"&LOG10(5)+1.5", shifted),
              "SUM(A11:$B$22)&\"A1\"&LOG10(5)+1.5");
    EXPECT_EQ(with_rows("'台 账'!A1+别表!A1+[1]Sheet1!A1+表[A1]", shifted),
              "'台 账'!A11+别表!A1+[1]Sheet1!A1+表[A1]");
    EXPECT_EQ(with_rows("$1:$2,A:B,Q1_x,金额1", shifted), "$11:$22,A:B,Q1_x,金额1");
    EXPECT_EQ(copied_to("A1+$B$2+C$3", 2, 1), "B3+$B$2+D$3");
    EXPECT_EQ(column_letters(28), "AB");
    EXPECT_EQ(to_text(*read_range("$B$2:C3")), "B2:C3");
}

}  // namespace
}  // namespace office
