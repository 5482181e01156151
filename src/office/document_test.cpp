// Which reader gets which file: by content, not by name. What no reader takes is refused by name.
// Format by format, the readers are tested beside their own code.
#include "office/document.hpp"

#include <gtest/gtest.h>

#include "office/sample_files.hpp"

namespace office {
namespace {

using namespace sample;

TEST(Documents, AreKnownByTheirContent) {
    const Folder folder;
    write_archive(folder / "named.txt", word_parts(paragraph("甲")));
    EXPECT_EQ(read_document(folder / "named.txt")->format, "docx");
    EXPECT_EQ(read_document(folder.write("a.docx", "一、甲"))->format, "txt");
}

TEST(Documents, ThatAreMissingAreRefused) {
    EXPECT_EQ(shown(read_document("/nowhere/a.docx")), "refused document_not_found");
    EXPECT_EQ(shown(read_document("/tmp")), "refused document_not_found");
}

TEST(Documents, AreRefusedWhenTooLarge) {
    const Folder folder;
    folder.write("a.txt", "");
    std::filesystem::resize_file(folder / "a.txt", (100u << 20) + 1);
    EXPECT_EQ(shown(read_document(folder / "a.txt")), "refused document_too_large");
}

TEST(Documents, WithAPasswordOnTheArchiveAreRefused) {
    const Folder folder;
    write_archive(folder / "a.docx", word_parts(paragraph("甲")));
    int error = 0;
    auto* zip = zip_open((folder / "a.docx").c_str(), 0, &error);
    ASSERT_NE(zip, nullptr);
    ASSERT_EQ(zip_file_set_encryption(zip, 0, ZIP_EM_AES_256, "secret"), 0);
    ASSERT_EQ(zip_close(zip), 0);
    EXPECT_EQ(shown(read_document(folder / "a.docx")), "refused document_encrypted");
}

TEST(Documents, OfEndlessManyPartsAreRefused) {
    const Folder folder;
    auto parts = word_parts(paragraph("甲"));
    for (int i = 0; i <= 20'000; ++i) parts.push_back({std::to_string(i), ""});
    write_archive(folder / "a.docx", parts, Packing::stored);
    EXPECT_EQ(shown(read_document(folder / "a.docx")), "refused document_bomb");
}

TEST(Documents, OfOtherProgramsAreRefused) {
    const Folder folder;
    write_archive(folder / "a.zip", {{"readme.txt", "x"}});
    EXPECT_EQ(shown(read_document(folder / "a.zip")), "refused document_unknown_format");
    for (const auto* magic : {"\x89PNG\r\n", "\xff\xd8\xff\xe0", "Rar!\x1a", "GIF89a"})
        EXPECT_EQ(shown(read_document(folder.write("a.docx", magic))),
                  "refused document_unknown_format");
}

}  // namespace
}  // namespace office
