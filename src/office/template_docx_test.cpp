// Templates of Word: what is put where, what is repeated, and every fault by its place.
#include "office/template_samples.hpp"

namespace office {
namespace {

using namespace sample;

std::string document_of(std::string_view body, const Record& root = two_problems()) {
    return part_of(filled(word_template(body), root), "word/document.xml");
}
std::string shown_of(std::string_view body, const Record& root = two_problems()) {
    return shown_again(filled(word_template(body), root), ".docx");
}
std::string faults(std::string_view body) {
    return faults_of(word_template(body));
}
std::string runs(std::initializer_list<std::string_view> texts) {
    std::string xml = "<w:p>";
    for (const auto text : texts)
        xml += "<w:r><w:rPr><w:b/></w:rPr><w:t>" + std::string(text) + "</w:t></w:r>";
    return xml + "</w:p>";
}

TEST(WordTemplate, puts_fields_in_the_place_of_their_marks) {
    EXPECT_EQ(shown_of(paragraph("{{名称}}：共{{ 总数 }}个，完成{{完成率}}，{{今天|年月}}")),
              "财政局整改：共12个，完成66.7%，2024年6月\n");
    EXPECT_EQ(shown_of(paragraph("{{总数|中文数字}}、{{总数｜大写数字}}、{{今天|中文年月日}}")),
              "十二、壹拾贰、二〇二四年六月三十日\n");
    EXPECT_EQ(shown_of(paragraph("{{完成率|整百分比}}{{今天|数字}}{{总数|小写}}")),
              "67%2024-06-3012\n");
}

TEST(WordTemplate, joins_what_word_split_into_runs_and_keeps_the_first_look) {
    const auto xml = document_of(runs({"甲{", "{名", "称}", "}乙"}));
    EXPECT_NE(xml.find("甲财政局整改</w:t></w:r>"), std::string::npos) << xml;
    EXPECT_NE(xml.find("<w:t xml:space=\"preserve\">乙</w:t>"), std::string::npos) << xml;
    EXPECT_EQ(xml.find("名"), std::string::npos) << xml;
}

TEST(WordTemplate, leaves_everything_else_byte_for_byte) {
    const std::string before = "<w:p w:rsidR=\"00A1\"><w:pPr><w:jc w:val='both' /></w:pPr></w:p>";
    const auto xml = document_of(before + paragraph("{{名称}}") + "<!-- x -->");
    EXPECT_NE(xml.find(before), std::string::npos) << xml;
    EXPECT_NE(xml.find("<!-- x -->"), std::string::npos) << xml;
    const std::string odd = "<a  b = 'c'/>";
    const auto whole = word_template(paragraph("{{名称}}"), {{"word/styles.xml", odd}});
    EXPECT_EQ(part_of(filled(whole), "word/styles.xml"), odd);
}

TEST(WordTemplate, writes_line_breaks_and_what_xml_reserves) {
    auto root = two_problems();
    root.values[0] = std::string("第一行\n<第二行>&\x01");
    const auto xml = document_of(paragraph("{{名称}}"), root);
    EXPECT_NE(xml.find("第一行</w:t><w:br/><w:t xml:space=\"preserve\">&lt;第二行&gt;&amp;</w:t>"),
              std::string::npos)
        << xml;
    EXPECT_EQ(
        shown_of(paragraph("{{#问题}}") + paragraph("{{问题.单位|分行}}") + paragraph("{{/问题}}")),
        "预算科\n采购科\n预算科\n采购科\n");
}

TEST(WordTemplate, repeats_paragraphs_and_drops_those_that_hold_only_marks) {
    EXPECT_EQ(shown_of(paragraph("前") + paragraph("{{#问题}}") +
                       paragraph("{{问题.编号}}．{{问题.内容}}") + paragraph("{{/问题}}") +
                       paragraph("后")),
              "前\n1．采购不规范\n2．预算<慢>&\n后\n");
    EXPECT_EQ(shown_of(paragraph("{{#问题}}{{问题.编号}}") + paragraph("{{内容}}{{/问题}}")),
              "1\n采购不规范\n2\n预算<慢>&\n");
}

TEST(WordTemplate, repeats_within_a_paragraph_also_over_runs) {
    EXPECT_EQ(shown_of(paragraph("{{#问题}}{{问题.编号}}、{{/问题}}完")), "1、2、完\n");
    const auto xml = document_of(runs({"{{#问题}}第{{问题.编号}}", "号；{{/问题}}完"}));
    EXPECT_NE(xml.find("号；</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"), std::string::npos) << xml;
    EXPECT_EQ(shown_of(runs({"{{#问题}}第{{问题.编号}}", "号；{{/问题}}完"})),
              "第1号；第2号；完\n");
}

TEST(WordTemplate, shows_what_a_condition_asks_for) {
    EXPECT_EQ(
        shown_of(paragraph("{{?总数}}有{{/?总数}}{{!总数}}没有{{/!总数}}{{?问题}}列出{{/问题}}")),
        "有列出\n");
    EXPECT_EQ(shown_of(paragraph("{{#问题}}") + paragraph("{{?措施}}") + paragraph("{{内容}}") +
                       paragraph("{{/?措施}}") + paragraph("{{/问题}}")),
              "采购不规范\n");
}

TEST(WordTemplate, repeats_rows_of_a_table) {
    const auto rows =
        row(cell("题头") + cell("内容")) +
        row(cell("{{#问题}}{{问题.编号}}") + cell("{{问题.内容}}{{/问题}}"), "<w:cantSplit/>");
    EXPECT_EQ(shown_of(table(rows)), "[题头|内容]\n[1|采购不规范]\n[2|预算<慢>&]\n");
    const auto xml = document_of(table(rows));
    EXPECT_NE(xml.find("<w:cantSplit/>", xml.find("<w:cantSplit/>") + 1), std::string::npos);
}

TEST(WordTemplate, repeats_several_rows_with_their_merged_cells) {
    const auto rows =
        row(cell("{{#问题}}") + cell("")) +
        row(cell("{{问题.编号}}", "<w:vMerge w:val=\"restart\"/>") + cell("{{问题.内容}}")) +
        row(cell("", "<w:vMerge/>") + cell("{{问题.单位}}")) + row(cell("{{/问题}}") + cell(""));
    EXPECT_EQ(shown_of(table(rows)),
              "[1|采购不规范]\n[1^|预算科、采购科]\n[2|预算<慢>&]\n[2^|预算科、采购科]\n");
}

TEST(WordTemplate, merges_the_cells_of_a_problem_down_over_its_measures) {
    const auto rows = row(cell("{{#问题}}{{问题.编号}}") + cell("{{#措施}}{{措施.内容}}") +
                          cell("{{措施.时限}}{{/措施}}") + cell("{{问题.内容}}{{/问题}}"));
    EXPECT_EQ(shown_of(table(rows)),
              "[1|修订制度|2024年6月30日|采购不规范]\n[1^|公开结果|2024年6月30日|采购不规范^]\n"
              "[2|||预算<慢>&]\n");
    const auto xml = document_of(table(rows));
    EXPECT_NE(xml.find("<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"), std::string::npos) << xml;
}

TEST(WordTemplate, repeats_within_a_cell_that_is_merged_down) {
    const auto rows = row("<w:tc>" + paragraph("{{#问题}}") + paragraph("{{?总数}}") +
                          paragraph("第{{问题.编号}}号") + paragraph("{{/总数}}") + "</w:tc>" +
                          cell("{{#措施}}{{措施.内容}}{{/措施}}") + cell("{{#措施}}{{措施.内容}}") +
                          cell("{{/措施}}{{/问题}}"));
    EXPECT_EQ(shown_of(table(rows)),
              "[第1号|修订制度公开结果|修订制度|]\n[第1号^|修订制度公开结果^|公开结果|]\n"
              "[第2号|||]\n");
}

TEST(WordTemplate, puts_the_merge_where_the_schema_wants_it) {
    const auto rows = row(
        "<w:tc><w:tcPr><w:tcW w:w=\"9\"/><w:shd/></w:tcPr>" + paragraph("{{#问题}}{{问题.编号}}") +
        "</w:tc><w:tc>" + paragraph("{{#措施}}{{措施.内容}}") + "</w:tc><w:tc>" +
        paragraph("{{/措施}}") + "</w:tc><w:tc>" + paragraph("{{/问题}}") + "</w:tc>");
    const auto xml = document_of(table(rows));
    EXPECT_NE(xml.find("<w:tcW w:w=\"9\"/><w:vMerge w:val=\"restart\"/><w:shd/>"),
              std::string::npos)
        << xml;
    EXPECT_NE(xml.find("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:pPr></w:pPr></w:p></w:tc>"),
              std::string::npos)
        << xml;
}

TEST(WordTemplate, keeps_a_paragraph_in_a_cell_that_loses_all) {
    const auto body = table(row("<w:tc>" + paragraph("{{?超}}") + "</w:tc>"));
    EXPECT_NE(faults(body).find("没有"), std::string::npos);
    auto root = two_problems();
    root.lists[0].clear();
    const auto xml =
        document_of(table(row("<w:tc>" + paragraph("{{#问题}}") + paragraph("{{问题.内容}}") +
                              paragraph("{{/问题}}") + "</w:tc>")),
                    root);
    EXPECT_NE(xml.find("<w:tc><w:p/></w:tc>"), std::string::npos) << xml;
}

TEST(WordTemplate, fills_headers_and_nested_tables) {
    const std::string links =
        R"(<Relationships xmlns="x"><Relationship Id="r1" Type="http://x/header" )"
        R"(Target="header1.xml"/></Relationships>)";
    const auto whole = word_template(
        table(row("<w:tc>" + table(row(cell("{{#问题}}{{问题.编号}}") + cell("{{/问题}}"))) +
                  paragraph("") + "</w:tc>")),
        {{"word/_rels/document.xml.rels", links},
         {"word/header1.xml", word_part("hdr", paragraph("{{名称}}"))}});
    const auto made = filled(whole);
    EXPECT_NE(part_of(made, "word/header1.xml").find("财政局整改"), std::string::npos);
    const auto xml = part_of(made, "word/document.xml");
    EXPECT_NE(xml.find(">2</w:t>"), std::string::npos) << xml;
    const auto wrong = word_template(
        paragraph("x"), {{"word/_rels/document.xml.rels", links},
                         {"word/header1.xml", word_part("hdr", paragraph("{{名字}}"))}});
    EXPECT_EQ(faults_of(wrong).substr(0, 13), "页眉第1段") << faults_of(wrong);
}

TEST(WordTemplate, names_each_fault_by_its_place) {
    EXPECT_EQ(faults(paragraph("") + paragraph("{{名稱}}")),
              "第2段：没有 {{名稱}} 这个字段。可能要用的是：名称。全部字段见模板页面的字段表。\n");
    EXPECT_EQ(faults(paragraph("{{问题.编号}}")),
              "第1段：{{问题.编号}} 写在了循环之外。请放进 {{#问题}} … {{/问题}} 之间。\n");
    EXPECT_EQ(
        faults(paragraph("{{今天|百分比}}")),
        "第1段：{{今天|百分比}} 的格式写得不对。这里可以用：年月日、年月、数字、中文年月日。\n");
    EXPECT_EQ(faults(paragraph("{{#总数}}{{/总数}}")),
              "第1段：{{#总数}} 不是列表，不能循环。可以循环的有：问题。\n");
    EXPECT_EQ(faults(paragraph("{{问题}}")),
              "第1段：{{问题}} 是列表，不能直接写成字段。请用 {{#问题}} 开始循环。\n");
    const auto places =
        faults(table(row(cell("x"))) + table(row(cell("x")) + row(cell("x") + cell("{{名}}"))));
    EXPECT_EQ(places.substr(0, 21), "表2第2行第2格：") << places;
}

TEST(WordTemplate, names_loops_that_are_not_closed_that_cross_or_are_misplaced) {
    EXPECT_NE(faults(paragraph("{{#问题}}{{编号}}")).find("第1段：{{#问题}} 没有结束标记"),
              std::string::npos);
    EXPECT_NE(faults(paragraph("{{/问题}}")).find("没有对应的开始标记"), std::string::npos);
    EXPECT_NE(faults(paragraph("{{#问题}}{{?总数}}{{/问题}}{{/总数}}")).find("交叉"),
              std::string::npos);
    EXPECT_NE(
        faults(paragraph("{{#问题}}") + table(row(cell("{{/问题}}")))).find("不在可以重复的位置"),
        std::string::npos);
    EXPECT_NE(
        faults(paragraph("{{#问题}}") + paragraph("{{/问题}}{{?总数}}") + paragraph("{{/总数}}"))
            .find("第2段：{{?总数}} 与 {{#问题}} 落在同一段"),
        std::string::npos);
    EXPECT_NE(faults(paragraph("{{名称")).find("没有写完"), std::string::npos);
    EXPECT_NE(faults(paragraph("名称}}")).find("多余的 }}"), std::string::npos);
    EXPECT_NE(faults(paragraph("{{ }}")).find("没有写字段"), std::string::npos);
}

TEST(WordTemplate, names_marks_where_none_can_be_filled) {
    EXPECT_NE(faults("<w:p><w:ins><w:r><w:t>{{名称}}</w:t></w:r></w:ins></w:p>").find("修订标记"),
              std::string::npos);
    EXPECT_NE(faults("<w:p><w:del><w:r><w:delText>{{名称}}</w:delText></w:r></w:del></w:p>")
                  .find("修订标记"),
              std::string::npos);
    EXPECT_NE(faults("<w:p><w:r><w:pict><w:txbxContent>" + paragraph("{{名称}}") +
                     "</w:txbxContent></w:pict></w:r></w:p>")
                  .find("第1段：{{名称}} 写在了文本框里"),
              std::string::npos);
    EXPECT_NE(
        faults("<w:p><w:r><w:instrText>REF {{名称}}</w:instrText></w:r></w:p>").find("域代码"),
        std::string::npos);
    const auto comment = word_template(paragraph("x"), {{"word/comments.xml", "<a>{{名称}}</a>"}});
    EXPECT_NE(faults_of(comment).find("批注：这里的标记"), std::string::npos);
    const auto chart =
        word_template(paragraph("x"), {{"word/charts/chart1.xml", "<a>{{名称}}</a>"}});
    EXPECT_NE(faults_of(chart).find("图表"), std::string::npos);
    const auto inside = word_template(
        paragraph("x"), {{"word/embeddings/a.xlsx", bytes_of_archive({{"xl/a.xml", "{{名称}}"}})}});
    EXPECT_NE(faults_of(inside).find("嵌入的文件"), std::string::npos);
    EXPECT_NE(faults("<w:p><w:r><w:drawing descr=\"{{名称}}\"/></w:r></w:p>").find("不能填写"),
              std::string::npos);
}

TEST(WordTemplate, refuses_what_no_template_can_be_made_of) {
    EXPECT_EQ(faults_of("这是文字"), "refused template_is_no_office_file");
    EXPECT_EQ(faults_of("PK\x03\x04 cut off"), "refused document_damaged");
    EXPECT_EQ(faults_of(word_template("<w:p>")), "refused document_damaged");
    EXPECT_EQ(faults_of(word_template("<w:p w:a=\"\xff\"/>")), "refused document_damaged");
    EXPECT_EQ(faults_of(word_template(paragraph("x"), {{"word/vbaProject.bin", "x"}})),
              "refused template_has_macros");
    EXPECT_EQ(faults_of(word_template(std::string(70u << 20, ' '))), "refused document_bomb");
    EXPECT_EQ(faults_of(bytes_of_archive({{"a.txt", "x"}})), "refused template_is_no_office_file");
}

TEST(WordTemplate, puts_in_rare_characters_long_texts_and_what_looks_like_a_mark) {
    auto root = two_problems();
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += "𠮷";
    root.values[0] = many + "{{总数}}";
    EXPECT_EQ(shown_of(runs({"{", "{名称", "}", "}完"}), root), many + "{{总数}}完\n");
    // Halves of pairs are no characters: what they stood in can still be opened.
    root.values[0] = std::string("甲\xed\xa0\x80乙\xed\xbf\xbf丙\xff");
    const auto shown = shown_of(paragraph("{{名称}}完"), root);
    EXPECT_NE(shown.find("甲"), std::string::npos) << shown;
    EXPECT_NE(shown.find("完"), std::string::npos) << shown;
    EXPECT_EQ(shown.find('\xed'), std::string::npos);
}

TEST(WordTemplate, fills_a_thousand_columns) {
    std::string row = "<w:tbl><w:tr>";
    for (int i = 0; i < 1'000; ++i) row += "<w:tc>" + paragraph("{{总数}}") + "</w:tc>";
    const auto xml = document_of(row + "</w:tr></w:tbl>");
    std::size_t filled = 0;
    for (auto at = xml.find(">12<"); at != xml.npos; at = xml.find(">12<", at + 1)) ++filled;
    EXPECT_EQ(filled, 1'000u);
}

TEST(WordTemplate, counts_nothing_against_a_file_without_marks) {
    const auto plain = word_template(paragraph("没有标记"));
    EXPECT_EQ(faults_of(plain), "");
    EXPECT_EQ(part_of(filled(plain), "word/document.xml"), part_of(plain, "word/document.xml"));
}

}  // namespace
}  // namespace office
