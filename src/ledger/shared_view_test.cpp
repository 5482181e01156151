// Views of the ledger that the office keeps for everybody who sees the programme.
#include "ledger/shared_view_actions.hpp"
#include "ledger/test_ledger.hpp"

namespace ledger {
namespace {

using testing::code_of;

class SharedViewsTest : public testing::OneLedger {
  protected:
    base::Result<SharedViews> share(const base::Actor& who, const std::string& name,
                                    const std::string& query = "tier=overdue") {
        SharedView wanted;
        wanted.name = name;
        wanted.query = query;
        return share_view(needs, who, ledger.programme, wanted);
    }
    std::string names(const base::Actor& who) {
        const auto views = view_shared_views(needs, who, ledger.programme);
        std::string text;
        for (const auto& view : views->rows) text += view.name + ":" + view.query + " ";
        return text;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(SharedViewsTest);

TEST_P(SharedViewsTest, are_kept_by_the_office_and_seen_by_everybody_in_the_programme) {
    ASSERT_TRUE(share(ledger.zhang_min, "B"));
    ASSERT_TRUE(share(ledger.wang_fang, "A", "view=problems"));
    EXPECT_EQ(names(ledger.zhou_guifang), "A:view=problems B:tier=overdue ");
    EXPECT_FALSE(view_shared_views(needs, ledger.zhou_guifang, ledger.programme)->may_share);
    EXPECT_EQ(code_of(share(ledger.zhou_guifang, "C")), "only_the_office_edits");
    EXPECT_EQ(code_of(view_shared_views(needs, ledger.sun_li, ledger.programme)),
              "programme_not_found");
}

TEST_P(SharedViewsTest, replace_the_one_of_the_same_name_and_are_dropped_once) {
    const auto first = share(ledger.zhang_min, "超期的");
    const auto again = share(ledger.wang_fang, "超期的", "tier=due_soon");
    ASSERT_TRUE(again);
    ASSERT_EQ(again->rows.size(), 1u);
    EXPECT_EQ(again->rows[0].id, first->rows[0].id);
    EXPECT_EQ(again->rows[0].by, "整改办王芳");
    const auto id = again->rows[0].id;
    EXPECT_EQ(code_of(drop_shared_view(needs, ledger.zhou_guifang, ledger.programme, id)),
              "only_the_office_edits");
    for (int i = 0; i < 2; ++i)
        EXPECT_TRUE(drop_shared_view(needs, ledger.zhang_min, ledger.programme, id)->rows.empty());
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM journal_entry WHERE act = 'drop_shared_view'"),
              1);
}

TEST_P(SharedViewsTest, are_so_many_and_no_more) {
    for (std::size_t i = 0; i < shared_views_max; ++i)
        ASSERT_TRUE(share(ledger.zhang_min, "第" + std::to_string(i) + "个"));
    EXPECT_EQ(code_of(share(ledger.zhang_min, "又一个")), "too_many_shared_views");
    EXPECT_TRUE(share(ledger.zhang_min, "第3个", "q=采购")) << "one that is there";
}

}  // namespace
}  // namespace ledger
