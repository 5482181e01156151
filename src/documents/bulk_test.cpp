// Many documents in one archive: one a row, or a set of a period whose figures agree; what is left
// of it when something fails. Both engines.
#include <gtest/gtest.h>

#include "documents/bulk_actions.hpp"
#include "documents/report_paper.hpp"
#include "documents/test_papers.hpp"
#include "journal/journal_store.hpp"
#include "journal/payload.hpp"
#include "ledger/notice_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "meetings/arranging_actions.hpp"
#include "office/archive.hpp"
#include "office/document.hpp"
#include "office/file_bytes.hpp"

namespace documents {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

class Bulk : public ledger::testing::OneLedger {
  protected:
    ledger::Notice issued() { return testing::issued_notice(ledger, late.measure.id); }
    void strike_off() {
        ledger.claim(struck.problem.id, ledger.zhao_li);
        ledger.finish(finished.measure.id, ledger.zhao_li);
        ledger.strike_off(struck.problem.id, ledger.zhao_li);
    }
    /// The archive in memory; the file is gone.
    std::string bytes_of(const base::Result<DocumentArchive>& made) {
        EXPECT_TRUE(made) << made.error().code;
        if (!made) return {};
        auto bytes = office::bytes_of_file(made->file, 1u << 26);
        std::filesystem::remove(made->file);
        return bytes;
    }
    static office::Archive opened(const std::string& bytes) {
        return *office::Archive::open_bytes(bytes);
    }
    WantedSet month_end() {
        WantedSet set;
        set.programme = ledger.programme;
        set.name = "月末一套";
        set.choice.kinds = {DocumentKind::month_report, DocumentKind::ledger_table,
                            DocumentKind::problem_list, DocumentKind::notice,
                            DocumentKind::strike_off_slip};
        set.choice.workbooks = true;
        return set;
    }
    journal::Payload last_note() {
        return database().read([&](db::Transaction& transaction) {
            return journal::read_payload(
                *journal::list_records(transaction, "programme", ledger.programme.text())
                     .back()
                     .payload);
        });
    }

    std::filesystem::path folder = std::filesystem::temp_directory_path() / "zhenggai-bulk-test";
    Needs needs_{{needs, folder}};
    ledger::ProblemRow first =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::MeasureRow late = ledger.add(first, "修订采购制度", {}, TestLedger::by("2024-06-20"));
    ledger::ProblemRow struck =
        ledger.add("预算执行慢", TestLedger::held_by("预算科", ledger.budget));
    ledger::MeasureRow finished = ledger.add(struck, "按月通报执行进度");
};
ZHENGGAI_ON_BOTH_ENGINES(Bulk);

TEST_P(Bulk, are_all_notices_that_went_out) {
    const WantedRows notices{DocumentKind::notice, ledger.programme};
    EXPECT_EQ(code_of(take_out_rows(needs_, ledger.zhang_min, notices)), "nothing_to_take_out");
    const auto notice = issued();
    (void)issued();
    const auto bytes = bytes_of(take_out_rows(needs_, ledger.zhang_min, notices));
    auto archive = opened(bytes);
    EXPECT_TRUE(archive.has("督办通知单（" + notice.mark + "）采购科.docx"));
    EXPECT_TRUE(archive.has("督办通知单（巡整督〔2024〕2号）采购科.docx"));
}

TEST_P(Bulk, are_a_paper_a_problem_by_number_and_unit_of_what_is_filtered) {
    strike_off();
    WantedRows sheets{DocumentKind::clearing_sheet, ledger.programme};
    auto bytes = bytes_of(take_out_rows(needs_, ledger.zhang_min, sheets));
    EXPECT_TRUE(opened(bytes).has("归零表（001）采购科.docx"));
    EXPECT_TRUE(opened(bytes).has("归零表（002）预算科.docx"));
    sheets.view = ledger::View::measures;
    sheets.query.filter.tier = ledger::Tier::overdue;
    bytes = bytes_of(take_out_rows(needs_, ledger.zhang_min, sheets));
    EXPECT_TRUE(opened(bytes).has("归零表（001）采购科.docx"));
    EXPECT_FALSE(opened(bytes).has("归零表（002）预算科.docx"));
    bytes = bytes_of(
        take_out_rows(needs_, ledger.zhang_min, {DocumentKind::strike_off_slip, ledger.programme}));
    EXPECT_TRUE(opened(bytes).has("销号单（002）预算科.docx"));
    EXPECT_FALSE(opened(bytes).has("销号单（001）采购科.docx")) << "not struck off";
    EXPECT_EQ(code_of(take_out_rows(needs_, ledger.zhang_min,
                                    {DocumentKind::month_report, ledger.programme})),
              "document_is_not_for_rows");
    // Nobody gets what lies outside their scope.
    bytes = bytes_of(
        take_out_rows(needs_, ledger.li_qiang, {DocumentKind::clearing_sheet, ledger.programme}));
    EXPECT_FALSE(opened(bytes).has("归零表（002）预算科.docx"));
}

TEST_P(Bulk, of_a_set_agree_with_each_other_and_leave_one_entry) {
    strike_off();
    const auto notice = issued();
    const auto made = take_out_set(needs_, ledger.zhang_min, month_end());
    const auto bytes = bytes_of(made);
    EXPECT_EQ(made->name, "月末一套（2024-06-30）.zip");
    auto archive = opened(bytes);
    const auto title = "青云区财政局巡察整改";
    // In the order in which kinds stand, whatever the order in which they were named.
    for (const auto& name :
         {"01 督办文书/督办通知单（" + notice.mark + "）采购科.docx",
          std::string("02 销号单/销号单（002）预算科.docx"),
          std::string("03 ") + title + "台账.docx", std::string("03 ") + title + "台账.xlsx",
          std::string("04 ") + title + "问题清单.docx",
          std::string("04 ") + title + "问题清单.xlsx",
          std::string("05 ") + title + "工作月报.docx"})
        EXPECT_TRUE(archive.has(name)) << name;
    EXPECT_FALSE(archive.has(std::string("05 ") + title + "工作月报.xlsx"));
    const auto facts = last_note().facts;
    const std::pair<std::string, std::string> said{
        "filter", "督办文书、销号单、整改台账、问题清单、整改工作月报"};
    EXPECT_NE(std::find(facts.begin(), facts.end(), said), facts.end());
    auto earlier = month_end();
    earlier.on = day("2024-05-31");
    const auto before = bytes_of(take_out_set(needs_, ledger.zhang_min, earlier));
    EXPECT_FALSE(opened(before).has("01 督办文书/督办通知单（" + notice.mark + "）采购科.docx"))
        << "it went out in June";
}

TEST_P(Bulk, refuse_what_is_for_no_set_and_those_who_are_told_no_names) {
    auto set = month_end();
    set.choice.kinds = {DocumentKind::clue_table};
    EXPECT_EQ(code_of(take_out_set(needs_, ledger.zhang_min, set)), "document_is_not_for_sets");
    set.choice.kinds = {};
    EXPECT_EQ(code_of(take_out_set(needs_, ledger.zhang_min, set)), "document_set_is_empty");
    auto masked = ledger.zhang_min;
    masked.acts = {base::Act::read_ledger, base::Act::export_ledger};
    EXPECT_EQ(code_of(take_out_set(needs_, masked, month_end())), "names_are_masked");
    EXPECT_EQ(code_of(take_out_set(needs_, ledger.sun_li, month_end())), "programme_not_found");
}

}  // namespace
}  // namespace documents
