// Web pages as browsers forgive them, and attacks that must stay cheap.
// Lists, headings and tables with cells over rows and columns.
#include "office/html.hpp"

#include <gtest/gtest.h>

#include "office/html_tokens.hpp"
#include "office/sample_files.hpp"

namespace office {
namespace {

using sample::shown;

TEST(Html, ReadsParagraphsHeadingsAndBreaks) {
    EXPECT_EQ(shown(read_html(
                  "<!DOCTYPE html><html><head><title> 方案 </title><style>p{}</style>"
                  "<script>if(a<b)document.write('<p>x')</script></head><body>\n"
                  "<h1>整改方案</h1><!-- <p>注释</p> --><p>一、总体\n要求 A\nB<p>二、"
                  "<b>目标</b>&nbsp;&lt;10&#19975;&ldquo;好&rdquo;&amp;c&unknown;<br>三、</body>")),
              "# 整改方案\n一、总体要求 A B\n二、目标 <10万“好”&c&unknown;\n三、\n");
    EXPECT_EQ(read_html("<title>方案</title>")->title_property, "方案");
}

TEST(Html, ReadsCellsOverRowsAndColumns) {
    EXPECT_EQ(shown(read_html("<table><thead><tr><th>序号<th>问题<th colspan=2>措施</thead>"
                              "<tr><td rowspan=\"2\">1<td rowspan='3'>甲<td>①<td>6月"
                              "<tr><td>②<p>续</p><td>7月<tr><td>2<td>③<td></table>后")),
              "H[序号|问题|措施*2]\n[1|甲|①|6月]\n[1^|甲^|②/续|7月]\n[2|甲^|③|]\n后\n");
}

TEST(Html, PutsNestedTablesBehindTheirRow) {
    EXPECT_EQ(shown(read_html("<table><tr><td>外<table><tr><td>内</table>续<td>右</table>")),
              "[外/续|右]\n[内]\n");
}

TEST(Html, NumbersListItems) {
    EXPECT_EQ(
        shown(read_html(
            "<ol><li><p>甲</p><p>续</p></li><li>乙<ul><li>点</ul></ol><ol start=3 type=a><li>丙")),
        "1. 甲\n续\n2. 乙\n点\nc. 丙\n");
}

TEST(Html, ForgivesWhatBrowsersForgive) {
    EXPECT_EQ(shown(read_html("<p class=\"未关>甲</p><P>3<5 且 a</p ><td>散</td></table></ol><")),
              "甲\n3<5 且 a\n散\n<\n");
    EXPECT_EQ(shown(read_html("甲<!-- 未完")), "甲\n");
    EXPECT_EQ(shown(read_html("<script>甲")), "");
    EXPECT_EQ(shown(read_html("")), "");
}

TEST(Html, StaysCheapUnderAttack) {
    std::string deep, wide = "<table><tr>",
                      tall = "<table><tr><td rowspan=0>" + std::string(1 << 20, 'x');
    for (int i = 0; i < 20'000; ++i) {
        deep += "<table><tr><td>";
        wide += "<td>x";
        tall += "<tr><td>";
    }
    EXPECT_EQ(shown(read_html(deep)), "");
    EXPECT_EQ(shown(read_html(wide)), "refused document_too_many_blocks");
    EXPECT_EQ(read_html(tall)->blocks.size(), 1u);
}

TEST(Html, FindsAttributes) {
    EXPECT_EQ(html_attribute(" a=1 COLSPAN = \"2\" b", "colspan"), "2");
    EXPECT_EQ(html_attribute(" x='colspan=3' colspan=4/", "colspan"), "4/");
    EXPECT_EQ(html_attribute(" colspan", "colspan"), "");
}

TEST(Html, IsKnownByItsTags) {
    EXPECT_EQ(likeness_to_html("\n<!DOCTYPE HTML>"), 2);
    EXPECT_EQ(likeness_to_html("<div><p>甲</p></div>"), 2);
    EXPECT_EQ(likeness_to_html("比较 a<b 与 <br> 换行"), 1);
    EXPECT_EQ(likeness_to_html("一、甲"), 0);
}

}  // namespace
}  // namespace office
