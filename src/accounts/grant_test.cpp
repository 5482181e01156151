// Who gives what to whom: rules in tables, actions on both engines, and what the one who was given
// sees afterwards.
#include <gtest/gtest.h>

#include "accounts/grant_actions.hpp"
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"
#include "journal/verify.hpp"

namespace accounts {
namespace {

using base::Guard;

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

TEST(Grants, TakeASecondPersonWhenTheyMatter) {
    const Grant office{Role::rectification_office, {}, {}};
    const Grant admin{Role::audit_admin, {}, {}};
    Grant cleared = office;
    cleared.guards = {Guard::clues};
    Grant narrowed = office;
    narrowed.parts = {{std::nullopt, "", base::ProgrammeId{}}};
    EXPECT_TRUE(is_important(office, admin));
    EXPECT_TRUE(is_important(admin, office));
    EXPECT_TRUE(is_important(office, cleared));
    EXPECT_FALSE(is_important(cleared, office));  // Taking away needs nobody else.
    EXPECT_FALSE(is_important(office, narrowed));
    EXPECT_FALSE(is_important(admin, admin));
}

TEST(Grants, AreNamedAsTheyAreStored) {
    for (const auto guard : {Guard::accountability, Guard::clues, Guard::life_meeting})
        EXPECT_EQ(guard_of(name_of(guard)), guard);
    EXPECT_FALSE(guard_of("everything"));
    EXPECT_EQ(change_state_of("refused"), ChangeState::refused);
    EXPECT_FALSE(change_state_of("half"));
}

class GrantStories : public db::testing::OnBothEngines {
  protected:
    base::Actor actor(const std::string& name, Role role) {
        const auto opened = here.account(name, role);
        auto settled = opened.account;
        settled.must_change_password = false;
        return actor_of(settled);
    }
    Account stored(base::AccountId id) {
        return here.database.read(
            [&](db::Transaction& transaction) { return *load_account(transaction, id); });
    }
    WantedChange wanted(base::AccountId account, const Grant& grant) {
        return {here.make_id<PermissionChangeId>(), account, stored(account).version, grant,
                "工作需要"};
    }
    std::string decided(PermissionChangeId id, Verdict verdict, const base::Actor& who) {
        return code_of(decide_change(here.needs, id, verdict, "", who));
    }

    testing::TestInstallation here{database()};
    base::UnitId county = here.unit("青云县"), bureau = here.unit("教育局", county);
    base::Actor system = actor("xitong", Role::system_admin),
                security = actor("anquan", Role::security_admin),
                second = actor("anquan2", Role::security_admin);
    base::AccountId inspector = here.account("ducha", Role::observer).account.id;
};
ZHENGGAI_ON_BOTH_ENGINES(GrantStories);

TEST_P(GrantStories, LetASecurityAdministratorGiveAScopeAtOnce) {
    EXPECT_TRUE(actor_of(stored(inspector)).scope.parts.empty());
    const Grant grant{Role::supervision_team, {{bureau, "", std::nullopt}}, {}};
    const auto asked = wanted(inspector, grant);
    const auto change = ask_for_change(here.needs, asked, security);
    ASSERT_TRUE(change) << change.error().code;
    EXPECT_EQ(change->state, ChangeState::applied);
    EXPECT_EQ(ask_for_change(here.needs, asked, security)->id, change->id);  // Said twice.
    const auto now = stored(inspector);
    EXPECT_EQ(now.role, Role::supervision_team);
    EXPECT_EQ(now.version, asked.version + 1);
    EXPECT_EQ(actor_of(now).scope.parts, (std::vector<base::ScopePart>{{"/1/2/", {}}}));
    EXPECT_EQ(list_grant_page(here.needs, 1, 50).total, 4);
    EXPECT_EQ(code_of(ask_for_change(here.needs, wanted(inspector, grant), security)),
              "nothing_would_change");
}

TEST_P(GrantStories, LetASystemAdministratorAskAndTheSecurityAdministratorGive) {
    const NewAccount newcomer{here.make_id<base::AccountId>(), "xinren", "新人", county,
                              Role::rectification_office};
    const auto opened = open_account(here.needs, newcomer, system);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->account.role, Role::unassigned);
    EXPECT_TRUE(open_account(here.needs, newcomer, system));  // Said twice.
    const auto pending = list_change_page(here.needs, ChangeState::pending, 1, 50);
    ASSERT_EQ(pending.total, 1);
    EXPECT_EQ(pending.rows[0].account_name, "xinren");
    const auto id = pending.rows[0].id;
    EXPECT_EQ(decided(id, Verdict::agree, system), "nobody_confirms_their_own");
    EXPECT_EQ(decided(id, Verdict::agree, actor("xitong2", Role::system_admin)),
              "one_of_two_must_give_roles");
    EXPECT_EQ(decided(id, Verdict::agree, security), "accepted");
    EXPECT_EQ(decided(id, Verdict::agree, security), "change_is_decided");
    EXPECT_EQ(stored(newcomer.id).role, Role::rectification_office);
    EXPECT_TRUE(journal::verify(here.database, here.journal.key()).sound());
}

TEST_P(GrantStories, KeepAClearanceWaitingForASecondPerson) {
    const Grant cleared{
        Role::inspection_office, {{std::nullopt, "", std::nullopt}}, {Guard::clues}};
    const auto change = ask_for_change(here.needs, wanted(inspector, cleared), security);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->state, ChangeState::pending);
    EXPECT_EQ(stored(inspector).role, Role::observer);
    EXPECT_EQ(decided(change->id, Verdict::agree, security), "nobody_confirms_their_own");
    EXPECT_EQ(decided(change->id, Verdict::agree, system), "accepted");  // Two persons, one gives.
    EXPECT_TRUE(actor_of(stored(inspector)).scope.clears({Guard::clues}));
    EXPECT_FALSE(actor_of(stored(inspector)).scope.clears({Guard::clues, Guard::accountability}));
    EXPECT_TRUE(actor_of(stored(inspector)).scope.every_row());
}

TEST_P(GrantStories, RefuseWhatWouldMakeSomebodyTooMighty) {
    const auto ask = [&](base::AccountId account, const Grant& grant, const base::Actor& who) {
        return code_of(ask_for_change(here.needs, wanted(account, grant), who));
    };
    const Grant office{Role::rectification_office, {}, {}};
    EXPECT_EQ(ask(security.id, office, security), "nobody_grants_themselves");
    EXPECT_EQ(ask(inspector, {Role::handler, {}, {}}, security), "this_role_needs_a_unit");
    EXPECT_EQ(ask(inspector, {Role::audit_admin, {{county, "", {}}}, {}}, security),
              "administrators_have_no_scope");
    EXPECT_EQ(ask(inspector, {Role::observer, std::vector<GrantedPart>(21), {}}, security),
              "too_many_scope_parts");
    EXPECT_EQ(ask(system.id, office, security), "one_administrator_must_remain");
    EXPECT_EQ(
        ask(inspector, {Role::observer, {{here.make_id<base::UnitId>(), "", {}}}, {}}, security),
        "unit_unknown");
    EXPECT_EQ(ask(inspector, {Role::observer, {{{}, "", here.make_id<base::ProgrammeId>()}}, {}},
                  security),
              "programme_not_found");
    auto stale = wanted(inspector, office);
    stale.version = 9;
    EXPECT_EQ(code_of(ask_for_change(here.needs, stale, security)), "somebody_else_changed_it");
    EXPECT_EQ(stored(inspector).role, Role::observer);
    // The one it is about does not decide on it either.
    const auto change = ask_for_change(here.needs, wanted(second.id, office), security);
    ASSERT_TRUE(change);
    EXPECT_EQ(decided(change->id, Verdict::agree, second), "nobody_grants_themselves");
    EXPECT_EQ(decided(change->id, Verdict::refuse, security), "accepted");  // Taken back.
    EXPECT_EQ(stored(second.id).role, Role::security_admin);
}

}  // namespace
}  // namespace accounts
