// Formats that need other programs, and these programs themselves: time limits, clean surroundings.
// Where LibreOffice or pdftotext is missing, the refusal is tested instead.
#include "office/conversion.hpp"

#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <thread>

#include "office/ole.hpp"
#include "office/outside_program.hpp"
#include "office/page_text.hpp"
#include "office/sample_files.hpp"

namespace office {
namespace {

using namespace sample;

/// An OLE file of a header, one directory sector and the first bytes of one stream.
std::string ole_file(std::string_view stream, std::string_view content) {
    std::string bytes(512 * 3, '\0');
    bytes.replace(0, ole_magic.size(), ole_magic);
    bytes[30] = 9;  // sectors of 512 bytes
    for (std::size_t i = 0; i < stream.size(); ++i) bytes[512 + 128 + 2 * i] = stream[i];
    bytes[512 + 128 + 64] = static_cast<char>(2 * stream.size() + 2);
    bytes[512 + 128 + 66] = 2;
    bytes[512 + 128 + 116] = 1;  // the stream begins in sector 1
    return bytes.replace(1024, content.size(), content);
}

TEST(Ole, IsKnownByItsStreams) {
    using namespace std::string_view_literals;
    EXPECT_EQ(content_of_ole(ole_file("WordDocument", "\xec\xa5\xc1\0"sv)), OleContent::word);
    EXPECT_EQ(content_of_ole(ole_file("WordDocument", "\xec\xa5\xc1\0\0\0\0\0\0\0\0\x01"sv)),
              OleContent::encrypted);
    EXPECT_EQ(content_of_ole(ole_file("EncryptedPackage", "")), OleContent::encrypted);
    EXPECT_EQ(content_of_ole(ole_file("Workbook", "")), OleContent::workbook);
    EXPECT_EQ(content_of_ole(ole_file("PowerPoint Document", "")), OleContent::slides);
    EXPECT_EQ(content_of_ole(ole_file("Contents", "")), OleContent::other);
    EXPECT_EQ(content_of_ole(ole_magic), OleContent::other);
    auto far = ole_file("WordDocument", "");
    far[512 + 128 + 119] = '\x7f';  // a stream that begins far behind the end
    EXPECT_EQ(content_of_ole(far), OleContent::word);
}

TEST(Ole, EncryptedFilesAreRefusedWithoutAnyProgram) {
    const Folder folder;
    EXPECT_EQ(shown(read_document(folder.write("a.docx", ole_file("EncryptedPackage", "")))),
              "refused document_encrypted");
    EXPECT_EQ(shown(read_document(folder.write("a.xls", ole_file("Workbook", "")))),
              "refused document_unknown_format");
}

TEST(PageText, JoinsLinesIntoParagraphsByIndents) {
    EXPECT_EQ(shown(read_page_text("        整改方案\n"
                                   "  为深入贯彻落实市委巡察整改部署，积极推进\n"
                                   "巡察组反馈意见的整改落实工作，制定如下方案\n"
                                   "和措施。\n"
                                   "  一、总体要求\n"
                                   "  坚持问题导向，完成 3 项任务；坚持标本兼治\n\n\n"
                                   "        — 1 —\n\f"
                                   "②坚持综合施策，做到真改实改、全面整改到位，\n"
                                   "2024年底前完成。\n")),
              "整改方案\n为深入贯彻落实市委巡察整改部署，积极推进巡察组反馈意见的整改落实工作，制定"
              "如下方案和措施。\n"
              "一、总体要求\n坚持问题导向，完成3项任务；坚持标本兼治②坚持综合施策，做到真改实改、全"
              "面整改到位，2024年底前完成。\n");
}

TEST(PageText, JoinsLinesIntoParagraphsByTheGapsBetweenThem) {
    EXPECT_EQ(shown(read_page_text("一、关于责任落实问题的整改措施和完成时限\n\n"
                                   "整改措施：加强学习教育，提高政治站位要求\n"
                                   "和责任意识，逐项对照检查。\n\n"
                                   "二、关于作风建设问题的整改措施和完成时限\n\n"
                                   "整改措施：严格执行中央八项规定精神要求，\n"
                                   "坚决纠治四风。\n"
                                   "续\n\n"
                                   "三、其他\n")),
              "一、关于责任落实问题的整改措施和完成时限\n"
              "整改措施：加强学习教育，提高政治站位要求和责任意识，逐项对照检查。\n"
              "二、关于作风建设问题的整改措施和完成时限\n"
              "整改措施：严格执行中央八项规定精神要求，坚决纠治四风。\n续\n三、其他\n");
}

TEST(PageText, SurvivesNothingAndNonsense) {
    EXPECT_EQ(shown(read_page_text("")), "");
    EXPECT_EQ(shown(read_page_text("\f\f1\n2\n")), "");
    EXPECT_EQ(shown(read_page_text("\xff")), "refused document_not_text");
}

TEST(OutsidePrograms, AreKilledWithTheirChildrenWhenTheyTakeTooLong) {
    const TemporaryFolder folder;
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(run({.program = "/bin/sh",
                      .arguments = {"-c", "sleep 60 & echo $! > child; wait"},
                      .folder = folder.path(),
                      .time_limit = std::chrono::seconds(1)}));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    const auto child = std::stoi(bytes_of(folder.path() / "child"));
    // Killed; init needs a moment to take the entry away.
    for (int i = 0; i < 200 && kill(child, 0) == 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const auto state = bytes_of("/proc/" + std::to_string(child) + "/stat");
    EXPECT_TRUE(state.empty() || state.find(") Z") != std::string::npos) << state;
}

TEST(OutsidePrograms, GetACleanWorldAndLeaveTheirOutput) {
    const TemporaryFolder folder;
    EXPECT_TRUE(run({.program = "/bin/sh",
                     .arguments = {"-c", "echo $HOME; pwd; ls /proc/self/fd | wc -l; cat"},
                     .folder = folder.path(),
                     .output = folder.path() / "out"}));
    // Standard streams and the directory that ls itself reads.
    EXPECT_EQ(bytes_of(folder.path() / "out"),
              folder.path().string() + "\n" + folder.path().string() + "\n4\n");
    EXPECT_FALSE(run({.program = "/bin/false", .arguments = {}, .folder = folder.path()}));
    EXPECT_THROW((void)run({.program = "/bin/none", .arguments = {}, .folder = folder.path()}),
                 std::runtime_error);
}

TEST(OutsidePrograms, TemporaryFoldersGoAway) {
    std::filesystem::path path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        std::ofstream(path / "a") << "x";
        EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_all);
    }
    EXPECT_FALSE(std::filesystem::exists(path));
}

constexpr std::string_view rich_text =
    "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\u19968?\\u12289?\\u30446?\\u26631?\\par\n"
    "\\trowd\\cellx2000\\cellx4000\\intbl \\u30002?\\cell\\u20057?\\cell\\row\\pard end\\par}";

TEST(OldWordFiles, AreReadThroughLibreOffice) {
    const Folder folder;
    const auto document = read_document(folder.write("a.doc", rich_text));
    if (!find_program("soffice")) {
        EXPECT_EQ(document.error().code, "document_needs_program");
        return;
    }
    EXPECT_EQ(shown(document), "一、目标\n[甲|乙]\nend\n");
    EXPECT_EQ(document->format, "doc");
}

TEST(Pdf, IsReadThroughPdftotext) {
    const std::string pdf =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 "
        "R/Resources<</Font<</F1 "
        "5 0 R>>>>>>endobj\n"
        "4 0 obj<</Length 41>>stream\nBT /F1 12 Tf 20 200 Td (Plan 2024) Tj ET\n\nendstream "
        "endobj\n"
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF\n";
    const Folder folder;
    const auto document = read_document(folder.write("a.pdf", pdf));
    if (!find_program("pdftotext")) {
        EXPECT_EQ(document.error().code, "document_needs_program");
        return;
    }
    EXPECT_EQ(shown(document), "Plan 2024\n");
    EXPECT_EQ(shown(read_document(folder.write("b.pdf", "%PDF-1.4\nnothing"))),
              "refused document_damaged");
}

}  // namespace
}  // namespace office
