// Roles that an installation makes for itself: narrower than the fixed ones, and in force at once.
#include "accounts/custom_role.hpp"

#include <gtest/gtest.h>

#include "accounts/custom_role_json.hpp"
#include "accounts/grant_actions.hpp"
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"

namespace accounts {
namespace {

using base::Act;
using base::Acts;

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

CustomRole reader_of(Role base, Acts acts, std::string name = "台账核对员") {
    return {CustomRoleId{}, std::move(name), base, acts, false, 1};
}

TEST(CustomRoles, AreFixedOnesWithFewerActs) {
    const struct {
        CustomRole wanted;
        std::string code;
    } table[]{
        {reader_of(Role::rectification_office, {Act::read_ledger, Act::review}), "accepted"},
        {reader_of(Role::observer, {Act::read_ledger}), "accepted"},
        {reader_of(Role::observer, {Act::read_ledger, Act::review}), "custom_role_is_wider"},
        {reader_of(Role::rectification_office, {Act::read_ledger, Act::manage_roles}),
         "custom_role_is_wider"},
        {reader_of(Role::rectification_office, {Act::review}), "custom_role_reads_nothing"},
        {reader_of(Role::system_admin, {Act::manage_units}), "administrators_have_no_custom_roles"},
        {reader_of(Role::unassigned, {}), "administrators_have_no_custom_roles"},
        {reader_of(Role::observer, {Act::read_ledger}, " 整改办"), "custom_role_name_is_a_role"},
    };
    for (const auto& row : table) EXPECT_EQ(code_of(check(row.wanted)), row.code);
}

TEST(CustomRoles, ChangeButAreNotClosedWhileSomebodyHoldsThem) {
    const auto before = reader_of(Role::rectification_office, {Act::read_ledger, Act::review});
    EXPECT_EQ(change(before, {before.name, before.acts, false}, 3)->version, 1);
    const auto after = change(before, {"核对员", {Act::read_ledger}, false}, 3);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->version, 2);
    EXPECT_EQ(after->acts, Acts{Act::read_ledger});
    const auto refused = change(before, {before.name, before.acts, true}, 3);
    EXPECT_EQ(code_of(refused), "custom_role_is_held");
    EXPECT_EQ(refused.error().args[0].second, "3");
    const auto closed = change(before, {before.name, before.acts, true}, 0);
    EXPECT_EQ(code_of(check_given(*closed, Role::rectification_office)), "custom_role_is_closed");
    EXPECT_EQ(code_of(check_given(before, Role::observer)), "custom_role_is_of_another_role");
    EXPECT_EQ(code_of(check_given(before, Role::rectification_office)), "accepted");
}

TEST(CustomRoles, AreKeptByTheNamesOfTheirActs) {
    const Acts acts{Act::read_ledger, Act::review};
    EXPECT_EQ(text_of(acts), "read_ledger, review");
    EXPECT_EQ(acts_in("read_ledger, review"), acts);
    EXPECT_EQ(acts_in("read_ledger, fly"), Acts{Act::read_ledger});
    EXPECT_EQ(acts_in(""), Acts{});
}

TEST(CustomRoleMessages, AreReadWithEveryFaultAtOnce) {
    const auto read = read_new_role(R"({"id":"x","name":"","base":"king","acts":["fly"]})");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().also.size(), 3u);
    const auto patch =
        read_role_patch(R"({"version":2,"name":"核对员","acts":["read_ledger"],"closed":true})");
    ASSERT_TRUE(patch);
    EXPECT_TRUE(patch->change.closed);
    EXPECT_EQ(patch->version, 2);
}

class CustomRoleStories : public db::testing::OnBothEngines {
  protected:
    base::Actor actor(const std::string& name, Role role) {
        auto settled = here.account(name, role).account;
        settled.must_change_password = false;
        return actor_of(settled);
    }
    Account stored(base::AccountId id) {
        return here.database.read(
            [&](db::Transaction& transaction) { return *load_account(transaction, id); });
    }
    std::string given(const Grant& grant) {
        return code_of(ask_for_change(
            here.needs,
            {here.make_id<PermissionChangeId>(), office, stored(office).version, grant, "分工调整"},
            security));
    }

    testing::TestInstallation here{database()};
    base::Actor security = actor("anquan", Role::security_admin);
    base::AccountId office = here.account("hedui", Role::rectification_office).account.id;
    CustomRole checker = [&] {
        auto role = reader_of(Role::rectification_office, {Act::read_ledger, Act::review});
        role.id = here.make_id<CustomRoleId>();
        return role;
    }();
};
ZHENGGAI_ON_BOTH_ENGINES(CustomRoleStories);

TEST_P(CustomRoleStories, AreGivenAndHoldAtOnceForEverybodyWhoHasThem) {
    ASSERT_EQ(code_of(make_role(here.needs, checker, security)), "accepted");
    ASSERT_EQ(code_of(make_role(here.needs, checker, security)), "accepted");  // Said twice.
    EXPECT_EQ(given({Role::observer, {}, {}, checker.id}), "custom_role_is_of_another_role");
    EXPECT_EQ(given({Role::rectification_office, {}, {}, here.make_id<CustomRoleId>()}),
              "custom_role_unknown");
    EXPECT_EQ(given({Role::rectification_office, {}, {}, checker.id}), "accepted");
    EXPECT_EQ(stored(office).custom->name, "台账核对员");
    EXPECT_EQ(acts_of(stored(office)), (Acts{Act::read_ledger, Act::review}));
    const auto narrower =
        change_role(here.needs, checker.id, 1, {"台账核对员", {Act::read_ledger}, false}, security);
    ASSERT_TRUE(narrower);
    EXPECT_EQ(acts_of(stored(office)), Acts{Act::read_ledger});
    EXPECT_EQ(code_of(change_role(here.needs, checker.id, 1, {"员", {Act::read_ledger}, false},
                                  security)),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(change_role(here.needs, checker.id, 2,
                                  {"台账核对员", {Act::read_ledger}, true}, security)),
              "custom_role_is_held");
    EXPECT_EQ(given({Role::rectification_office, {}, {}, {}}), "accepted");
    EXPECT_EQ(acts_of(stored(office)), acts_of(Role::rectification_office));
    EXPECT_EQ(code_of(change_role(here.needs, checker.id, 2,
                                  {"台账核对员", {Act::read_ledger}, true}, security)),
              "accepted");
    EXPECT_EQ(given({Role::rectification_office, {}, {}, checker.id}), "custom_role_is_closed");
    const auto entries = here.database.read([&](db::Transaction& transaction) {
        return journal::list_records(transaction, "custom_role", checker.id.text());
    });
    ASSERT_EQ(entries.size(), 3u);
    EXPECT_EQ(entries[0].entry.act, "make_role");
    EXPECT_EQ(entries[2].entry.act, "change_role");
}

TEST_P(CustomRoleStories, HaveNamesOfTheirOwn) {
    ASSERT_TRUE(make_role(here.needs, checker, security));
    auto twin = checker;
    twin.id = here.make_id<CustomRoleId>();
    twin.name = "台账 核对员";
    EXPECT_EQ(code_of(make_role(here.needs, twin, security)), "custom_role_name_taken");
    twin.id = checker.id;
    EXPECT_EQ(code_of(make_role(here.needs, twin, security)), "same_id_other_content");
    twin.id = here.make_id<CustomRoleId>();
    twin.name = "第二种";
    ASSERT_TRUE(make_role(here.needs, twin, security));
    EXPECT_EQ(
        code_of(change_role(here.needs, twin.id, 1, {"台账核对员", twin.acts, false}, security)),
        "custom_role_name_taken");
    EXPECT_EQ(list_roles(here.needs).size(), 2u);
}

}  // namespace
}  // namespace accounts
