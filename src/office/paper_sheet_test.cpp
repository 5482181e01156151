// Tables of papers as workbooks: the same cells; and files that are written as a whole or not at
// all, also when the disk is full.
#include "office/paper_sheet.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "office/archive.hpp"
#include "office/file_bytes.hpp"
#include "office/sample_files.hpp"
#include "office/zip_bytes.hpp"

namespace office {
namespace {

PaperCell centred(std::string text, int rows = 1) {
    return {std::move(text), 1, rows, CellAlign::centre};
}

Paper two_tables() {
    PaperTable list;
    list.widths = {1, 4, 2};
    list.header_rows = 1;
    list.rows = {{{{"序号", 1, 1, CellAlign::centre, true}, {"措施"}, {"期限"}}},
                 {{centred("1", 2), {"修订制度"}, centred("2024-06-30")}},
                 {{{"007"}, centred("长期坚持")}},
                 {{centred("2"), {"12"}, centred("012")}}};
    PaperTable form;  // without headings: no list
    form.widths = {1};
    form.rows = {{{{"签字"}}}};
    Paper paper;
    paper.name = "台账";
    paper.sections = {{Orientation::portrait,
                       {paragraph(Style::table_note, "截至6月"), list,
                        paragraph(Style::level1, "二、成效"), form, list}}};
    return paper;
}

TEST(SheetsOfPapers, HaveTheSameCellsAsTheTables) {
    const auto book = workbook_of(two_tables());
    ASSERT_EQ(book.sheets.size(), 2u);
    const auto& sheet = book.sheets[0];
    EXPECT_EQ(sheet.name, "台账");
    EXPECT_EQ(sheet.note, "截至6月");
    EXPECT_EQ(book.sheets[1].name, "成效");
    ASSERT_EQ(sheet.columns.size(), 3u);
    EXPECT_EQ(sheet.columns[1].heading, "措施");
    EXPECT_EQ(sheet.columns[0].merged_by, 1);
    EXPECT_EQ(sheet.columns[1].merged_by, SheetColumn::never);
    ASSERT_EQ(sheet.rows.size(), 3u);
    const SheetValue one = std::int64_t{1};
    EXPECT_EQ(sheet.rows[0].values[0], one);
    EXPECT_EQ(sheet.rows[1].values[0], one) << "the cell reaches down";
    EXPECT_EQ(sheet.rows[0].groups, sheet.rows[1].groups);
    EXPECT_NE(sheet.rows[1].groups, sheet.rows[2].groups);
    EXPECT_EQ(sheet.rows[0].values[2], SheetValue(*base::parse_date("2024-06-30")));
    EXPECT_EQ(sheet.rows[1].values[1], SheetValue(std::string("007")));
    EXPECT_EQ(sheet.rows[2].values[1], SheetValue(std::string("12"))) << "text stays text";
    EXPECT_EQ(sheet.rows[2].values[2], SheetValue(std::string("012"))) << "no number begins so";
}

/// No file of this process may grow beyond so many bytes.
class SmallDisk {
  public:
    explicit SmallDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &before_); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

  private:
    rlimit before_{};
};

/// What cannot be compressed.
std::string noise(std::size_t bytes) {
    std::string text;
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < bytes; ++i) {
        state = state * 1'664'525 + 1'013'904'223;
        text += static_cast<char>(state >> 24);
    }
    return text;
}

TEST(WrittenFiles, AreAsTheyWereWhenTheDiskIsFull) {
    const sample::Folder folder;
    const auto file = folder.write("a.bin", "before");
    {
        const SmallDisk disk(10'000);
        EXPECT_THROW(write_bytes(file, noise(100'000)), std::system_error);
        EXPECT_THROW(write_zip(file, {{"1.bin", [] { return noise(100'000); }}}),
                     std::system_error);
    }
    EXPECT_EQ(bytes_of_file(file, 100), "before");
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& one : std::filesystem::directory_iterator(file.parent_path()))
        ++files;
    EXPECT_EQ(files, 1u) << "nothing half written is left";
}

TEST(WrittenArchives, MakeOneFileAtATimeAndKeepWhatFailed) {
    const sample::Folder folder;
    const auto file = folder / "a.zip";
    std::size_t made = 0;
    write_zip(file, {{"甲.txt", [&] { return ++made, std::string("一"); }},
                     {"甲.txt", [&] { return ++made, std::string("二"); }}});
    EXPECT_EQ(made, 2u);
    auto archive = *Archive::open(file);
    EXPECT_EQ(*archive.read("甲.txt", 100), "一");
    EXPECT_EQ(*archive.read("甲（2）.txt", 100), "二");
    EXPECT_THROW(
        write_zip(file, {{"乙.txt", []() -> std::string { throw std::length_error("乙"); }}}),
        std::length_error);
    EXPECT_TRUE(Archive::open(file)->has("甲.txt")) << "what stood there before";
}

}  // namespace
}  // namespace office
