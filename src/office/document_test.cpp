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

TEST(Documents, OfOtherProgramsAreRefused) {
    const Folder folder;
    write_archive(folder / "a.zip", {{"readme.txt", "x"}});
    EXPECT_EQ(shown(read_document(folder / "a.zip")), "refused document_unknown_format");
}

}  // namespace
}  // namespace office
