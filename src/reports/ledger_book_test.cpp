// The workbook names where the journal stood when it was made, and the journal names the workbook.
// Both engines.
#include "reports/ledger_book_actions.hpp"

#include "journal/journal_store.hpp"
#include "journal/payload.hpp"
#include "ledger/test_ledger.hpp"
#include "office/document.hpp"
#include "reports/ledger_sheet.hpp"

namespace reports {
namespace {

namespace fs = std::filesystem;
using ledger::testing::TestLedger;

class LedgerBooks : public ledger::testing::OneLedger {
  protected:
    LedgerBooks() {
        auto name = (fs::temp_directory_path() / "reports-XXXXXX").string();
        folder = mkdtemp(name.data());
        const auto one = ledger.add("采购管理不规范", {}, TestLedger::by("2024-06-29"));
        ledger.add(one, "修订采购制度");
        ledger.add(one, "开展培训");
    }
    ~LedgerBooks() override { fs::remove_all(folder); }

    std::string text_of_book(const ledger::LedgerQuery& query = {}) {
        const auto book = export_ledger({needs, folder}, ledger.zhang_min, ledger.programme, query);
        EXPECT_TRUE(book);
        const auto document = office::read_document(book->file);
        EXPECT_TRUE(document);
        std::string text;
        for (const auto& block : document->blocks) {
            text += block.text;
            for (const auto& cell : block.cells) text += "|" + cell.text;
            text += "\n";
        }
        return text;
    }
    journal::Head head() {
        return database().read([&](db::Transaction& transaction) {
            return journal::load_head(transaction, ledger.programme.text());
        });
    }
    journal::Payload last_payload() {
        const auto records = database().read([&](db::Transaction& transaction) {
            return journal::list_records(transaction, "programme", ledger.programme.text());
        });
        EXPECT_EQ(records.back().entry.act, "export_ledger");
        return journal::read_payload(*records.back().payload);
    }
    fs::path folder;
};
ZHENGGAI_ON_BOTH_ENGINES(LedgerBooks);

TEST_P(LedgerBooks, print_the_entry_that_says_they_were_made) {
    const auto before = head();
    const auto text = text_of_book();
    const auto now = head();
    EXPECT_EQ(now.sequence, before.sequence + 1);
    EXPECT_NE(
        text.find("操作留痕第" + std::to_string(now.sequence) + "条 " + now.hash.substr(0, 16)),
        text.npos)
        << text;
    EXPECT_NE(text.find("本条哈希值|" + now.hash), text.npos) << text;
    EXPECT_NE(text.find("整改工作|青云区财政局巡察整改"), text.npos);
    ledger.expect_sound_journal();
}

TEST_P(LedgerBooks, are_entries_with_form_filter_and_rows) {
    (void)text_of_book();
    using Facts = decltype(journal::Payload::facts);
    EXPECT_EQ(last_payload().facts, (Facts{{"form", "xlsx"}, {"rows", "2"}}));
    ledger::LedgerQuery query;
    query.filter.statuses = {"under_way"};
    query.filter.words = "不能写进留痕的词";
    query.unit = ledger.finance;
    (void)text_of_book(query);
    EXPECT_EQ(last_payload().facts, (Facts{{"form", "xlsx"},
                                           {"filter", "状态：整改中；责任单位：财政局；按关键词"},
                                           {"rows", "0"}}));
}

}  // namespace
}  // namespace reports
