// How the tree of units changes: the rules as tables, then the actions of this module over both
// databases. What becomes of the ledger's rows is tested there.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "accounts/test_installation.hpp"
#include "accounts/unit_json.hpp"
#include "accounts/unit_tree.hpp"
#include "accounts/unit_tree_store.hpp"
#include "base/test_contract.hpp"
#include "db/migrate.hpp"
#include "db/test_database.hpp"

namespace accounts {
namespace {

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

constexpr base::Instant now{1'719'735'300'000};

Unit unit_at(const std::string& path, bool closed = false) {
    base::SeededRandom random{static_cast<std::uint64_t>(path.size() * 7 + path.back())};
    Unit unit{.id = base::UnitId::make(now, random), .name = "财政局", .path = path};
    const auto before_last = path.rfind('/', path.size() - 2);
    unit.number = std::stoll(path.substr(before_last + 1));
    if (closed) unit.closed_at = now;
    return unit;
}

std::string path_of_levels(int levels) {
    std::string path = "/";
    for (int i = 1; i <= levels; ++i) path += std::to_string(i) + "/";
    return path;
}

TEST(UnitTree, a_unit_moves_under_any_open_unit_that_is_not_its_own) {
    const struct {
        std::string unit, parent;
        bool unit_closed, parent_closed;
        std::size_t levels_below;
        std::string expected;
    } cases[]{
        {"/1/2/", "/1/3/", false, false, 0, "/1/3/2/"},
        {"/1/2/", "", false, false, 3, "/2/"},
        {"/1/2/", "/1/", false, false, 0, "/1/2/"},
        {"/1/2/", "/1/22/", false, false, 0, "/1/22/2/"},  // a name that begins alike
        {"/1/2/", "/1/3/", true, false, 0, "unit_is_closed"},
        {"/1/2/", "/1/3/", false, true, 0, "unit_is_closed"},
        {"/1/2/", "/1/2/", false, false, 1, "unit_below_itself"},
        {"/1/2/", "/1/2/7/8/", false, false, 2, "unit_below_itself"},
        {"/100/", path_of_levels(20), false, false, 0, "units_too_deep"},
        {"/100/", path_of_levels(18), false, false, 2, "units_too_deep"},
        {"/100/", path_of_levels(18), false, false, 1, path_of_levels(18) + "100/"},
    };
    for (const auto& row : cases) {
        std::optional<Unit> parent;
        if (!row.parent.empty()) parent = unit_at(row.parent, row.parent_closed);
        const auto moved = move(unit_at(row.unit, row.unit_closed), parent, row.levels_below);
        EXPECT_EQ(moved ? moved->path : moved.error().code, row.expected)
            << row.unit << " under " << row.parent;
    }
}

TEST(UnitTree, a_merged_unit_is_closed_and_stands_under_the_one_it_went_to) {
    const auto into = unit_at("/1/3/");
    const auto merged = merge(unit_at("/1/2/"), into, now);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->path, "/1/3/2/");
    EXPECT_EQ(merged->parent, into.id);
    EXPECT_EQ(merged->merged_into, into.id);
    EXPECT_EQ(merged->closed_at, now);
    const auto under = merge(unit_at("/1/"), into, now);
    ASSERT_FALSE(under);
    EXPECT_EQ(under.error().code, "unit_below_itself");
    EXPECT_EQ(under.error().field, "into");
}

TEST(UnitTree, a_unit_that_still_has_something_is_not_closed) {
    const struct {
        StillHeld held;
        std::string expected;
    } cases[]{
        {{}, "accepted"},
        {{{2, "国库科、预算科"}, {1, "周桂芳（局长）"}, {1, "zhou"}, {4, "问题3"}, 1},
         "unit_has_open_units"},
        {{{}, {1, "周桂芳（局长）"}, {1, "zhou"}, {4, "问题3"}, 1}, "unit_has_posts_held"},
        {{{}, {}, {1, "zhou"}, {4, "问题3"}, 1}, "unit_has_active_accounts"},
        {{{}, {}, {}, {4, "问题3"}, 1}, "unit_holds_open_rows"},
        {{{}, {}, {}, {}, 1}, "unit_holds_other_open_rows"},
    };
    for (const auto& row : cases)
        EXPECT_EQ(code_of(close(unit_at("/1/2/"), row.held, now)), row.expected);
    const auto closed = unit_at("/1/2/", true);
    EXPECT_EQ(*close(closed, {{1, "国库科"}, {}, {}, {}, 0}, now), closed);  // said twice
}

TEST(UnitTree, a_closed_unit_keeps_its_name_and_opens_again_under_an_open_parent) {
    const auto closed = unit_at("/1/2/", true);
    EXPECT_EQ(code_of(rename(closed, {"财政局", "", UnitKind::department})), "unit_is_closed");
    EXPECT_EQ(code_of(rename(unit_at("/1/2/"), {" 　", "", UnitKind::department})),
              "unit_name_empty");
    EXPECT_EQ(code_of(reopen(closed, unit_at("/1/", true))), "unit_is_closed");
    EXPECT_EQ(code_of(place(closed, std::nullopt, 9)), "accepted");
    const auto opened = reopen(closed, unit_at("/1/"));
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->is_open());
}

TEST(UnitKinds, are_said_on_the_page_as_they_are_said_in_a_workbook) {
    std::ifstream file(std::string(PROJECT_DIR) + "/web/src/words/accounts.ts");
    std::stringstream page;
    page << file.rdbuf();
    for (const auto kind : unit_kinds()) {
        const auto line = std::string(name_of(kind)) + ": '" + std::string(words_of(kind)) + "'";
        EXPECT_NE(page.str().find(line), std::string::npos) << line;
        EXPECT_EQ(unit_kind_of(name_of(kind)), kind);
    }
}

TEST(UnitMessages, rename_a_unit_as_the_contract_has_it) {
    const base::testing::Contract contract{"accounts"};
    const auto wanted = read_unit_renaming(contract.golden("rename_unit"));
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->version, 3);
    EXPECT_EQ(wanted->names.name, "县财政局");
    EXPECT_EQ(wanted->names.kind, UnitKind::party_group);
    EXPECT_EQ(code_of(read_unit_renaming(R"({"version":1,"name":"甲","kind":"ministry"})")),
              "unknown_name");
}

class UnitTreeStories : public db::testing::OnBothEngines {
  protected:
    testing::TestInstallation here{database()};

    Unit unit(base::UnitId id) {
        return database().read(
            [&](db::Transaction& transaction) { return *load_unit(transaction, id); });
    }
    std::string code_of_rename(base::UnitId id, const std::string& name) {
        return code_of(rename_unit(here.needs, {id, unit(id).version}, {name, "", UnitKind::school},
                                   operator_actor()));
    }
    /// Closes it as the ledger does where nothing hangs on it.
    void close_now(base::UnitId id) {
        const auto closed =
            database().write([&](db::Transaction& transaction) -> base::Result<void> {
                auto after = *load_unit_to_hold(transaction, id);
                after.closed_at = now;
                return save_unit(transaction, after);
            });
        ASSERT_TRUE(closed);
    }
};
ZHENGGAI_ON_BOTH_ENGINES(UnitTreeStories);

TEST_P(UnitTreeStories, a_unit_is_renamed_once_and_found_by_its_new_name) {
    const auto county = here.unit("青云县");
    const auto school = here.unit("第一中学", county);
    here.unit("第二中学", county);
    EXPECT_EQ(code_of_rename(school, "第二 中学"), "unit_name_taken");
    EXPECT_EQ(code_of_rename(school, "青云中学"), "accepted");
    EXPECT_EQ(unit(school).kind, UnitKind::school);
    EXPECT_EQ(unit(school).version, 2);
    EXPECT_EQ(code_of_rename(school, "青云中学"), "accepted");  // said twice
    EXPECT_EQ(unit(school).version, 2);
    EXPECT_EQ(*find_unit_by_name(here.needs, "青云中学"), school);
    const auto stale = rename_unit(here.needs, {school, 1}, {"乙", "", {}}, operator_actor());
    EXPECT_EQ(code_of(stale), "somebody_else_changed_it");
    const auto entries = database().read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "unit", school.text());
    });
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_NE(entries[1].payload->find(R"("old":"第一中学")"), std::string::npos);
}

TEST_P(UnitTreeStories, a_closed_unit_is_chosen_no_more_but_found_where_it_is_asked_for) {
    const auto county = here.unit("青云县");
    const auto school = here.unit("第一中学", county);
    close_now(school);
    EXPECT_EQ(search_units(here.needs, "", operator_actor()).size(), 1u);
    EXPECT_EQ(search_units(here.needs, "", operator_actor(), WhichUnits::closed_too).size(), 2u);
    EXPECT_EQ(code_of(find_unit_by_name(here.needs, "第一中学")), "unit_name_unknown");
    const Unit below{.id = here.make_id<base::UnitId>(), .name = "教务处", .parent = school};
    EXPECT_EQ(code_of(open_unit(here.needs, below, operator_actor())), "unit_is_closed");
    const NewAccount account{.id = here.make_id<base::AccountId>(),
                             .name = "wangqiang",
                             .person_name = "王强",
                             .unit = school};
    EXPECT_EQ(code_of(open_account(here.needs, account, operator_actor())), "unit_is_closed");

    here.unit("第一中学", county);  // the name is free again
    const auto version = unit(school).version;
    const auto reopened = [&] {
        return code_of(reopen_unit(here.needs, {school, version}, operator_actor()));
    };
    EXPECT_EQ(reopened(), "unit_name_taken");
    EXPECT_EQ(code_of_rename(*find_unit_by_name(here.needs, "第一中学"), "新一中"), "accepted");
    EXPECT_EQ(reopened(), "accepted");
    EXPECT_TRUE(unit(school).is_open());
}

TEST_P(UnitTreeStories, nobody_changes_units_outside_the_own_scope) {
    const auto county = here.unit("青云县");
    const auto mine = here.unit("财政局", county), other = here.unit("审计局", county);
    base::Actor actor = operator_actor();
    actor.scope = {{{unit(mine).path, {}}}, {}};
    EXPECT_EQ(code_of(rename_unit(here.needs, {other, 1}, {"甲", "", {}}, actor)), "unit_unknown");
    EXPECT_EQ(code_of(rename_unit(here.needs, {mine, 1}, {"甲", "", {}}, actor)), "accepted");
    Unit wanted{.id = here.make_id<base::UnitId>(), .name = "预算科", .parent = other};
    EXPECT_EQ(code_of(open_unit(here.needs, wanted, actor)), "unit_unknown");
    wanted.parent.reset();
    EXPECT_EQ(code_of(open_unit(here.needs, wanted, actor)), "a_root_needs_the_whole_tree");
    wanted.parent = mine;
    EXPECT_EQ(code_of(open_unit(here.needs, wanted, actor)), "accepted");
}

class BeforeUnitTrees : public ::testing::TestWithParam<db::Engine> {};
ZHENGGAI_ON_BOTH_ENGINES(BeforeUnitTrees);

TEST_P(BeforeUnitTrees, units_of_older_databases_keep_their_kind_and_are_open) {
    db::testing::TestDatabase before(GetParam(), db::testing::Schema::empty);
    const auto all = db::embedded_migrations(GetParam());
    std::size_t older = 0;
    while (all[older].name != "0015_unit_tree") ++older;
    ASSERT_TRUE(db::migrate(*before, std::span(all).first(older), {}));
    before.run_raw(R"(INSERT INTO unit (id, number, name, name_key, short_name, short_key, kind,
                                        parent_id, path, version)
        VALUES ('01900000-0000-7000-8000-0000000000c1', 1, '青石镇', '青石镇', '', '', 'township',
                NULL, '/1/', 4);)");
    ASSERT_TRUE(db::migrate(*before, all, {}));
    const auto units = before->read(
        [](db::Transaction& transaction) { return list_units(transaction, {.q = "青石镇"}); });
    ASSERT_EQ(units.size(), 1u);
    EXPECT_EQ(units[0].kind, UnitKind::township);
    EXPECT_EQ(units[0].version, 4);
    EXPECT_TRUE(units[0].is_open());
    EXPECT_THROW(before.run_raw("UPDATE unit SET kind = 'ministry'"), std::exception);
}

}  // namespace
}  // namespace accounts
