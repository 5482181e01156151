// Opinions from a workbook: what a row means (pure), the template filled in and read back, entered
// once, bad rows given back, on both engines.
#include <gtest/gtest.h>

#include "office/workbook.hpp"
#include "opinions/opinion_import_actions.hpp"
#include "opinions/opinion_sheet.hpp"
#include "opinions/test_collection.hpp"

namespace opinions {
namespace {

namespace fs = std::filesystem;
using testing::code_of;
using Row = std::vector<office::SheetValue>;

class OpinionWorkbooks : public testing::OneCollection {
  protected:
    ~OpinionWorkbooks() override { fs::remove_all(folder); }
    fs::path filled(const std::vector<Row>& rows) {
        auto book = opinion_template(one.view(one.keeper).meeting, collection(),
                                     one.ledger.here.clock.now());
        for (const auto& row : rows) book.sheets.front().rows.push_back({row, {}});
        book.sheets.front().rows_to_fill = 5;
        const auto file = folder / ("book" + std::to_string(++books) + ".xlsx");
        office::write_workbook(file, book);
        return file;
    }
    Collection collection() { return *view(one.keeper).collection; }
    base::Result<OpinionImportReport> check_file(const fs::path& file) {
        return check_opinion_workbook(needs, one.keeper, id(), file);
    }
    base::Result<OpinionImportReport> import(const fs::path& file, BadRows bad = BadRows::refuse) {
        return import_opinion_workbook(needs, one.keeper, id(), bad, file);
    }
    static fs::path made_folder() {
        std::string name = (fs::temp_directory_path() / "opinions-XXXXXX").string();
        EXPECT_NE(mkdtemp(name.data()), nullptr);
        return name;
    }
    fs::path folder = made_folder();
    reports::Needs reports_needs{needs, folder};
    int books = 0;
};
ZHENGGAI_ON_BOTH_ENGINES(OpinionWorkbooks);

const Row of_team{"1", "征求意见表", "干部群众", "领导班子", "开会多，落实少。"};
const Row of_one{"1", "征求意见表", "干部群众", "周远", "下基层少。"};
const Row blank{"2", "座谈会", "服务对象", "", ""};

TEST_P(OpinionWorkbooks, come_filled_in_and_are_entered_once) {
    chosen();
    const auto file = filled({of_team, of_one, blank});
    const auto checked = check_file(file);
    ASSERT_EQ(code_of(checked), "accepted");
    EXPECT_EQ(checked->sheets, 2);
    EXPECT_EQ(checked->blank_sheets, 1);
    EXPECT_EQ(checked->opinions, 2);
    EXPECT_TRUE(checked->faults.empty());
    EXPECT_TRUE(words(one.keeper).empty()) << "checking writes nothing";
    ASSERT_EQ(code_of(import(file)), "accepted");
    EXPECT_EQ(words(one.keeper), (std::vector<std::string>{"开会多，落实少。", "下基层少。"}));
    EXPECT_EQ(code_of(import(file)), "opinions_entered_before");
    EXPECT_EQ(code_of(import_opinion_workbook(needs, one.zhou_yuan, id(), BadRows::refuse, file)),
              "only_the_keeper_collects_opinions");
    one.ledger.expect_sound_journal();
}

TEST_P(OpinionWorkbooks, name_sheet_row_column_and_value_of_what_is_wrong) {
    chosen();
    const auto file = filled({of_team,
                              {"1", "征求意见表", "干部群众", "周圆", "下基层少。"},
                              {"3", "意见箱", "村（居）", "领导班子", "开会多。"},
                              {"4", "座谈会", "", "", "急。"},
                              {"5", "座谈会", "服务对象", "林晓", ""},
                              {"6", "座谈会", "服务对象", "领导班子", "一"},
                              {"6", "征求意见表", "服务对象", "领导班子", "二"},
                              {"", "征求意见表", "干部群众", "林晓", "布置任务急。"}});
    const auto checked = check_file(file);
    ASSERT_EQ(code_of(checked), "accepted");
    EXPECT_EQ(checked->sheets, 1) << "a sheet with a bad row stays out as a whole";
    EXPECT_EQ(checked->bad_rows, 7);
    std::vector<std::string> found;
    for (const auto& one_fault : checked->faults)
        found.push_back(std::to_string(one_fault.at.row) + one_fault.column + one_fault.error.code);
    EXPECT_EQ(found, (std::vector<std::string>{
                         "3对谁提的opinion_cell_names_nobody",
                         "4征求方式opinion_channel_not_chosen", "4征求对象opinion_voice_not_chosen",
                         "5征求对象opinion_cell_missing", "5对谁提的opinion_cell_missing",
                         "6意见原文opinion_cell_missing", "8表号sheet_says_two_things"}));
    EXPECT_EQ(code_of(import(file)), "workbook_has_faults");
    const auto back = return_bad_opinions(reports_needs, one.keeper, id(), file);
    ASSERT_EQ(code_of(back), "accepted");
    const auto again = check_file(back->file);
    ASSERT_EQ(code_of(again), "accepted");
    EXPECT_EQ(again->bad_rows, 7) << "the bad rows came back, and only they";
    ASSERT_EQ(code_of(import(file, BadRows::leave_out)), "accepted");
    EXPECT_EQ(words(one.keeper), std::vector<std::string>{"布置任务急。"});
    EXPECT_EQ(code_of(import(back->file, BadRows::leave_out)), "no_sheets_to_enter");
}

TEST_P(OpinionWorkbooks, are_refused_when_they_are_something_else) {
    EXPECT_EQ(code_of(write_opinion_template(reports_needs, one.keeper, id())),
              "opinions_are_not_collected_yet");
    chosen();
    EXPECT_EQ(code_of(write_opinion_template(reports_needs, one.keeper, id())), "accepted");
    office::Workbook other;
    office::SheetColumn column;
    column.heading = "单位名称";
    other.sheets = {{}};
    other.sheets[0].name = "单位";
    other.sheets[0].columns = {column};
    office::write_workbook(folder / "other.xlsx", other);
    EXPECT_EQ(code_of(check_file(folder / "other.xlsx")), "opinion_workbook_without_head");
}

TEST_P(OpinionWorkbooks, offer_whom_one_may_name) {
    chosen();
    auto meeting = one.view(one.keeper).meeting;
    EXPECT_EQ(abouts_of(meeting).size(), 8u);
    meeting.participants[1].name = meeting.participants[2].name;
    EXPECT_EQ(abouts_of(meeting)[2].first, "林晓（党组副书记）") << "two share a name";
    const auto book = opinion_template(meeting, collection(), {});
    EXPECT_EQ(book.sheets[0].columns[1].choices, (std::vector<std::string>{"座谈会", "征求意见表"}))
        << "what comes by a code nobody enters";
}

}  // namespace
}  // namespace opinions
