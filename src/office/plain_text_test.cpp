// Text files in every encoding that arrives, and Markdown as pandoc writes it. The same document
// must read the same whatever its bytes.
#include <gtest/gtest.h>
#include <iconv.h>

#include "office/encoding.hpp"
#include "office/markdown.hpp"
#include "office/sample_files.hpp"

namespace office {
namespace {

using namespace sample;

std::string encoded(std::string text, const char* encoding) {
    std::string out(text.size() * 4, '\0');
    char *from = text.data(), *to = out.data();
    std::size_t from_left = text.size(), to_left = out.size();
    const auto handle = iconv_open(encoding, "UTF-8");
    EXPECT_EQ(iconv(handle, &from, &from_left, &to, &to_left), 0u);
    iconv_close(handle);
    out.resize(out.size() - to_left);
    return out;
}

TEST(PlainText, ReadsTheSameFromEveryEncoding) {
    const std::string text = "整改方案\r\n\r\n　一、总体要求\t1\r㐂𠮷镕\n最后一行";
    const std::string expected = "整改方案\n一、总体要求\t1\n㐂𠮷镕\n最后一行\n";
    const Folder folder;
    const auto read = [&](const std::string& bytes) {
        return shown(read_document(folder.write("a.txt", bytes)));
    };
    EXPECT_EQ(read(text), expected);
    EXPECT_EQ(read("\xef\xbb\xbf" + text), expected);
    EXPECT_EQ(read(encoded(text, "GB18030")), expected);
    EXPECT_EQ(read(encoded(text, "UTF-16LE")), expected);
    EXPECT_EQ(read(encoded(text, "UTF-16BE")), expected);
    EXPECT_EQ(read("\xff\xfe" + encoded(text, "UTF-16LE")), expected);
    EXPECT_EQ(read("\xfe\xff" + encoded(text, "UTF-16BE")), expected);
}

TEST(PlainText, RefusesWhatIsNoText) {
    const Folder folder;
    const auto read = [&](std::string_view bytes) {
        return shown(read_document(folder.write("a.txt", bytes)));
    };
    EXPECT_EQ(read(std::string_view("ab\0cdefghij\nk", 13)), "refused document_not_text");
    EXPECT_EQ(read("\x80\x81\xff\xff"), "refused document_not_text");
    EXPECT_EQ(read(std::string_view("\xff\xfe\x00\xd8\x41\x00", 6)), "refused document_not_text");
    EXPECT_EQ(read("甲\x07乙\x1a"), "甲乙\n");
    EXPECT_EQ(*text_of("a\rb\fc\r\nd"), "a\nb\nc\nd");
    EXPECT_EQ(read(""), "");
}

TEST(Markdown, ReadsPandocsMarksAsPlainText) {
    EXPECT_EQ(plain_inline("（字\\[xx\\]号）**1.制定\\<方案\\>。** \\*\\--"),
              "（字[xx]号）1.制定<方案>。 *--");
    EXPECT_EQ(plain_inline("1.[方案 [2](#方案)](#方案-1)"), "1.方案 2");
    EXPECT_EQ(plain_inline("[未完](#a 和 [甲] 与 乙]"), "[未完](#a 和 [甲] 与 乙]");
    EXPECT_EQ(plain_inline("C:\\文件\\"), "C:\\文件\\");
}

TEST(Markdown, ReadsHeadingsWrappedParagraphsAndTables) {
    const Folder folder;
    const auto document = read_document(
        folder.write("a.md",
                     "# 方案\n\n为做好整改，制定\n本方案。\n一、目标\n二、任务\n\n---\n\n## 台账\n"
                     "| 序号 | 问题 |\n|---|:--:|\n| 1 | 甲\\|乙 |\n| 2 | |\n\n尾"));
    EXPECT_EQ(shown(document),
              "# 方案\n为做好整改，制定本方案。\n一、目标\n二、任务\n## 台账\n"
              "H[序号|问题]\n[1|甲|乙]\n[2|]\n尾\n");
    EXPECT_EQ(document->blocks[6].cells[1].text, "甲|乙");
    EXPECT_EQ(document->format, "md");
}

TEST(Markdown, IsKnownByItsMarksWhateverTheName) {
    const Folder folder;
    EXPECT_EQ(read_document(folder.write("a.txt", "# 一\n\n文\n\n# 二\n"))->format, "md");
    EXPECT_EQ(read_document(folder.write("a.txt", "#1 号\n一、\n"))->format, "txt");
    EXPECT_EQ(read_document(folder.write("a.md", "一、\n"))->format, "md");
}

}  // namespace
}  // namespace office
