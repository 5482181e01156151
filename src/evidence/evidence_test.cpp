// The rules of evidence: names, what is said of a file, what to look at twice, what happened.
#include "evidence/evidence.hpp"

#include <gtest/gtest.h>

#include "base/utf8.hpp"

namespace evidence {
namespace {

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

Item item(const std::string& name, FileType type) {
    Item made;
    made.evidence.name = name;
    made.file.type = type;
    return made;
}

TEST(Names, are_without_folders_and_hidden_characters) {
    EXPECT_EQ(clean_name("C:\\资料\\纪要.docx"), "纪要.docx");
    EXPECT_EQ(clean_name("../../etc/passwd"), "passwd");
    EXPECT_EQ(clean_name("a\tb\x7f\n.pdf"), "ab.pdf");
    EXPECT_EQ(clean_name("\xe2\x80\xae"
                         "fdp.exe"),
              "fdp.exe");  // U+202E would show it as exe.pdf
    EXPECT_EQ(clean_name("  纪要 .pdf "), "纪要 .pdf");
    EXPECT_EQ(clean_name(".."), "");
    EXPECT_EQ(clean_name("/"), "");
    std::string longer;
    for (int i = 0; i < 300; ++i) longer += "长";
    const auto cut = clean_name(longer + ".docx");
    EXPECT_EQ(base::chars_in(cut), file_name_chars_max);
    EXPECT_TRUE(cut.ends_with("长.docx"));
}

TEST(Names, of_downloads_end_as_their_content_does) {
    EXPECT_EQ(download_name(item("纪要.docx", FileType::docx)), "纪要.docx");
    EXPECT_EQ(download_name(item("纪要.WPS", FileType::doc)), "纪要.WPS");
    EXPECT_EQ(download_name(item("run.bat", FileType::text)), "run.bat.txt");
    EXPECT_EQ(download_name(item("照片", FileType::jpeg)), "照片.jpg");
}

TEST(Claims, are_cleaned_and_checked) {
    Claim claim{{}, "a/纪要.pdf", " 第7期 ", EvidenceKind::minutes, day("2024-06-30")};
    const auto clean = check(claim, day("2024-06-30"));
    ASSERT_TRUE(clean);
    EXPECT_EQ(clean->name, "纪要.pdf");
    EXPECT_EQ(clean->description, "第7期");
    EXPECT_EQ(check(claim, day("2024-06-29")).error().code, "document_date_in_the_future");
    claim.description = std::string(description_chars_max + 1, 'a');
    EXPECT_EQ(check(claim, day("2024-06-30")).error().code, "text_too_long");
    claim.name = "/";
    EXPECT_EQ(check(claim, day("2024-06-30")).error().code, "file_missing");
}

TEST(Hints, tell_what_to_look_at_twice) {
    auto one = item("纪要.docx", FileType::docx);
    EXPECT_TRUE(hints_of(one, day("2024-05-13")).empty());
    one.evidence.document_date = day("2024-05-20");
    one.file.made.made_on = day("2024-05-20");
    EXPECT_TRUE(hints_of(one, day("2024-05-13")).empty());
    one.file.made.made_on = day("2024-06-20");
    EXPECT_EQ(hints_of(one, day("2024-05-13")), std::vector{Hint::made_after_claimed});
    one.evidence.document_date = day("2024-05-12");
    EXPECT_EQ(hints_of(one, day("2024-05-13")),
              (std::vector{Hint::made_after_claimed, Hint::older_than_feedback}));
    one.evidence.document_date.reset();
    one.file.made.made_on = day("2024-05-12");
    EXPECT_EQ(hints_of(one, day("2024-05-13")), std::vector{Hint::older_than_feedback});
    EXPECT_TRUE(hints_of(one, std::nullopt).empty());
    EXPECT_EQ(hints_of(item("纪要.pdf", FileType::docx), std::nullopt),
              std::vector{Hint::named_otherwise});
}

TEST(Happenings, are_what_one_row_saw) {
    using What = Happening::What;
    auto first = item("一稿.pdf", FileType::pdf), second = item("二稿.pdf", FileType::pdf);
    first.evidence.at = {10};
    first.evidence.by = second.evidence.by = "李强";
    second.evidence.version = 2;
    second.evidence.at = {20};
    Link link;
    link.by = "李强";
    link.at = {10};
    EXPECT_EQ(happenings_of(link, {first, second}),
              (std::vector<Happening>{{What::added, {10}, "李强", "", "一稿.pdf", ""},
                                      {What::replaced, {20}, "李强", "一稿.pdf", "二稿.pdf", ""}}));
    // Linked after the second version, and taken off again.
    link.at = {30};
    link.by = "王芳";
    link.removed = Removal{{40}, "王芳", "与本措施无关"};
    EXPECT_EQ(
        happenings_of(link, {first, second}),
        (std::vector<Happening>{{What::linked, {30}, "王芳", "", "二稿.pdf", ""},
                                {What::removed, {40}, "王芳", "二稿.pdf", "", "与本措施无关"}}));
    // Between the two, gone before the second.
    link.at = {12};
    link.removed->at = {15};
    EXPECT_EQ(
        happenings_of(link, {first, second}),
        (std::vector<Happening>{{What::linked, {12}, "王芳", "", "一稿.pdf", ""},
                                {What::removed, {15}, "王芳", "一稿.pdf", "", "与本措施无关"}}));
}

}  // namespace
}  // namespace evidence
