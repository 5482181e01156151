// What files are by their content, whatever they are called, and what they say of themselves.
#include <gtest/gtest.h>

#include "evidence/blob_folder.hpp"
#include "evidence/file_type.hpp"
#include "evidence/preview.hpp"
#include "evidence/provenance.hpp"
#include "office/sample_files.hpp"

namespace evidence {
namespace {

using namespace std::string_view_literals;
using office::sample::Folder;
using office::sample::Parts;
using office::sample::write_archive;

std::string relationships(const std::string& main_part) {
    const std::string type = R"(<Relationship Id="r" Type="http://x/)";
    return "<Relationships>" + type + R"(officeDocument" Target=")" + main_part + "\"/>" + type +
           R"(core-properties" Target="docProps/core.xml"/></Relationships>)";
}

const std::string core = R"(<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">
<dc:creator>李强</dc:creator><cp:lastModifiedBy>王芳</cp:lastModifiedBy>
<dcterms:created>2024-05-13T20:30:00Z</dcterms:created>
<dcterms:modified>2024-06-01T02:00:00Z</dcterms:modified></cp:coreProperties>)";

const std::string document =
    R"(<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>会议纪要</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>)";

Parts office_parts(const std::string& main_part, const std::string& content) {
    return {{"_rels/.rels", relationships(main_part)},
            {main_part, content},
            {"docProps/core.xml", core}};
}

std::string wide(std::string_view name) {
    std::string text;
    for (const char c : name) (text += c) += '\0';
    return text;
}

/// A container of OLE as far as it is looked at: its mark, and a directory with one stream.
std::string container(std::string_view stream) {
    std::string bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    bytes.resize(1024, '\0');
    auto entry = wide(stream);
    const auto length = entry.size() + 2;
    entry.resize(128, '\0');
    entry[64] = static_cast<char>(length);
    entry[66] = 2;
    return bytes + entry;
}

/// A photograph as far as it is looked at: its segments, with the moment it was taken.
std::string photograph() {
    const std::string tiff = std::string(
                                 "II*\0\x08\0\0\0"
                                 "\x01\0\x69\x87\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0"
                                 "\x01\0\x03\x90\x02\0\x14\0\0\0\x2c\0\0\0\0\0\0\0",
                                 44) +
                             std::string("2024:05:12 09:00:00\0", 20);
    const auto segment = std::string("Exif\0\0", 6) + tiff;
    const auto length = segment.size() + 2;
    return std::string("\xff\xd8\xff\xe1") + static_cast<char>(length >> 8) +
           static_cast<char>(length & 0xff) + segment + "\xff\xd9";
}

const std::string pdf =
    "%PDF-1.4\n12 0 obj\n<< /Producer (x) >>\nendobj\n"
    "2 0 obj\n<< /CreationDate (D:20240513233000Z) /ModDate (D:20240601)\n"
    "/Author <FEFF674E5F3A> >>\nendobj\ntrailer << /Info 2 0 R >>\n%%EOF";

class Files : public testing::Test {
  protected:
    std::string type(std::string_view name, std::string_view bytes) {
        return type_of_file(folder_.write(name, bytes));
    }
    std::string archive(std::string_view name, const Parts& parts) {
        write_archive(folder_ / name, parts);
        return type_of_file(folder_ / name);
    }
    static std::string type_of_file(const std::filesystem::path& file) {
        const auto found = type_of(file, file.filename().string());
        if (found) return std::string(name_of(*found));
        const auto& args = found.error().args;
        return found.error().code + (args.size() > 1 ? " " + args[1].second : "");
    }
    Folder folder_;
};

TEST_F(Files, are_told_by_their_content) {
    EXPECT_EQ(type("a.txt", pdf), "pdf");
    EXPECT_EQ(type("a.png", photograph()), "jpeg");
    EXPECT_EQ(type("a.jpg", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv), "png");
    EXPECT_EQ(archive("a.zip", office_parts("word/document.xml", document)), "docx");
    EXPECT_EQ(archive("b.zip", office_parts("xl/workbook.xml", "<x/>")), "xlsx");
    EXPECT_EQ(archive("c.zip", office_parts("ppt/presentation.xml", "<x/>")), "pptx");
    EXPECT_EQ(archive("d.zip", {{"OFD.xml", "<ofd/>"}}), "ofd");
    EXPECT_EQ(type("a.wps", container("WordDocument")), "doc");
    EXPECT_EQ(type("a.et", container("Workbook")), "xls");
    EXPECT_EQ(type("a.dps", container("PowerPoint Document")), "ppt");
    EXPECT_EQ(type("a.csv", "姓名,金额\r\n李强,100\r\n"), "text");
    EXPECT_EQ(type("b.csv", "\xd0\xd5\xc3\xfb,100\r\n"), "text");  // GB18030
}

TEST_F(Files, that_are_none_of_those_are_refused_with_what_they_are) {
    const std::string no = "evidence_type_not_accepted ";
    EXPECT_EQ(type("a.pdf", ""), "evidence_file_empty");
    EXPECT_EQ(archive("a.docx", {{"a.txt", "x"}}), no + "压缩包（ZIP）");
    EXPECT_EQ(type("a.pdf", "Rar!\x1a\x07"), no + "压缩包（RAR）");
    EXPECT_EQ(type("a.pdf", "MZ\x90\0\x03"sv), no + "程序文件");
    EXPECT_EQ(type("a.jpg", "GIF89a..."), no + "GIF 图片");
    EXPECT_EQ(type("a.txt", " \n<!DOCTYPE html><script>"), no + "网页或 XML 文件");
    EXPECT_EQ(type("a.txt", "<svg onload='x'>"), no + "网页或 XML 文件");
    EXPECT_EQ(type("a.docx", container("EncryptedPackage")), no + "设有打开密码的文件");
    EXPECT_EQ(type("a.doc", container("Something")), no + "无法识别的文件");
    EXPECT_EQ(type("a.dat", "\x01\x02\0\x03\xff\xfe\xfd"sv), no + "无法识别的文件");
    auto macros = office_parts("word/document.xml", document);
    macros.emplace_back("word/vbaProject.bin", "x");
    EXPECT_EQ(archive("m.docx", macros), no + "带宏的 Office 文件");
}

TEST_F(Files, of_text_may_be_cut_inside_a_character) {
    std::string text;
    while (text.size() < (300u << 10)) text += "整改";
    EXPECT_EQ(type("a.txt", "a" + text), "text");
    EXPECT_EQ(type("b.txt", "ab" + text), "text");
}

TEST_F(Files, say_when_they_were_made_and_by_whom) {
    const auto date = [](std::string_view text) { return base::parse_date(text); };
    write_archive(folder_ / "a.docx", office_parts("word/document.xml", document));
    EXPECT_EQ(provenance_of(folder_ / "a.docx", FileType::docx),
              (Provenance{date("2024-05-14"), date("2024-06-01"), "李强", "王芳"}));
    EXPECT_EQ(provenance_of(folder_.write("a.jpg", photograph()), FileType::jpeg).made_on,
              date("2024-05-12"));
    EXPECT_EQ(provenance_of(folder_.write("a.pdf", pdf), FileType::pdf),
              (Provenance{date("2024-05-14"), date("2024-06-01"), "李强", ""}));
    EXPECT_EQ(provenance_of_pdf("%PDF-1.7 <xmp:CreateDate>2024-05-13T10:00:00+08:00</xmp"),
              (Provenance{date("2024-05-13"), std::nullopt, "", ""}));
    EXPECT_EQ(provenance_of(folder_.write("b.jpg", "\xff\xd8\xff\xe1\xff"), FileType::jpeg),
              Provenance{});
    EXPECT_EQ(provenance_of_pdf("/Info 1 0 R"), Provenance{});
    EXPECT_EQ(provenance_of_pdf("\n1 0 obj << /Author (\\101\\)\\n) /CreationDate (D:20"
                                "2 >> endobj /Info 1 0 R"),
              (Provenance{std::nullopt, std::nullopt, "A)", ""}));
}

TEST(Stamps, become_days_of_shanghai) {
    const auto day = [](std::string_view stamp) {
        const auto found = day_in(stamp);
        return found ? base::to_text(*found) : "none";
    };
    EXPECT_EQ(day("2024-05-13T15:59:00Z"), "2024-05-13");
    EXPECT_EQ(day("2024-05-13T16:00:00Z"), "2024-05-14");
    EXPECT_EQ(day("2024-05-13T23:00:00+08:00"), "2024-05-13");
    EXPECT_EQ(day("2024-05-13T16:00:00-05:00"), "2024-05-14");
    EXPECT_EQ(day("2024-05-13"), "2024-05-13");
    EXPECT_EQ(day("D:20240513235959+08'00'"), "2024-05-13");
    EXPECT_EQ(day("D:20240513"), "2024-05-13");
    EXPECT_EQ(day("2024:05:13 09:00:00"), "2024-05-13");
    EXPECT_EQ(day("0000:00:00 00:00:00"), "none");
    EXPECT_EQ(day("2024-02-30"), "none");
    EXPECT_EQ(day(""), "none");
    EXPECT_EQ(day("gestern"), "none");
}

TEST_F(Files, are_previewed_as_paragraphs_and_rows) {
    write_archive(folder_ / "a.docx", office_parts("word/document.xml", document));
    const BlobFolder files(folder_ / "kept", base::Algorithm::sha256);
    const auto preview = [&](const std::filesystem::path& file, FileType type) {
        return preview_of(*files.open(files.keep(file).digest), type);
    };
    const auto document_preview = preview(folder_ / "a.docx", FileType::docx);
    ASSERT_TRUE(document_preview);
    ASSERT_EQ(document_preview->blocks.size(), 2u);
    EXPECT_EQ(document_preview->blocks[0].text, "会议纪要");
    EXPECT_EQ(document_preview->blocks[1].cells[1].text, "乙");
    EXPECT_FALSE(document_preview->cut);
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += "一行\n";
    const auto text = preview(folder_.write("a.txt", lines), FileType::text);
    ASSERT_TRUE(text);
    EXPECT_EQ(text->blocks.size(), preview_blocks_max);
    EXPECT_TRUE(text->cut);
    EXPECT_EQ(preview(folder_ / "a.txt", FileType::pdf).error().code, "evidence_has_no_preview");
}

}  // namespace
}  // namespace evidence
