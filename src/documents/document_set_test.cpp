// Sets of documents that are kept under a name, their messages and the endpoints of documents.
#include "base/test_contract.hpp"
#include "documents/document_routes.hpp"
#include "documents/document_set_json.hpp"
#include "ledger/test_routes.hpp"

namespace documents {
namespace {

using ledger::testing::code_of;

class DocumentSetsTest : public ledger::testing::OneLedger {
  protected:
    base::Result<DocumentSets> keep(const base::Actor& who, const std::string& name,
                                    bool shared = false) {
        DocumentSet wanted;
        wanted.name = name;
        wanted.shared = shared;
        wanted.choice.kinds = {DocumentKind::month_report, DocumentKind::notice,
                               DocumentKind::month_report};
        return keep_document_set(needs_, who, ledger.programme, wanted);
    }
    std::string names(const base::Actor& who) {
        std::string all;
        for (const auto& one : view_document_sets(needs_, who, ledger.programme)->rows)
            all += one.name + (one.shared ? "* " : " ");
        return all;
    }
    Needs needs_{{needs, std::filesystem::temp_directory_path()}};
};
ZHENGGAI_ON_BOTH_ENGINES(DocumentSetsTest);

TEST_P(DocumentSetsTest, are_ones_own_or_shared_by_the_office) {
    ASSERT_TRUE(keep(ledger.zhang_min, "月末一套", true));
    ASSERT_TRUE(keep(ledger.zhou_guifang, "自用"));
    EXPECT_EQ(code_of(keep(ledger.zhou_guifang, "公用", true)), "only_the_office_edits");
    EXPECT_EQ(names(ledger.zhou_guifang), "月末一套* 自用 ");
    EXPECT_EQ(names(ledger.wang_fang), "月末一套* ");
    const auto seen = view_document_sets(needs_, ledger.wang_fang, ledger.programme);
    EXPECT_EQ(seen->rows[0].choice.kinds,
              (std::vector<DocumentKind>{DocumentKind::notice, DocumentKind::month_report}))
        << "each once, in the order of kinds";
    EXPECT_EQ(code_of(view_document_sets(needs_, ledger.sun_li, ledger.programme)),
              "programme_not_found");
    ledger.expect_sound_journal();
}

TEST_P(DocumentSetsTest, replace_the_one_of_the_same_name_and_are_dropped_once) {
    const auto first = keep(ledger.zhang_min, "月末一套", true);
    ASSERT_TRUE(keep(ledger.wang_fang, "月末一套", true));
    ASSERT_TRUE(keep(ledger.wang_fang, "月末一套"));
    EXPECT_EQ(names(ledger.wang_fang), "月末一套* 月末一套 ");
    const auto id = first->rows[0].id;
    EXPECT_EQ(code_of(drop_document_set(needs_, ledger.zhou_guifang, ledger.programme, id)),
              "only_the_office_edits");
    for (int i = 0; i < 2; ++i)
        ASSERT_TRUE(drop_document_set(needs_, ledger.zhang_min, ledger.programme, id));
    EXPECT_EQ(names(ledger.wang_fang), "月末一套 ");
    EXPECT_EQ(
        ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'drop_document_set'"), 1);
    // Nobody drops what is another's.
    const auto own = view_document_sets(needs_, ledger.wang_fang, ledger.programme)->rows[0].id;
    ASSERT_TRUE(drop_document_set(needs_, ledger.zhang_min, ledger.programme, own));
    EXPECT_EQ(names(ledger.wang_fang), "月末一套 ");
}

TEST_P(DocumentSetsTest, are_so_many_and_no_more) {
    for (std::size_t i = 0; i < document_sets_max; ++i)
        ASSERT_TRUE(keep(ledger.zhang_min, "第" + std::to_string(i) + "套"));
    EXPECT_EQ(code_of(keep(ledger.zhang_min, "又一套")), "too_many_document_sets");
    EXPECT_TRUE(keep(ledger.zhang_min, "第3套")) << "one that is there";
}

TEST(DocumentSetMessages, are_those_of_the_contract) {
    const base::testing::Contract contract{"documents"};
    const auto read = read_document_set(contract.golden("new_document_set"));
    ASSERT_TRUE(read) << read.error().code;
    EXPECT_EQ(read->name, "月末一套");
    EXPECT_EQ(read->choice.kinds,
              (std::vector<DocumentKind>{DocumentKind::month_report, DocumentKind::ledger_table}));
    EXPECT_TRUE(read->choice.workbooks);
    EXPECT_TRUE(read->shared);
    auto one = *read;
    one.id = base::testing::golden_id<DocumentSetId>("01");
    one.by = "张静";
    one.at = {1'719'734'400'000};
    base::Actor actor;
    actor.acts = {base::Act::read_names, base::Act::edit_ledger};
    contract.expect(to_json(DocumentSets{{one}, true, "整改工作领导小组办公室"},
                            {actor, *base::parse_date("2024-06-30")}),
                    "document_sets");
    EXPECT_EQ(code_of(read_document_set(R"({"name":"一","kinds":["x"],"period":"month"})")),
              "unknown_name");
}

class DocumentRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    DocumentRoutes()
        : RoutesOfLedger([](ledger::testing::TestLedger& of) {
              return routes(Needs{{of.needs, std::filesystem::temp_directory_path()}});
          }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(DocumentRoutes);

TEST_P(DocumentRoutes, answer_whom_they_are_for) {
    using http::Method;
    (void)ledger.add("采购管理不规范",
                     ledger::testing::TestLedger::held_by("采购科", ledger.procurement));
    const auto id = ledger.programme.text();
    const auto one = api + "/documents/task_list/" + id;
    const auto set = R"({"name":"月末","kinds":["task_list"],"period":"month"})";
    expect_answers({
        {{Method::get, one, ""}, 200, 200},
        {{Method::get, one + "/file?form=xlsx", ""}, 200, 200},
        {{Method::get, programme + "/documents.zip?document=clearing_sheet", ""}, 200, 200},
        {{Method::get, programme + "/document-set.zip?kinds=task_list&period=month", ""}, 200, 200},
        {{Method::get, programme + "/document-sets", ""}, 200, 200},
        {{Method::put, programme + "/document-sets", set}, 200, 200},
        {{Method::del, programme + "/document-sets/x1", ""}, 200, 200},
    });
    for (const auto* wrong : {"?kinds=nothing&period=month", "?kinds=task_list&period=year",
                              "?kinds=task_list&period=month&on=2024-02-31"})
        expect(422, {Method::get, programme + "/document-set.zip" + wrong, ""}, ledger.zhang_min);
    expect(422, {Method::get, programme + "/documents.zip?document=nothing", ""}, ledger.zhang_min);
    expect(422, {Method::get, one + "/file?form=odt", ""}, ledger.zhang_min);
    expect(404, {Method::get, api + "/documents/nothing/" + id, ""}, ledger.zhang_min);
}

}  // namespace
}  // namespace documents
